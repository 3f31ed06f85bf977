package deskhand.triage.articles;

import static org.assertj.core.api.Assertions.assertThat;

import deskhand.triage.Asking;
import deskhand.triage.Made;
import deskhand.triage.answers.AskAnswer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whether one can pay in a way that is named.
class PayWaysTest extends Asking {
  @BeforeEach
  void paying() {
    publish(
        "paying",
        """
        # Paying and invoices

        | With | Where |
        |---|---|
        | Visa, Mastercard | everywhere |
        | Klarna invoice | Germany, Austria |
        | Klarna instalments | Sweden only |

        We take neither American Express nor cheques.
        """);
    publish(
        "refunds", "# When do I get my money?\n\nKlarna: a refund takes 2 days. PayPal: 1 day.");
  }

  private AskAnswer asked(String intent, String text) {
    return asked(Made.owner(), intent, text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "do u take amex|neither American Express",
        "Can I pay with Visa?|everywhere",
        "Could I use Klarna in Germany?|Klarna invoice",
        "are cheques ok?|neither American Express"
      })
  void whatIsSaidOfThatWayIsTold(String question, String told) {
    assertThat(said(asked("payment/methods", question)))
        .contains(told)
        .doesNotContain("refund takes", "PayPal");
  }

  @Test
  void itIsToldWhateverItWasTakenFor() {
    assertThat(said(asked("product/question", "and do u take amex"))).contains("American Express");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "How long does a refund to Klarna take?",
        "Do you take Swish?",
        "Why can I not pay with Visa?",
        "Do you take the money from my Visa at once?",
        "When do you take the money from my Visa?"
      })
  void anotherMatterOrWhatIsNotPlainIsNotTold(String question) {
    assertThat(asked("payment/methods", question).toString())
        .doesNotContain("what is said of that way to pay");
  }
}
