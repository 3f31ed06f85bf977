package deskhand.triage.articles;

import static org.assertj.core.api.Assertions.assertThat;

import deskhand.knowledge.Article;
import deskhand.knowledge.ArticleVersion;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatienceTest {
  private static Quotes.Quote quote(String sentence) {
    Article.Passage passage =
        new Article.Passage(
            new ArticleVersion("late", 1), 1, List.of("Late"), sentence, List.of(sentence));
    return new Quotes.Quote(passage, 0, sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Write to us when it is 6 working days behind the estimate. | 6 | true",
        "GLS: Working days after the estimated date 7 | 7 | true",
        "Wait until there was no new scan for 3 working days within Portugal. | 3 | false"
      })
  void readsHowLongTheArticleAsksToWait(String sentence, int days, boolean fromEstimate) {
    Quotes.Quote quote = quote(sentence);
    assertThat(Patience.in(quote, "GLS", Set.of("PT")))
        .contains(new Patience(days, fromEstimate, quote));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A search takes up to 10 working days.",
        "UPS: Working days after the estimated date 7",
        "No new scan for 9 working days to the United States.",
        "It is late after 5 working days, and lost after 20 working days.",
        "Late parcels come in 2-3 working days."
      })
  void readsNothingFromWhatIsForOthersOrAboutSomethingElse(String sentence) {
    assertThat(Patience.in(quote(sentence), "GLS", Set.of("PT"))).isEmpty();
  }

  @Test
  void countsMondayToFriday() {
    LocalDate friday = LocalDate.of(2026, 9, 11);
    assertThat(Patience.workingDays(friday, friday)).isZero();
    assertThat(Patience.workingDays(friday, friday.plusDays(3))).isEqualTo(1);
    assertThat(Patience.workingDays(friday, friday.plusDays(7))).isEqualTo(5);
    assertThat(Patience.workingDays(friday, friday.minusDays(7))).isZero();
  }

  @Test
  void whoAsksAfterHowLongASilentParcelIsLookedFor() {
    assertThat(Patience.isAsked("tracking is dead for days, at what point do you look for it"))
        .isTrue();
    assertThat(Patience.isAsked("where is my parcel, the tracking is stuck")).isFalse();
    assertThat(Patience.isAsked("when do you look for new tents")).isFalse();
  }
}
