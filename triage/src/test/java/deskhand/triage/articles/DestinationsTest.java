package deskhand.triage.articles;

import static org.assertj.core.api.Assertions.assertThat;

import deskhand.orders.Order;
import deskhand.triage.Asking;
import deskhand.triage.Made;
import deskhand.triage.answers.AskAnswer;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is told of delivery to a place, and that nothing goes there.
class DestinationsTest extends Asking {
  private AskAnswer asked(String text) {
    return asked(Made.owner(), "shipping/policy", text);
  }

  private void table() {
    publish(
        "delivery",
        """
        # Delivery: prices, times and collection

        | To | Carrier | Working days | Price | We pay it from |
        |---|---|---|---|---|
        | Portugal (mainland) | CTT | 1-2 | €3.90 | €40 |
        | Madeira and the Azores | CTT | 4-7 | €8.90 | €100 |
        | Germany, Austria | DPD | 4-6 | €11.40 | €120 |
        | All other EU countries | UPS | 5-8 | €14.50 | €160 |
        | United Kingdom | UPS | 6-9 | €19.00 | never |

        Countries that are not listed are not served. That includes Norway and everywhere outside Europe.

        ## Collecting it

        - **DPD shop (Germany):** €2.00, held for 7 days.
        """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "What do you take for sending a tent to Linz and how many days shall I count?|€11.40",
        "from what amount do you pay the postage to kufstein|€120",
        "Do you deliver to Cork, and is it free above a certain sum?|€160",
        "What is postage to Horta in the Azores?|€8.90",
        "whats postage for a mug to wolverhampton|€19.00",
        "How much do I have to spend for free delivery?|€40"
      })
  void theRowIsToldWhereverThePlaceIs(String question, String told) {
    table();
    assertThat(said(asked(question))).contains(told).doesNotContain("€2.00", "held");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hei do you deliver in norway",
        "We live near Trondheim. Could a tent be posted to us, against extra payment if need be?",
        "shipping to tokyo possible?"
      })
  void aPlaceThatIsNotListedIsNotServed(String question) {
    table();
    assertThat(said(asked(question))).contains("not served").doesNotContain("€");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "do you ship to switzerland, right at the border, almost germany lol",
        "delivery time to Funchal, the island?"
      })
  void theRowOfAnotherPlaceThanTheOneMeantIsNotSent(String question) {
    table();
    assertThat(asked(question)).isInstanceOf(AskAnswer.ForPerson.class);
  }

  @Test
  void goodsThatAreNotSentThereHaveNoRow() {
    table();
    publish(
        "live",
        "# Delivery of plants\n\n**United Kingdom and Switzerland:** no plants and no seeds go there.");
    assertThat(asked("What is postage for a fern to Leeds?").toString()).doesNotContain("a table");
    assertThat(said(asked("What is postage to Leeds?"))).contains("€19.00");
  }

  @Test
  void goodsMayBeSentWithinOneCountryOnly() {
    table();
    publish("fuel", "# Delivery of fuel\n\nGas and stoves are sent within Portugal only.");
    assertThat(asked("What do you charge for stoves to Vienna?").toString())
        .doesNotContain("a table");
    assertThat(asked("What do you charge for a burner to Vienna?").toString())
        .doesNotContain("a table");
    assertThat(said(asked("What do you charge for delivery to Vienna?"))).contains("€11.40");
  }

  @Test
  void whatIsGivenAwayIsNoDelivery() {
    table();
    assertThat(asked("Do you send free samples to Austria?").toString()).doesNotContain("a table");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What is the postage to Xanthopolis?",
        "how much is shipping to xanthopolis",
        "What does express to Vienna cost?",
        "How long does a DPD shop in Germany hold my parcel?"
      })
  void whatIsNotKnownOrAnotherMatterHasNoRow(String question) {
    table();
    assertThat(asked(question).toString()).doesNotContain("the rows for that place");
  }

  @Test
  void whoWaitsForAnOrderIsToldOfIt() {
    table();
    Order order = Made.onItsWay("#7802", "2026-09-14T12:00:00Z|IN_TRANSIT|Sorted|Porto");
    assertThat(said(asked(order, "order/status", "Will you deliver to Graz this week, and when?")))
        .contains("#7802")
        .doesNotContain("€11.40");
  }

  @Test
  void whatWasTakenForSomethingElseIsStillADelivery() {
    table();
    assertThat(said(asked(Made.owner(), "product/question", "what's the postage to Graz")))
        .contains("€11.40");
  }

  @Test
  void aListThatIsNotClosedRefusesNothing() {
    publish(
        "delivery",
        "# Delivery\n\n| To | Price |\n|---|---|\n| Portugal | €3.90 |\n| Germany | €11.40 |\n| Spain | €5.00 |\n\nWe do not deliver on Sundays.");
    assertThat(asked("Do you deliver to Norway?")).isInstanceOf(AskAnswer.ForPerson.class);
  }

  @Test
  void aHeadingMayNameThePlace() {
    publish(
        "delivery",
        """
        # Delivery zones

        ## Zone 1 - Portugal
        CTT, 1-2 working days. €3.90, free of charge from €40.

        ## Zone 2 - Germany and Austria
        DPD, 4-6 working days. €11.40, free of charge from €120.
        """);
    assertThat(said(asked("How much is shipping a tent to Graz and roughly how long?")))
        .contains("€11.40", "4-6 working days")
        .doesNotContain("€3.90");
  }

  @Test
  void whoNamesNoPlaceIsToldTheServicesOfTheStoresOwn() {
    publish(
        "delivery",
        """
        # Delivery in Portugal

        | Service | Time | Price |
        |---|---|---|
        | Standard | 2-3 working days | €3.90 |
        | Letter | 3-4 working days | €1.90 |
        | Next day | next working day | €9.90 |
        """);
    assertThat(said(asked("whats delivery cost")))
        .contains("€3.90", "€1.90")
        .doesNotContain("€9.90");
    assertThat(asked("whats delivery cost to norway").toString())
        .doesNotContain("the rows for that place");
  }

  @Test
  void aTimeOrAPriceAloneGoesWithWhatWasAskedBefore() {
    assertThat(DeliveryQuestion.isNumberAlone("and roughly how many days is it?", Locale.ENGLISH))
        .isTrue();
    assertThat(DeliveryQuestion.isNumberAlone("is it free above a certain sum?", Locale.ENGLISH))
        .isTrue();
    assertThat(DeliveryQuestion.isNumberAlone("how long can I keep the tent?", Locale.ENGLISH))
        .isFalse();
    assertThat(DeliveryQuestion.isNumberAlone("what is the latest I can order?", Locale.ENGLISH))
        .isFalse();
  }
}
