package deskhand.triage.deciding;

import static org.assertj.core.api.Assertions.assertThat;

import deskhand.conversations.Proven;
import deskhand.triage.Asking;
import deskhand.triage.Decision;
import deskhand.triage.Made;
import deskhand.triage.Triage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Several questions in one message: each is answered, or all are for a person.
class SeveralQuestionsTest extends Asking {
  @Autowired Triage triage;

  private Decision decide(String subject, String text) {
    return triage.decide(Made.given(store(), Proven.NOTHING, subject, text));
  }

  private void delivery() {
    publish(
        "delivery",
        """
        | To | Time | Cost | Free from |
        |---|---|---|---|
        | Portugal | 1-2 working days | €3.90 | €40 |
        | Austria | 4-6 working days | €11.40 | €120 |
        """);
  }

  @Test
  void aSecondQuestionIsNotAnsweredByTheFirstOnesSentence() {
    publish("trial", "You can send tents back within 30 days after delivery.");
    Decision decision =
        decide("", "How many days do I have to return a tent? And do you fetch it at my door?");
    assertThat(decision).isInstanceOf(Decision.Escalation.class);
  }

  @Test
  void oneSentenceMayAnswerBoth() {
    Decision decision =
        decide("", "Can I return a tent after delivery? And how many days do I have to return it?");
    assertThat(decision).isInstanceOf(Decision.Answer.class);
    assertThat(((Decision.Answer) decision).reply().text()).containsOnlyOnce("within 30 days");
  }

  @Test
  void fromWhenOnItIsFreeIsAskedWithTheCost() {
    delivery();
    Decision decision =
        decide("", "What does delivery to Austria cost and from what amount is it free?");
    assertThat(decision).isInstanceOf(Decision.Answer.class);
    assertThat(((Decision.Answer) decision).reply().text())
        .contains("Austria", "€11.40", "€120")
        .doesNotContain("Portugal");
  }

  @Test
  void aTimeAloneGoesWithTheDeliveryThatWasAskedBefore() {
    delivery();
    Decision decision =
        decide("", "What is the postage to Graz? And how many days is it underway, roughly?");
    assertThat(decision).isInstanceOf(Decision.Answer.class);
    assertThat(((Decision.Answer) decision).reply().text()).containsOnlyOnce("4-6 working days");
  }

  @Test
  void anotherQuestionBesideADeliveryIsNotLeftOut() {
    delivery();
    assertThat(decide("", "whats postage to austria & how long is a voucher valid"))
        .isInstanceOf(Decision.Escalation.class);
    assertThat(decide("", "how much is delivery to austria + battery life of the lamp"))
        .isInstanceOf(Decision.Escalation.class);
  }

  @Test
  void aGreetingIsNoQuestion() {
    delivery();
    assertThat(decide("", "How's it going? What's the postage to Austria?"))
        .isInstanceOf(Decision.Answer.class);
  }

  @Test
  void thePostageOfAReturnIsNotThatOfDelivery() {
    delivery();
    Decision decision =
        decide("", "How many days do I have to return a tent? And how much is the postage?");
    assertThat(decision.toString()).doesNotContain("the rows for that place");
  }

  @Test
  void whatMayBeAProgramIsToldNothing() {
    Decision decision =
        decide("Gelesen: Ihre Sendung", "Ihre Nachricht an Eva wurde am 14.09.2026 gelesen.");
    String told =
        switch (decision) {
          case Decision.Escalation person -> person.notice().text();
          case Decision.NoReply _ -> "";
          default -> "answered";
        };
    assertThat(told).isEmpty();
  }

  @Test
  void aPeriodIsNoAnswerToWhoSendsTheWrapping() {
    Decision decision =
        decide(
            "Bought in May",
            "I bought a tent from you in May, it is unopened. How many days did I have to send it"
                + " back, and would you send me a wrapper for it?");
    assertThat(decision).isInstanceOf(Decision.Escalation.class);
  }

  @Test
  void aQuestionAboutAnOrderThatNobodyNamedIsNotLeftOut() {
    Decision decision =
        decide("", "How many days do I have to return a tent? Has my stove arrived at your place?");
    assertThat(decision).isInstanceOf(Decision.Escalation.class);
  }

  @Test
  void anotherQuestionOfSomethingFreeIsNotLeftOut() {
    publish("delivery", "Delivery to Portugal costs €3.90.");
    Decision decision =
        decide(
            "", "What does delivery to Portugal cost? When does the free trial of your club end?");
    assertThat(decision).isInstanceOf(Decision.Escalation.class);
  }

  @Test
  void whatIsAskedOfAPresentIsOneQuestion() {
    publish(
        "presents",
        "# Returns\n\nA present can be returned by its receiver for store credit. The buyer isn't told.");
    Decision decision =
        decide("", "My aunt gave me a tent. May I send it back? Does she hear of it? Is it cash?");
    assertThat(decision).isInstanceOf(Decision.Answer.class);
    assertThat(((Decision.Answer) decision).reply().text())
        .containsOnlyOnce("store credit")
        .contains("isn't told");
  }

  @Test
  void anotherQuestionBesideGiftCardsIsNotLeftOut() {
    publish("cards", "# Gift cards\n\nGift cards are valid for 4 years.");
    Decision decision =
        decide("", "How long is your gift card valid? And which tent is best for a storm?");
    assertThat(decision).isInstanceOf(Decision.Escalation.class);
  }

  @Test
  void aTradeCustomerHearsWhatIsAskedBesideWhatItTellsOfItself() {
    publish(
        "trade",
        "# Shops\n\nApply at tents.example/trade. The first order is €400 or more, later ones €200.");
    Decision decision =
        decide(
            "Stockist",
            "We run a small shop in Porto and love your tents. What is the minimum first order?"
                + " And where do we sign up?");
    assertThat(decision).isInstanceOf(Decision.Answer.class);
    assertThat(((Decision.Answer) decision).reply().text()).contains("€400", "tents.example/trade");
  }

  @Test
  void whatElseIsToldBesideOneMatterIsNotSwallowed() {
    publish(
        "all",
        "# Shops, gift cards, returns\n\nThe first order of a shop is €400 or more. Gift cards are"
            + " valid for 4 years. A present can be returned by its receiver for store credit.");
    for (String text :
        java.util.List.of(
            "We run a shop in Porto. Our parcel never arrived. What is the minimum first order?",
            "I have your gift card. My parcel has not arrived. How long is it valid?",
            "My aunt gave me a tent. My own parcel never came. Can I return the tent?")) {
      assertThat(decide("", text)).as(text).isNotInstanceOf(Decision.Answer.class);
    }
  }
}
