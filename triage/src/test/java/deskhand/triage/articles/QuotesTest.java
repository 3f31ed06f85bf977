package deskhand.triage.articles;

import static org.assertj.core.api.Assertions.assertThat;

import deskhand.knowledge.Article;
import deskhand.knowledge.ArticleVersion;
import deskhand.triage.language.AskKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "What can't be returned",
        "What is not covered?",
        "Things we cannot post abroad",
        "Not included",
        "Exceptions",
        "Nicht umtauschbar",
        "Wat kan niet terug?"
      })
  void aSentenceUnderADenyingHeadingIsNotSaidAlone(String heading) {
    assertThat(quoted(heading, "Filled kettles: hygiene.").isDenied()).isTrue();
    assertThat(quoted(heading, "We don’t take back filled kettles.").isDenied()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Returns",
        "Notes on kettles",
        "It says delivered, but I don't have it",
        "What to do if it has not arrived",
        "Late, lost or not there",
        "The courier came and I wasn't there",
        "United Kingdom (without Northern Ireland)"
      })
  void aHeadingThatTellsWhatHappenedDeniesNothing(String heading) {
    assertThat(quoted(heading, "Write to us within 7 days.").isDenied()).isFalse();
  }

  @Test
  void whatIsStillUnpaidIsNoQuestionOfTime() {
    assertThat(AskKind.of("do i still pay the label")).doesNotContain(AskKind.TIME);
    assertThat(AskKind.of("can i send it back till friday")).contains(AskKind.TIME);
  }

  private static Quotes quoted(String heading, String sentence) {
    Article.Passage passage =
        new Article.Passage(
            new ArticleVersion("returns", 1), 1, List.of(heading), sentence, List.of(sentence));
    return new Quotes(
        List.of(Quotes.Line.of(List.of(new Quotes.Quote(passage, 0, sentence)))), 0.9, "");
  }
}
