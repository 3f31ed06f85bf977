package deskhand.triage.answers;

import static org.assertj.core.api.Assertions.assertThat;

import deskhand.triage.Understanding;
import deskhand.triage.articles.Period;
import deskhand.triage.articles.Quotes;
import org.junit.jupiter.api.Test;

class ReasonsTest {
  @Test
  void reasonsAreInWords() {
    assertThat(Reasons.understood(new Understanding.Guess("order/not-received", 0.9)))
        .isEqualTo("Understood as \"order: not received\", quite sure (0.90)");
    assertThat(Reasons.articles(Quotes.none(""), false))
        .isEqualTo("No article says anything about this");
    assertThat(Reasons.period(new Period(30, Period.Unit.DAYS, Period.From.DELIVERED)))
        .isEqualTo("Worked out: 30 days from the delivery, as the article says");
  }
}
