package deskhand.triage.answers;

import static org.assertj.core.api.Assertions.assertThat;

import deskhand.orders.Order;
import deskhand.orders.Shipment;
import deskhand.triage.Asking;
import deskhand.triage.Made;
import deskhand.triage.proof.Proof;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is asked about a return, once the message is understood: the period, the money, the state.
class ReturnQuestionsTest extends Asking {
  private static final String REFUNDS = "We refund within 6 working days after it reached us.";

  private static Order order(Order.Return... returns) {
    return Made.order(
        "#7801",
        new Order.Contents(
            List.of(Made.line("1", "Two-person tent")),
            List.of(
                Made.parcel(
                    "S1",
                    Shipment.Status.DELIVERED,
                    "1",
                    "2026-09-12T12:00:00Z|DELIVERED|Delivered|Lisboa")),
            List.of(),
            List.of(returns)));
  }

  private static Order returned(Order.ReturnStatus status) {
    return order(
        new Order.Return(
            "R1", Instant.parse("2026-09-13T08:00:00Z"), status, List.of(new Order.Part("1", 1))));
  }

  @Test
  void whoAsksUntilWhenHearsTheDay() {
    assertThat(said(asked(order(), "return/policy", "Until when can I return my order?")))
        .contains("12 October");
  }

  @Test
  void whetherAReturnArrivedOrWasSeenIsToldHoweverItIsUnderstood() {
    assertThat(
            said(
                asked(
                    returned(Order.ReturnStatus.REQUESTED),
                    "return/start",
                    "I filled in your return form last night for my tent, did somebody accept it?")))
        .contains("return", "13 September");
    assertThat(
            said(
                asked(
                    returned(Order.ReturnStatus.IN_TRANSIT),
                    "product/availability",
                    "Posted the tent 7801 back on Sunday. Has it landed?")))
        .contains("on its way");
  }

  @Test
  void howLongARefundTakesIsReadFromTheSentenceThatGrantsTheDays() {
    publish("money", REFUNDS);
    assertThat(
            said(
                asked(
                    returned(Order.ReturnStatus.IN_TRANSIT),
                    "refund/status",
                    "How many days after my tent gets back to you do I see the money?")))
        .contains("within 6 working days");
  }

  @Test
  void whoIsStillCoveredUntilADayMeansTheGuarantee() {
    publish("guarantee", "Tents have a guarantee of 2 years from the day of delivery.");
    assertThat(
            said(
                asked(
                    order(),
                    "order/status",
                    "A joint of my tent 7801 gets loose. I think I'm still covered, but until what date exactly?")))
        .contains("12 September 2028")
        .doesNotContain("12 October");
  }

  @Test
  void howLongGoodsKeepIsNoReturnPeriod() {
    assertThat(
            asked(
                    order(),
                    "product/question",
                    "Got my tent 7801, thanks. How long does the sealing wax keep once opened?")
                .toString())
        .doesNotContain("12 October", "return period");
  }

  @Test
  void whenItWasDeliveredIsNoQuestionForTheRefund() {
    publish("money", REFUNDS);
    assertThat(
            asked(
                    returned(Order.ReturnStatus.RECEIVED),
                    "order/status",
                    "On which date was my order 7801 delivered?")
                .toString())
        .doesNotContain("6 working days");
  }

  @Test
  void whatWasVoidedIsToldAsCancelled() {
    Order cancelled = cancelled();
    assertThat(
            said(
                asked(
                    cancelled,
                    "payment/problem",
                    "My account says order 7801 VOIDED, what is that? Do I get my tent?")))
        .contains("cancelled");
  }

  private static Order cancelled() {
    Order order =
        Made.order("#7801", Order.Payment.VOIDED, Order.Fulfilment.CANCELLED, order().contents());
    return new Order(
        order.number(),
        order.buyer(),
        new Order.Times(
            order.times().placedAt(),
            java.util.Optional.of(Instant.parse("2026-09-09T08:00:00Z")),
            order.times().readAt()),
        order.money(),
        order.status(),
        new Order.Contents(order.contents().lines(), List.of(), List.of(), List.of()));
  }

