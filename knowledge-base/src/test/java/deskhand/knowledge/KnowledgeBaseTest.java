package deskhand.knowledge;

import static deskhand.knowledge.TestShop.ask;
import static deskhand.knowledge.TestShop.markdown;
import static deskhand.knowledge.TestShop.names;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskhand.store.StoreId;
import deskhand.store.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@KnowledgeTest
class KnowledgeBaseTest {
  @Autowired KnowledgeBase knowledge;
  @Autowired Stores stores;
  @TempDir Path folder;
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

  @Test
  void isSurerOfAnAnswerThanOfNone() {
    knowledge.publish(
        store,
        List.of(
            markdown(
                "returns", "# Returns\n\nYou can return an item within 30 days after delivery."),
            markdown(
                "kettles", "# Kettles\n\nOur kettles are made of steel and hold 1.7 litres.")));
    double known = best(ask(store, "How many days do I have to return an item?"));
    double unknown = best(ask(store, "Who won the election in Peru?"));
    assertThat(known).isBetween(0.5, 1.0);
    assertThat(unknown).isBetween(0.0, 0.2);
  }

  @Test
  void aFileThatDidNotChangeMakesNoVersion() {
    Upload first = markdown("a", "# A\n\nOne thing is true.");
    assertThat(publish(first)).isEqualTo(new ArticleVersion("a", 1));
    assertThat(publish(first)).isEqualTo(new ArticleVersion("a", 1));
    assertThat(publish(markdown("a", "# A\n\nAnother thing is true.")))
        .isEqualTo(new ArticleVersion("a", 2));
    assertThat(publish(first)).isEqualTo(new ArticleVersion("a", 3));
    assertThat(knowledge.isCurrent(store, new ArticleVersion("a", 2))).isFalse();
    assertThat(knowledge.isCurrent(store, new ArticleVersion("a", 3))).isTrue();
    assertThat(knowledge.article(store, new ArticleVersion("a", 2)).orElseThrow().body())
        .contains("Another thing");
    assertThat(knowledge.passages(store, new ArticleVersion("a", 2)).getFirst().sentences())
        .containsExactly("Another thing is true.");
    assertThat(knowledge.articles(store))
        .extracting(Article::version)
        .containsExactly(new ArticleVersion("a", 3));
  }

  @Test
  void whatIsWithdrawnIsFoundNoMoreAndCanComeBack() {
    Upload file = markdown("gone", "# Lamps\n\nOur lamps are made of brass.");
    publish(file);
    assertThat(names(knowledge.search(ask(store, "brass lamps"), SearchMode.HYBRID, 5)))
        .contains("gone");
    knowledge.withdraw(store, "gone");
    knowledge.withdraw(store, "gone");
    knowledge.withdraw(store, "never there");
    assertThat(knowledge.search(ask(store, "brass lamps"), SearchMode.HYBRID, 5)).isEmpty();
    assertThat(knowledge.articles(store)).isEmpty();
    assertThat(knowledge.isCurrent(store, new ArticleVersion("gone", 1))).isFalse();
    assertThat(publish(file)).isEqualTo(new ArticleVersion("gone", 2));
    assertThat(names(knowledge.search(ask(store, "brass lamps"), SearchMode.HYBRID, 5)))
        .containsExactly("gone");
  }

  @Test
  void anEarlierVersionHoldsUntilTheLaterOneBegins() {
    publish(markdown("returns", "# Returns\n\nYou have 14 days to return."));
    publish(
        markdown(
            "returns",
            "---\neffective_from: 2026-07-01\n---\n# Returns\n\nYou have 30 days to return."));
    assertThat(textOn(LocalDate.of(2026, 6, 30))).isEqualTo("You have 14 days to return.");
    assertThat(textOn(LocalDate.of(2026, 7, 1))).isEqualTo("You have 30 days to return.");
    ArticleVersion first = new ArticleVersion("returns", 1);
    assertThat(knowledge.isCurrent(store, first)).isTrue();
    assertThat(knowledge.holdsOn(store, first, LocalDate.of(2026, 6, 30))).isTrue();
    assertThat(knowledge.holdsOn(store, first, LocalDate.of(2026, 7, 1))).isFalse();
    publish(markdown("returns", "# Returns\n\nYou have 60 days to return."));
    assertThat(textOn(LocalDate.of(2026, 6, 30))).isEqualTo("You have 60 days to return.");
    assertThat(knowledge.isCurrent(store, first)).isFalse();
  }

