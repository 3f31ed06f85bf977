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

/// What other businesses ask that want to sell the goods.
class TradeTest extends Asking {
  @BeforeEach
  void trade() {
    publish(
        "trade",
        """
        # Shops, schools and press

        **Shops.** Apply at tents.example/trade with your VAT number. The first order is €400 or
        more, later ones €200. No marketplaces.
        """);
    publish("codes", "# Codes\n\nHELLO8 takes 8% off a first order of €40 or more.");
  }

  private AskAnswer asked(String text) {
    return asked(Made.owner(), "product/question", text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "We run a small outdoor shop. What is the minimum for a first order?|€400|8%",
        "we'd like to stock your tents, how do we apply|tents.example/trade|€400",
        "Stockist enquiry: how much is an opening order?|€400|HELLO8"
      })
  void whatIsAskedIsTold(String question, String told, String other) {
    assertThat(said(asked(question))).contains(told).doesNotContain(other);
  }

  @Test
  void bothAreTold() {
    assertThat(said(asked("We have a shop in Porto: minimum first order and where do we sign up?")))
        .contains("tents.example/trade", "€400");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What is the minimum for the code on my first order?",
        "We run a shop. Do we get 40 % off?",
        "We run a café. What is the minimum for free delivery?",
        "We have a shop too. How do we get an invoice?",
        "I run a small shop, how do I apply the code?",
        "We are a hotel and our tent leaks. What is the minimum we must do?"
      })
  void othersAndOtherMattersAreNotTold(String question) {
    assertThat(asked(question).toString()).doesNotContain("said to other businesses");
  }

  @Test
  void twoMinimumsAreForAPerson() {
    publish("gyms", "# Schools and gyms\n\nThe first order is €600 or more.");
    assertThat(asked("We run a shop. What is the minimum for a first order?").toString())
        .doesNotContain("said to other businesses");
  }
}