  @Test
  void everyParcelHasItsOwnPeriodWhereAnArticleSaysSo() {
    publish(
        "returns",
        "Return it within 30 days after delivery. Several parcels? Then every parcel has its own 30 days.");
    Order order =
        Made.order(
            "#7801",
            Made.parcels(
                Made.parcel(
                    "S1",
                    Shipment.Status.DELIVERED,
                    "1",
                    "2026-09-09T12:00:00Z|DELIVERED|Delivered|Lisboa"),
                Made.parcel(
                    "S2",
                    Shipment.Status.DELIVERED,
                    "2",
                    "2026-09-12T12:00:00Z|DELIVERED|Delivered|Lisboa")));
    AskAnswer answer = asked(order, "return/policy", "Until when can I return my order?");
    assertThat(said(answer)).contains("its own 30 days", "9 October", "12 October");
    AskAnswer one = asked(order, "return/policy", "Until when can I return the stove of my order?");
    assertThat(said(one)).contains("12 October").doesNotContain("9 October");
    assertThat(new Proof(Made.given("", "x"), Made.words()).faults(reply(answer))).isEmpty();
  }

  @Test
  void theEndOfALongPeriodHasItsYear() {
    publish("guarantee", "Tents have a guarantee of 3 years from delivery.");
    AskAnswer answer =
        asked(order(), "warranty/claim", "Until which date is my tent under guarantee?");
    assertThat(said(answer)).contains("12 September 2029");
    assertThat(new Proof(Made.given("", "x"), Made.words()).faults(reply(answer))).isEmpty();
  }

  @Test
  void twoPeriodsForWhatWasBoughtAreForAPerson() {
    publish("boats", "# Boats\n\nBoats can be returned within 5 days after delivery.");
    String question = "Until when can I return my order?";
    assertThat(said(asked(order(), "return/policy", question))).contains("30 days");
    publish("used", "# Used gear\n\nUsed tents can be returned within 12 days after delivery.");
    AskAnswer answer = asked(order(), "return/policy", question);
    assertThat(answer.toString()).doesNotContain("So that runs until");
  }

  @Test
  void whenPostageIsRefundedIsNoTimeToReturn() {
    publish(
        "postage",
        "Returns. Outbound shipping is refunded only if everything goes back within 14 days after delivery.");
    assertThat(said(asked(order(), "return/policy", "Until when can my order go back?")))
        .contains("12 October")
        .doesNotContain("26 September");
  }

  @Test
  void aDeclinedReturnIsForAPerson() {
    String complaint = "You refused my return of the tent although I am well inside of 30 days!";
    assertThat(asked(returned(Order.ReturnStatus.DECLINED), "return/status", complaint))
        .isInstanceOf(AskAnswer.ForPerson.class);
  }

  @Test
  void aTimeToReportIsNoTimeToReturn() {
    publish("late", "Late or returned parcels. Nothing? Report it within 4 days after delivery.");
    assertThat(said(asked(order(), "order/status", "Until which date can my order be sent back?")))
        .contains("12 October")
        .doesNotContain("4 days");
  }

  @Test
  void whatIsTakenOffARefundIsARuleWhereNothingWasReturned() {
    String question = "What comes off the refund for the return label?";
    assertThat(said(asked(order(), "refund/status", question))).contains("€4.20");
  }

  @Test
  void theDaysOfTheStoreAreToldWithThoseOfTheBank() {
    publish(
        "refunds",
        """
        We refund every return within 6 working days after it has reached us.

        | Paid by | The money is there |
        |---|---|
        | Visa, Mastercard | after 2-5 working days |
        | PayPal | the same day |
        """);
    AskAnswer answer =
        asked(
            Made.owner(),
            "refund/status",
            "If I return something, how many days until the refund shows on my Visa?");
    assertThat(said(answer)).contains("6 working days", "2-5 working days");
  }

  @Test
  void howLongItTakesAsksNobodyForAnOrder() {
    AskAnswer answer =
        asked(
            Made.owner(),
            "refund/status",
            "You get my parcel back tomorrow. How long before the money is on my card?");
    assertThat(answer).isNotInstanceOf(AskAnswer.Missing.class);
  }

  @Test
  void twoQuestionsInOneSentenceAreNotAnsweredByThePeriodAlone() {
    AskAnswer two =
        asked(
            order(),
            "return/policy",
            "Is there a sticker in the parcel and what is my deadline to send the tent back?");
    assertThat(two).isInstanceOf(AskAnswer.ForPerson.class);
    AskAnswer one =
        asked(order(), "return/policy", "Can I send the tent back and what is my deadline?");
    assertThat(said(one)).contains("30 days", "12 October");
  }

