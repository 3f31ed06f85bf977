package deskhand.triage.articles;

import static org.assertj.core.api.Assertions.assertThat;

import deskhand.triage.Asking;
import deskhand.triage.Made;
import deskhand.triage.answers.AskAnswer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How long money takes to come back, by the way it was paid.
class RefundDaysTest extends Asking {
  @BeforeEach
  void refunds() {
    publish(
        "refunds",
        """
        We look at what came back and pay **within 6 working days after it reached Lisboa**.

        | Paid with | Then it takes |
        |---|---|
        | Visa, Mastercard | 3-5 working days |
        | PayPal | 1 working day |
        | Bank transfer | 2 working days |
        """);
    publish("paying", "We take Visa, Mastercard, PayPal and bank transfer.");
  }

  private AskAnswer asked(String text) {
    return asked(Made.owner(), "refund/status", text);
  }

  @Test
  void theDaysOfTheWayOfPaymentComeWithTheStoresOwn() {
    assertThat(said(asked("Once you have my parcel, how long does a refund to PayPal take?")))
        .contains("PayPal", "1 working day", "within 6 working days after it reached Lisboa")
        .doesNotContain("3-5", "2 working days");
  }

  @Test
  void aCardIsFoundByWhatItIs() {
    assertThat(said(asked("how fast is a refund on my debit card once you got it")))
        .contains("3-5 working days");
  }

  @Test
  void twoSentencesThatGrantDifferentDaysAreUnclear() {
    publish(
        "trials",
        "A trial tent is refunded within ten working days after it arrived at our place.");
    assertThat(said(asked("Once you have my parcel, how long does a refund to PayPal take?")))
        .contains("1 working day")
        .doesNotContain("within 6", "within ten");
  }
}
