package deskhand.knowledge.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SentencesTest {

  @Test
  void cutsAtTheEndOfSentences() {
    assertThat(english("We pack today. Do you want a gift bag? Tell us! It's free."))
        .containsExactly("We pack today.", "Do you want a gift bag?", "Tell us!", "It's free.");
  }

  @Test
  void leavesPricesDatesAndAbbreviationsWhole() {
    assertThat(
            english(
                "A label costs €6.95, e.g. Dutch returns (approx. 2 days). Mr. Smith signs at 9.30 a.m. daily."))
        .containsExactly(
            "A label costs €6.95, e.g. Dutch returns (approx. 2 days).",
            "Mr. Smith signs at 9.30 a.m. daily.");
    assertThat(english("See No. 5 below. Visit shop.example/returns. Then pack."))
        .containsExactly("See No. 5 below.", "Visit shop.example/returns.", "Then pack.");
  }

  @Test
  void knowsOrdinalsOfLanguagesThatWriteThemWithAPoint() {
    assertThat(german("Gilt ab dem 1. Juli 2026. Am 3. Werktag wird geliefert, z. B. per Post."))
        .containsExactly(
            "Gilt ab dem 1. Juli 2026.", "Am 3. Werktag wird geliefert, z. B. per Post.");
    assertThat(german("Es gibt Größe 38. Andere sind aus.")).hasSize(2);
  }

  @Test
  void keepsQuotesAndBracketsWithTheirSentence() {
    assertThat(english("Choose \"Collect in store.\" It is free (really!). Ask us."))
        .containsExactly("Choose \"Collect in store.\"", "It is free (really!).", "Ask us.");
  }

  @Test
  void cutsChineseAndJapanese() {
    assertThat(Sentences.split("配送は無料です。返品は三十日以内です。", Locale.JAPANESE))
        .containsExactly("配送は無料です。", "返品は三十日以内です。");
  }

  @Test
  void putsAQuestionBeforeItsAnswer() {
    assertThat(
            Sentences.whole(
                List.of(
                    "Nothing received?",
                    "Look in the folder.",
                    "No.",
                    "We never do that.",
                    "Sorry!")))
        .containsExactly("Nothing received? Look in the folder.", "No. We never do that. Sorry!");
  }

  @Test
  void losesNoWord() {
    for (String text :
        List.of(
            "",
            ".",
            "...",
            "?! ?!",
            "A. B. C. D.",
            "1. 2. 3.",
            "a.b.c",
            "Hi…there… You",
            "“Yes.” he said. No.")) {
      assertThat(String.join(" ", english(text)).replace(" ", "")).isEqualTo(text.replace(" ", ""));
    }
  }

  private static List<String> english(String text) {
    return Sentences.split(text, Locale.ENGLISH);
  }

  private static List<String> german(String text) {
    return Sentences.split(text, Locale.GERMAN);
  }
}