  @Test
  void whetherWhatWasOpenedCanBeReturnedIsNotAnsweredByThePeriodAlone() {
    for (String opened :
        List.of(
            "If I take the tent out of its box, can I still return my order?",
            "I've worn the boots of my order once outside. Can I return them?",
            "The box is open and I lost the label. Can my order go back?")) {
      assertThat(asked(order(), "return/policy", opened)).isInstanceOf(AskAnswer.ForPerson.class);
    }
    assertThat(said(asked(order(), "return/policy", "I used a voucher. Can my order go back?")))
        .contains("12 October");
    assertThat(
            said(asked(order(), "return/policy", "Never opened, not worn: can I return my order?")))
        .contains("12 October");
    for (String whole :
        List.of(
            "None of my order was used. Can it still go back?",
            "My mother hasn't opened the tent. Can I return it?",
            "Can I return my order? It hasn't been worn.")) {
      assertThat(said(asked(order(), "return/policy", whole))).contains("12 October");
    }
    publish("returns", "You can return unused tents within 30 days after delivery.");
    assertThat(said(asked(order(), "return/policy", "I opened my tent. Can I still return it?")))
        .contains("unused", "12 October");
  }

  @Test
  void ofTwoItemsOnlyTheOneThatIsMeantIsToldWhereEachHasItsPeriod() {
    publish(
        "returns",
        "Return it within 30 days after delivery. Several parcels? Then every parcel has its own 30 days.");
    Order both =
        Made.order(
            "#7802",
            Made.parcels(
                Made.parcel(
                    "S1",
                    Shipment.Status.DELIVERED,
                    "1",
                    "2026-09-10T12:00:00Z|DELIVERED|Delivered|Lisboa"),
                Made.parcel(
                    "S2",
                    Shipment.Status.DELIVERED,
                    "2",
                    "2026-09-12T12:00:00Z|DELIVERED|Delivered|Lisboa")));
    AskAnswer answer =
        asked(
            both,
            "return/policy",
            "Until when can I return the stove of my order? Not the tent, only the stove.");
    assertThat(said(answer)).contains("12 October").doesNotContain("10 October");
  }

  @Test
  void whoAsksWhatTheLabelCostsHearsNoPeriod() {
    AskAnswer answer =
        asked(order(), "return/policy", "What do you charge for the label of my return?");
    assertThat(said(answer)).contains("4.20").doesNotContain("12 October");
  }

  @Test
  void aReturnAskedAboutLikeAnOrderIsToldAsAReturn() {
    AskAnswer answer =
        asked(
            returned(Order.ReturnStatus.IN_TRANSIT),
            "order/status",
            "Where is the tent that I returned from my order?");
    assertThat(said(answer)).contains("Your return", "on its way to us");
    AskAnswer bare =
        asked(
            returned(Order.ReturnStatus.IN_TRANSIT),
            "order/status",
            "I dropped the tent at the post office on Monday, do you have it yet?");
    assertThat(said(bare)).contains("Your return", "on its way to us");
  }

  @Test
  void theDayOfARefundIsForAPersonWhereNoRuleIsWritten() {
    String question = "By when at the latest will you refund my return? Which date?";
    Order order = returned(Order.ReturnStatus.RECEIVED);
    assertThat(asked(order, "refund/status", question)).isInstanceOf(AskAnswer.ForPerson.class);
    publish("refunds", "When do I get my refund? " + REFUNDS);
    AskAnswer answer = asked(order, "refund/status", question);
    assertThat(said(answer)).contains("6 working days");
  }

  @Test
  void aPeriodOfSomeGoodsIsNotThatOfAll() {
    publish("returns", "You may send tents back within 30 days of delivery.");
    publish(
        "what can't be returned",
        "Expedition tents are a special case: these can be returned for 8 days only after delivery.");
    assertThat(
            said(
                asked(
                    Made.owner(), "return/policy", "how many days have i got to send a tent back")))
        .contains("30 days")
        .doesNotContain("8 days");
    assertThat(asked(order(), "return/policy", "Until when can I return it?").toString())
        .doesNotContain("8 days");
  }

  @Test
  void theGuaranteeOfOtherGoodsIsNotTold() {
    publish(
        "guarantees",
        """
        | Goods | Guarantee from the day of delivery |
        |---|---|
        | Sleeping mats | 6 years |
        | Head lamps | 2 years |
        """);
    assertThat(
            asked(order(), "warranty/claim", "Until which date is my tent under guarantee?")
                .toString())
        .doesNotContain("Computed", "12 September 20");
  }

