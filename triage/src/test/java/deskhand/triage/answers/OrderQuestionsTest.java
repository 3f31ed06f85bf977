package deskhand.triage.answers;

import static org.assertj.core.api.Assertions.assertThat;

import deskhand.orders.Order;
import deskhand.orders.Shipment;
import deskhand.store.Money;
import deskhand.triage.Asking;
import deskhand.triage.Identity;
import deskhand.triage.Made;
import deskhand.triage.proof.Proof;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where the state of an order is true, and still no answer to what was asked.
class OrderQuestionsTest extends Asking {
  private static final String CAME = "2026-09-12T12:00:00Z|DELIVERED|Delivered|Lisboa";

  @BeforeEach
  void guarantee() {
    publish("guarantee", "Tents have a guarantee of 3 years from delivery.");
  }

  private static Order delivered(boolean finalSale) {
    Order.Line hat =
        new Order.Line("2", "SKU2", "Wool hat", "", 1, Money.of("24.00", "EUR"), finalSale);
    return Made.order(
        "#7801",
        new Order.Contents(
            List.of(Made.line("1", "Two-person tent"), hat),
            List.of(
                Made.parcel("S1", Shipment.Status.DELIVERED, "1", CAME),
                Made.parcel("S2", Shipment.Status.DELIVERED, "2", CAME)),
            List.of(),
            List.of()));
  }

  @Test
  void aDeliveredOrderIsNoAnswerToWhenASumComes() {
    Order order = delivered(false);
    assertThat(asked(order, "order/status", "Fine. So when is the 40 on my account?"))
        .isInstanceOf(AskAnswer.ForPerson.class);
    assertThat(said(asked(order, "order/status", "Has my order arrived?"))).contains("delivered");
  }

  @Test
  void aPeriodThatTheWriterClaimsIsAnsweredByTheOneThatHolds() {
    String claim = "My tent is unused. I believe you have 90 days, so I should be all right?";
    assertThat(said(asked(delivered(false), "order/status", claim)))
        .contains("within 30 days", "12 October");
    String other = "You promised my refund within 10 days, now it is 12 days.";
    assertThat(asked(delivered(false), "order/status", other))
        .isInstanceOf(AskAnswer.ForPerson.class);
  }

  @Test
  void tooLateIsAboutTheReturnAndNeverTheGuarantee() {
    publish("missing", "Not there? Write to us within 10 days after delivery.");
    for (String late :
        List.of("Did the window close already for my tent?", "Do the 60 days apply to my tent?")) {
      assertThat(said(asked(delivered(false), "order/status", late))).contains("12 October");
    }
    assertThat(said(asked(delivered(false), "order/status", "Am I too late with my tent?")))
        .contains("12 October")
        .doesNotContain("3 years", "22 September");
    AskAnswer report =
        asked(delivered(false), "order/status", "Am I too late to report my broken tent?");
    assertThat(report.toString()).doesNotContain("30 days");
  }

  @Test
  void byWhenIsTheDeliveryWhereNothingHasComeYet() {
    Order underWay = Made.onItsWay("#7802", "2026-09-14T12:00:00Z|IN_TRANSIT|Sorted|Porto");
    assertThat(said(asked(underWay, "order/status", "By when do I need to be home for my parcel?")))
        .contains("17 September");
  }

  @Test
  void whoAsksForCustomsHearsWhatCustomsSaid() {
    String question = "Is my parcel stuck in customs or through?";
    Order cleared =
        Made.onItsWay(
            "#7803",
            "2026-09-12T12:00:00Z|IN_TRANSIT|Customs clearance completed|Porto",
            "2026-09-14T12:00:00Z|IN_TRANSIT|Sorted|Lisboa");
    AskAnswer answer = asked(cleared, "order/status", question);
    assertThat(said(answer)).contains("clearance completed", "12 September", "Sorted");
    assertThat(new Proof(Made.given("", "x"), Made.words()).faults(reply(answer))).isEmpty();
    Order home = Made.onItsWay("#7804", "2026-09-14T12:00:00Z|IN_TRANSIT|Sorted|Lisboa");
    assertThat(asked(home, "order/status", question)).isInstanceOf(AskAnswer.ForPerson.class);
  }

  @Test
  void whatIsMadeToOrderIsCancelledByItsOwnRow() {
    publish(
        "changes",
        """
        | What | Free cancellation |
        |---|---|
        | Stock goods (tents, poles, pegs) | within 90 minutes after ordering |
        | Made to order (tents cut to size) | within 24 hours after ordering |
        """);
    Order order = Made.onItsWay("#7812");
    assertThat(said(asked(order, "order/cancel", "How long can I cancel my made to order tent?")))
        .contains("24 hours")
        .doesNotContain("90 minutes");
    assertThat(said(asked(order, "order/cancel", "How long can I cancel my order?")))
        .contains("90 minutes")
        .doesNotContain("24 hours");
  }