  @Test
  void aFolderBringsAndTakesArticles() throws IOException {
    write("returns.md", "Returns take 30 days.");
    write("pay.txt", "We take cards.");
    write(".hidden.md", "Nobody sees this.");
    write("photo.png", "no text");
    Files.createDirectory(folder.resolve("drafts.md"));
    publish(markdown("by hand", "This came by upload."));
    assertThat(knowledge.publishFolder(store, folder))
        .extracting(Imported::filename)
        .containsExactly("pay.txt", "photo.png", "returns.md");
    assertThat(articles()).containsExactly("by hand", "pay", "returns");
    Files.delete(folder.resolve("pay.txt"));
    write("returns.md", "\u0000 broken");
    assertThat(knowledge.publishFolder(store, folder))
        .allSatisfy(file -> assertThat(file).isInstanceOf(Imported.Refused.class));
    assertThat(articles()).containsExactly("by hand", "returns");
    Files.delete(folder.resolve("returns.md"));
    Files.delete(folder.resolve("photo.png"));
    Files.delete(folder.resolve(".hidden.md"));
    knowledge.publishFolder(store, folder);
    assertThat(articles()).containsExactly("by hand", "returns");
    assertThatThrownBy(() -> knowledge.publishFolder(store, folder.resolve("nowhere")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("There is no folder");
  }

  @Test
  void twoFilesOfOneNameAreNotBothTaken() {
    List<Imported> results =
        knowledge.publish(
            store,
            List.of(
                markdown("Same", "One."),
                new Upload("same.txt", "Two.".getBytes(UTF_8)),
                new Upload("other.bin", new byte[] {1})));
    assertThat(results.get(0))
        .isEqualTo(new Imported.Saved("Same.md", List.of(new ArticleVersion("Same", 1))));
    assertThat(results.get(1))
        .isEqualTo(
            new Imported.Refused(
                "same.txt",
                "The article “same” is already given by Same.md. Rename one of the two files."));
    assertThat(results.get(2)).isInstanceOf(Imported.Refused.class);
  }

  @Test
  void manyFilesAtTheSameTimeAreAllSaved() throws Exception {
    List<Callable<List<Imported>>> publishers = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      int first = i;
      publishers.add(() -> {
        List<Upload> files = new ArrayList<>();
        for (int n = 0; n < 12; n++) {
          int number = (first + n) % 12;
          files.add(
              markdown("article " + number, "Thing number " + number + " says " + first / 3 + "."));
        }
        return knowledge.publish(store, files);
      });
    }
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var publisher : callers.invokeAll(publishers)) {
        assertThat(publisher.get())
            .allSatisfy(one -> assertThat(one).isInstanceOf(Imported.Saved.class));
      }
    }
    assertThat(articles()).hasSize(12);
    assertThat(knowledge.search(ask(store, "thing number"), SearchMode.LEXICAL, 50)).hasSize(12);
  }

  @Test
  void strangeQuestionsAreAnsweredOrNot() {
    publish(markdown("a", "Plain text about glue."));
    for (String text :
        List.of(
            "",
            " ",
            "?!",
            "the of and",
            "glue ".repeat(5_000),
            "\u0000",
            "😀",
            "AND OR NOT (",
            "*:*")) {
      assertThat(knowledge.search(ask(store, text), SearchMode.HYBRID, 3)).hasSizeLessThan(2);
    }
    assertThat(knowledge.search(ask(store, "glue"), SearchMode.HYBRID, 0)).isEmpty();
  }

  private ArticleVersion publish(Upload file) {
    return switch (knowledge.publish(store, List.of(file)).getFirst()) {
      case Imported.Saved(String name, List<ArticleVersion> saved) -> saved.getFirst();
      case Imported.Refused(String name, String reason) -> throw new AssertionError(reason);
    };
  }

  private double best(Question question) {
    return knowledge.search(question, SearchMode.HYBRID, 1).getFirst().confidence();
  }

  private String textOn(LocalDate day) {
    List<Finding> found =
        knowledge.search(on(day, "how many days to return"), SearchMode.HYBRID, 5);
    assertThat(found).hasSize(1);
    return found.getFirst().passage().text();
  }

  private Question on(LocalDate day, String text) {
    return new Question(store, text, Locale.ENGLISH, Optional.empty(), day, Audience.PUBLIC);
  }

  private List<String> articles() {
    return knowledge.articles(store).stream().map(article -> article.version().name()).toList();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