  @Test
  void whatATableIsCountedFromMayStandBeforeIt() {
    publish(
        "guarantees",
        """
        # Guarantee

        Every tent is guaranteed from the day it's delivered. How long depends on the part:

        | Part | Guarantee |
        |---|---|
        | Tent poles and pegs | 5 years |
        | Zips | 18 months |
        """);
    AskAnswer answer =
        asked(
            order(), "warranty/claim", "To which date does your guarantee run for the tent poles?");
    assertThat(said(answer)).contains("12 September 2031");
    assertThat(new Proof(Made.given("", "x"), Made.words()).faults(reply(answer))).isEmpty();
  }

  @Test
  void aSpecialCaseOfOtherGoodsLeavesThePeriodClear() {
    publish(
        "exceptions",
        "# What can't be returned\n\nVintage tents are a special case: these can be returned for 8 days only after delivery.");
    assertThat(said(asked(order(), "return/policy", "Can I still give my order back?")))
        .contains("12 October");
  }

  @Test
  void aPeriodMayNameItsFirstDay() {
    publish("returns", "# Returns\n\nTime: 20 days, the first being the day after delivery.");
    assertThat(said(asked(order(), "return/policy", "Until when can I return my order?")))
        .contains("2 October");
  }

  @Test
  void aReturnThatIsRegisteredIsAReturn() {
    assertThat(
            said(
                asked(
                    order(),
                    "order/status",
                    "My tent is still in its box. What's the very last day I can register it?")))
        .contains("12 October");
    assertThat(
            asked(order(), "order/status", "What's the last day I can register my warranty?")
                .toString())
        .doesNotContain("12 October");
  }

  @Test
  void whoAsksForTheLabelAloneIsNotToldThePeriod() {
    publish(
        "labels",
        """
        ## Return labels

        | You return from | Label |
        |---|---|
        | Portugal | €4.90 |
        | Germany, Austria | €7.50 |
        """);
    assertThat(
            said(
                asked(
                    order(),
                    "return/policy",
                    "Lovely tent, but my order is too big for us. What do you take off for the label from Vienna?")))
        .contains("€7.50")
        .doesNotContain("30 days", "€4.90");
  }

  @Test
  void whoIsCoveredByAPeriodMeansNoGuarantee() {
    publish("guarantee", "Tents have a guarantee of 3 years from delivery.");
    assertThat(
            said(
                asked(
                    order(),
                    "order/status",
                    "My tent is too small, its box opened, no more. It says 30 days on your site to give it back, is it too late or am I covered by that?")))
        .contains("12 October")
        .doesNotContain("3 years");
  }

  @Test
  void whatIsNotThereIsReportedByTheRuleForThat() {
    publish(
        "trouble",
        """
        ## Says delivered, but nothing is there

        Ask the neighbours. Then write to us within 21 days after the delivery scan.

        ## Damaged

        Report damage within 7 days after delivery.
        """);
    AskAnswer answer =
        asked(
            order(),
            "order/not-received",
            "My tent is not here. Up to what date can I report it as not received?");
    assertThat(said(answer)).contains("21 days", "3 October").doesNotContain("7 days");
    assertThat(new Proof(Made.given("", "x"), Made.words()).faults(reply(answer))).isEmpty();
    assertThat(
            asked(
                    order(),
                    "order/damaged",
                    "A pole of my tent is damaged. Up to what date can I report it?")
                .toString())
        .doesNotContain("3 October");
  }

  @Test
  void aShorterPeriodOfTheVeryGoodsIsForAPerson() {
    publish(
        "exceptions",
        "# What can't be returned\n\nTents can be returned for 8 days only after delivery.");
    assertThat(asked(order(), "return/policy", "Can I still give my order back?").toString())
        .doesNotContain("12 October");
  }

  @Test
  void aSpecialCaseOfTheVeryGoodsIsForAPerson() {
    publish(
        "exceptions", "Tents are a special case: they can be returned for 8 days after delivery.");
    assertThat(asked(order(), "return/policy", "Can I still give my order back?").toString())
        .doesNotContain("12 October");
  }

  @Test
  void whatElseIsReportedHasAnotherRule() {
    publish(
        "trouble",
        "## Says delivered, but nothing is there\n\nThen write to us within 21 days after the delivery scan.");
    for (String other :
        List.of(
            "The zip of my tent does not close. Until when can I report it?",
            "Until when can I report that the zip of my tent is not closing?",
            "My tent lets the rain in. By which date must I report this?")) {
      assertThat(asked(order(), "order/status", other).toString()).doesNotContain("3 October");
    }
  }
}
