package deskhand.triage;

import static org.assertj.core.api.Assertions.assertThat;

import deskhand.knowledge.Article;
import deskhand.knowledge.ArticleVersion;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuotesTest {
  @Test
  void aSentenceUnderADenyingHeadingIsNotSaidAlone() {
    assertThat(quoted("What can't be returned", "Filled kettles: hygiene.").isDenied()).isTrue();
    assertThat(quoted("Nicht umtauschbar", "Gebrauchte Kessel").isDenied()).isTrue();
  }

  @Test
  void aSentenceThatDeniesItselfOrStandsUnderAPlainHeadingIs() {
    assertThat(quoted("What can't be returned", "We don’t take back filled kettles.").isDenied())
        .isFalse();
    assertThat(quoted("Returns", "Unused kettles can be returned.").isDenied()).isFalse();
    assertThat(quoted("Notes on kettles", "Descale them each month.").isDenied()).isFalse();
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
