package deskhand.knowledge;

import static deskhand.knowledge.TestShop.DAY;
import static deskhand.knowledge.TestShop.ask;
import static deskhand.knowledge.TestShop.markdown;
import static deskhand.knowledge.TestShop.names;
import static org.assertj.core.api.Assertions.assertThat;

import deskhand.store.StoreId;
import deskhand.store.Stores;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KnowledgeTest
class ScopesTest {
  @Autowired KnowledgeBase knowledge;
  @Autowired Stores stores;
  StoreId store;

  @BeforeEach
  void newStore() {
    store = TestShop.newStore(stores);
  }

  @Test
  void holdsFromItsFirstToItsLastDay() {
    publish(
        markdown(
            "sale",
            """
            ---
            effective_from: 2026-06-10
            effective_to: 2026-06-20
            ---
            The summer sale is on.\
            """));
    assertThat(namesOn(LocalDate.of(2026, 6, 9))).isEmpty();
    assertThat(namesOn(LocalDate.of(2026, 6, 10))).containsExactly("sale");
    assertThat(namesOn(LocalDate.of(2026, 6, 20))).containsExactly("sale");
    assertThat(namesOn(LocalDate.of(2026, 6, 21))).isEmpty();
    assertThat(namesOn(LocalDate.MAX)).isEmpty();
  }

  @Test
  void internalArticlesAreForTheTeamAlone() {
    publish(markdown("inside", "---\naudience: internal\n---\nThe goodwill limit is ten euro."));
    assertThat(knowledge.search(ask(store, "goodwill limit"), SearchMode.HYBRID, 5)).isEmpty();
    Question team =
        new Question(
            store, "goodwill limit", Locale.ENGLISH, Optional.empty(), DAY, Audience.INTERNAL);
    assertThat(names(knowledge.search(team, SearchMode.HYBRID, 5))).containsExactly("inside");
  }

  @Test
  void countriesAndLanguagesAreKeptApart() {
    publish(markdown("uk", "---\ncountries: [GB]\n---\nCustoms are paid on delivery."));
    publish(markdown("all", "Customs are never paid by you."));
    publish(markdown("zoll", "---\nlanguage: de\n---\nZoll fällt nicht an, customs gibt es nie."));
    assertThat(inCountry(Optional.of("gb"))).containsExactlyInAnyOrder("uk", "all");
    assertThat(inCountry(Optional.of("FR"))).containsExactly("all");
    assertThat(inCountry(Optional.empty())).containsExactlyInAnyOrder("uk", "all");
    Question german =
        new Question(
            store, "Zölle", Locale.forLanguageTag("de-AT"), Optional.empty(), DAY, Audience.PUBLIC);
    for (SearchMode mode : SearchMode.values()) {
      assertThat(names(knowledge.search(german, mode, 5))).containsExactly("zoll");
    }
  }

  @Test
  void storesAreKeptApart() {
    publish(markdown("mine", "Our secret is glue."));
    StoreId other = TestShop.newStore(stores);
    assertThat(knowledge.search(ask(other, "secret glue"), SearchMode.HYBRID, 5)).isEmpty();
    assertThat(knowledge.articles(other)).isEmpty();
    assertThat(knowledge.article(other, new ArticleVersion("mine", 1))).isEmpty();
  }

  private void publish(Upload file) {
    assertThat(knowledge.publish(store, List.of(file)))
        .allSatisfy(one -> assertThat(one).isInstanceOf(Imported.Saved.class));
  }

  private List<String> namesOn(LocalDate day) {
    return names(knowledge.search(on(day, "summer sale"), SearchMode.HYBRID, 5));
  }

  private Question on(LocalDate day, String text) {
    return new Question(store, text, Locale.ENGLISH, Optional.empty(), day, Audience.PUBLIC);
  }

  private List<String> inCountry(Optional<String> country) {
    Question question =
        new Question(store, "customs", Locale.ENGLISH, country, DAY, Audience.PUBLIC);
    return names(knowledge.search(question, SearchMode.HYBRID, 5));
  }
}
