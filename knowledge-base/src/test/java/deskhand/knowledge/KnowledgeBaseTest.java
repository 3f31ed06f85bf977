package deskhand.knowledge;

import static deskhand.knowledge.TestShop.ask;
import static deskhand.knowledge.TestShop.markdown;
import static deskhand.knowledge.TestShop.names;
import static org.assertj.core.api.Assertions.assertThat;

import deskhand.store.StoreId;
import deskhand.store.Stores;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KnowledgeTest
class KnowledgeBaseTest {
  @Autowired KnowledgeBase knowledge;
  @Autowired Stores stores;
  StoreId store;

  @BeforeEach
  void newStore() {
    store = TestShop.newStore(stores);
  }

  @Test
  void findsThePassageThatAnswers() {
    knowledge.publish(
        store,
        List.of(
            markdown(
                "delivery",
                """
                ---
                title: "Delivery"
                audience: public
                language: en
                ---
                # Delivery

                We pack within a day.

                ## Costs

                | To | Carrier | Time | Price |
                |---|---|---|---|
                | Germany | DHL | 2-4 days | €6.95 |
                | France | Colissimo | 3-5 days | €8.95 |
                """),
            markdown("warranty", "# Warranty\n\nEvery kettle has a warranty of two years.")));
    List<Finding> found =
        knowledge.search(ask(store, "how much is shipping to germany"), SearchMode.HYBRID, 3);
    assertThat(names(found)).startsWith("delivery");
    assertThat(found.getFirst().passage())
        .isEqualTo(
            new Article.Passage(
                new ArticleVersion("delivery", 1),
                2,
                List.of("Delivery", "Costs"),
                """
                Germany: Carrier DHL, Time 2-4 days, Price €6.95
                France: Carrier Colissimo, Time 3-5 days, Price €8.95\
                """,
                List.of(
                    "Germany: Carrier DHL, Time 2-4 days, Price €6.95",
                    "France: Carrier Colissimo, Time 3-5 days, Price €8.95")));
  }
}