  @Test
  void whatCustomsSayIsForAPersonWhereTheWriterMayNotHearIt() {
    Order held = Made.onItsWay("#7813", "2026-09-14T12:00:00Z|IN_TRANSIT|Held at customs|Bern");
    Identity matched = new Identity(Identity.Level.MATCHED, List.of(held), List.of());
    assertThat(asked(matched, "order/status", "Where is my order?"))
        .isInstanceOf(AskAnswer.ForPerson.class);
    assertThat(said(asked(held, "order/status", "Where is my order?"))).contains("Held at customs");
  }

  @Test
  void howManyAreLeftIsForAPersonHoweverUnsure() {
    AskAnswer answer =
        asked(
            Made.owner(Made.onItsWay("#7811")),
            "product/availability",
            0.3,
            "how many of the green stoves are left right now?");
    assertThat(answer)
        .isEqualTo(AskAnswer.person("It asks what is in stock now, which no article knows"));
  }

  @Test
  void aMissedDeliveryNeedsWhatHappensNext() {
    String question = "Nobody was home yesterday. Will they bring my parcel again?";
    assertThat(asked(missed(), "order/status", question)).isInstanceOf(AskAnswer.ForPerson.class);
    publish(
        "missed",
        "Missed delivery? If nobody was home, the carrier comes again on the next working day.");
    assertThat(said(asked(missed(), "order/status", question))).contains("next working day");
  }

  @Test
  void moneyThatIsToComeIsNotAnsweredByADelivery() {
    String question = "Great, so on what day is the €300 for my order transferred?";
    assertThat(asked(delivered(false), "order/status", question))
        .isInstanceOf(AskAnswer.ForPerson.class);
  }

  @Test
  void whoKnowsThatItCameAsksSomethingElse() {
    String plea = "It came early on Saturday and is still sealed. Is there any wiggle room?";
    assertThat(asked(delivered(false), "order/status", plea))
        .isInstanceOf(AskAnswer.ForPerson.class);
    String denied = "It says delivered on Saturday, but nobody here has my parcel. Who signed?";
    assertThat(said(asked(delivered(false), "order/status", denied))).contains("12 September");
  }

  @Test
  void ofTheAddressTheCityAloneIsToldAndToAnAccountAlone() {
    String question = "Which street did I give for my order?";
    Order order = delivered(false);
    Identity account = new Identity(Identity.Level.ACCOUNT, List.of(order), List.of());
    assertThat(said(asked(account, "order/address", question)))
        .contains("#7801", "Lisboa")
        .doesNotContain("Rua", "1200");
    assertThat(said(asked(account, "order/status", "did i put my old or my new address on it?")))
        .contains("Lisboa");
    assertThat(asked(order, "order/address", question)).isInstanceOf(AskAnswer.ForPerson.class);
  }

  @Test
  void anAnswerWithoutThePriceThatWasAskedForIsForAPerson() {
    String question = "Is my order delivered, and what does the carrier charge me for it?";
    assertThat(asked(delivered(false), "order/status", question))
        .isInstanceOf(AskAnswer.ForPerson.class);
  }

  @Test
  void finalSaleIsNotGivenThePeriodOfTheRest() {
    String question = "Can I send back both of my order, tent and hat, and until when?";
    assertThat(asked(delivered(true), "return/policy", question))
        .isInstanceOf(AskAnswer.ForPerson.class);
    publish("sale", "Clearance items are final sale: they cannot be returned.");
    assertThat(said(asked(delivered(true), "return/policy", question)))
        .contains("Wool hat", "final sale", "12 October");
  }

  @Test
  void aSeasonMayHaveARuleOfItsOwn() {
    String question = "Until when can a tent be returned that is a present for Christmas?";
    assertThat(asked(Made.owner(), "return/policy", question))
        .isInstanceOf(AskAnswer.ForPerson.class);
  }

