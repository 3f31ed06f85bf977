package deskhand.triage.articles;

import static org.assertj.core.api.Assertions.assertThat;

import deskhand.triage.Asking;
import deskhand.triage.Made;
import deskhand.triage.answers.AskAnswer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How long gift cards are good, where, and how many at once.
class VouchersTest extends Asking {
  @BeforeEach
  void vouchers() {
    publish(
        "codes",
        """
        # Codes and gift cards

        ## Codes

        **TRAIL8** takes 8% off. It is valid for 45 days. One code per order.

        ## Gift cards

        From €20, by e-mail. Valid for **4 years**, online and in our shop in Porto. You may use up
        to 2 gift cards in one order. What is left stays on the card.
        """);
  }

  private AskAnswer asked(String text) {
    return asked(Made.owner(), "discount/problem", text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "I found one of your vouchers from 2024. Has it run out?|4 years|45 days",
        "Can I use two gift cards on one order?|up to 2|45 days",
        "my gran gave me a gift card, can i spend it in the shop|in our shop in Porto|8%",
        "How long is a gift voucher valid and how many can I use at once?|up to 2|One code"
      })
  void whatIsAskedIsTold(String question, String told, String other) {
    assertThat(said(asked(question))).contains(told).doesNotContain(other);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "My gift card does not work in the shop, how long will that take?",
        "How long is the code TRAIL8 valid?",
        "I paid with a gift card, how long does my refund take?",
        "How long does it take until a gift card is mailed?",
        "Can I pick up a gift card in the shop?",
        "Is my Cycle to Work voucher valid for two helmets on one order?",
        "I have a gift card. Can I pay a friend with it?"
      })
  void othersAndOtherMattersAreNotTold(String question) {
    assertThat(asked(question).toString()).doesNotContain("said of vouchers");
    assertThat(asked(Made.owner(), "discount/policy", question).toString())
        .doesNotContain("said of vouchers");
  }
}