  @Test
  void whoNamesNoOrderAndMayAskForARuleIsNotAskedForAnOrder() {
    publish("presale", "The winter catalogue tents are sent from 20 November.");
    Identity stranger = new Identity(Identity.Level.UNKNOWN, List.of(), List.of());
    assertThat(asked(stranger, "order/status", "When do the winter catalogue tents go out?"))
        .isNotInstanceOf(AskAnswer.Missing.class);
    assertThat(asked(stranger, "order/status", "Winter catalogue tents out yet?"))
        .isNotInstanceOf(AskAnswer.Missing.class);
    publish("refunds", "A refund always goes back the way the money came.");
    String unsure = "A friend paid for the tent, the refund should come to another card, ok?";
    assertThat(asked(stranger, "refund/status", unsure)).isNotInstanceOf(AskAnswer.Missing.class);
    assertThat(asked(stranger, "order/status", "I ordered a tent. Where is my parcel?"))
        .isInstanceOf(AskAnswer.Missing.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "until when is it kept there?",
        "and how long does it stay in there?",
        "how long will it sit at the shop"
      })
  void aParcelThatWaitsIsKeptByTheRowOfItsCountry(String question) {
    publish(
        "pickup",
        """
        How long pick-up points keep a parcel.

        | Where | Kept for |
        |---|---|
        | Spain, CTT point | 5 days |
        | Portugal, CTT point | 12 days |
        """);
    Shipment waits =
        Made.parcel(
            "S1",
            Shipment.Status.AVAILABLE_FOR_PICKUP,
            "1",
            "2026-09-13T10:00:00Z|AVAILABLE_FOR_PICKUP|Ready at Mercearia Sol|Lisboa");
    assertThat(said(asked(Made.order("2210", Made.parcels(waits)), "order/status", question)))
        .contains("12 days", "25 September")
        .doesNotContain("5 days");
  }

  @Test
  void whoCollectsAtTheStoreIsToldItsOwnDays() {
    publish(
        "points",
        """
        How long a parcel is kept.

        | Where | Kept for |
        |---|---|
        | CTT point | 12 days |
        | Our shop in Lisboa | 21 days |
        """);
    String scan = "2026-09-13T10:00:00Z|AVAILABLE_FOR_PICKUP|Ready|Lisboa";
    Shipment sent = Made.parcel("S1", Shipment.Status.AVAILABLE_FOR_PICKUP, "1", scan);
    Shipment.Tracking byHand =
        new Shipment.Tracking(
            "collect in store", Optional.empty(), Optional.empty(), Optional.empty());
    Shipment waits =
        new Shipment(
            sent.id(), byHand, sent.shippedAt(), sent.parts(), sent.status(), sent.events());
    String question = "How many days do you keep my order for me?";
    assertThat(said(asked(Made.order("2210", Made.parcels(waits)), "order/status", question)))
        .contains("21 days", "4 October")
        .doesNotContain("12 days");
    assertThat(said(asked(Made.order("2210", Made.parcels(sent)), "order/status", question)))
        .contains("12 days", "25 September")
        .doesNotContain("21 days");
  }

  @Test
  void whetherItIsStillKeptNeedsTheRule() {
    Order waiting =
        Made.order(
            "#7806",
            Made.parcels(
                Made.parcel(
                    "S1",
                    Shipment.Status.AVAILABLE_FOR_PICKUP,
                    "1",
                    "2026-09-12T12:00:00Z|AVAILABLE_FOR_PICKUP|At the shop|Lisboa")));
    String question = "I come home on the 20th. Will my parcel still be there?";
    assertThat(asked(waiting, "order/status", question)).isInstanceOf(AskAnswer.ForPerson.class);
    assertThat(said(asked(waiting, "order/status", "Where is my parcel?"))).contains("pick-up");
  }

  @Test
  void anothersOrderIsNotAnsweredByTheOwn() {
    Order own = delivered(false);
    Identity writer = new Identity(Identity.Level.ADDRESS, List.of(own), List.of("#7899"));
    for (String question :
        List.of(
            "My wife's order is #7899. Has it been sent?",
            "My wife ordered #7899, same address as my #7801. Has hers been sent?")) {
      assertThat(asked(writer, "order/status", question)).isNotInstanceOf(AskAnswer.Said.class);
    }
  }

  private static Order missed() {
    return Made.order(
        "#7801",
        Made.parcels(
            Made.parcel(
                "S1",
                Shipment.Status.ATTEMPT_FAILED,
                "1",
                "2026-09-14T12:00:00Z|ATTEMPT_FAILED|Nobody home|Lisboa")));
  }

  @Test
  void whatTheCarrierOfTheParcelDoesNextIsReadFromTheSentenceThatNamesIt() {
    publish(
        "trouble",
        """
        ## Not at home

        DHL leaves a card. CTT makes one more attempt on the next working day. UPS tries three times.
        """);
    assertThat(
            said(asked(missed(), "order/status", "Nobody rang!! What happens to my parcel 7801?")))
        .contains("CTT makes one more attempt")
        .doesNotContain("UPS tries");
  }

  @Test
  void whatAnotherCarrierDoesIsNotTold() {
    publish(
        "trouble",
        "UPS tries three times when nobody is at home. If CTT loses it we send it again.");
    assertThat(
            asked(missed(), "order/status", "Nobody rang!! What happens to my parcel 7801?")
                .toString())
        .doesNotContain("UPS tries", "send it again");
  }
}
