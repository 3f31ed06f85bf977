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

/// Other ways to get a parcel than the plain one to the door.
class ServicesTest extends Asking {
  @BeforeEach
  void delivery() {
    publish(
        "delivery",
        """
        # Delivery: prices, times and collecting

        We deliver to Portugal and Spain with CTT in 1-3 working days.

        ## Express

        Within Portugal only: €9.80, order before 11:00 on a working day and it is there on the next
        one. Not for family tents.

        ## Collecting a parcel

        - **CTT point (Portugal):** same price, kept for 6 days.
        - **SEUR Pickup shop (Spain):** €4.10, kept for 7 days.
        - **Our shop in Porto:** free, ready 2 hours after you order. We hold it for 21 days.

        Parcels that nobody collects come back to us. We then refund the goods, but not the delivery.
        """);
  }

  private AskAnswer asked(String text) {
    return asked(Made.owner(), "shipping/policy", text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "How much is express, and until when can I order?|€9.80|before 11:00",
        "any chance to have it tomorrow with express?|€9.80|Not for family tents",
        "if i order today do i get it tomorrow|€9.80|before 11:00",
        "do you do next day delivery to Lisbon|Within Portugal only|before 11:00",
        "How long does the SEUR point keep a parcel?|7 days|SEUR",
        "How many days does it stay in a pick-up point in Spain?|7 days|SEUR",
        "click n collect, how soon is it ready?|2 hours|Porto",
        "If I collect it in your shop, do you keep it so long?|21 days|Porto",
        "I don't make it to the pick-up point in time, then what?|come back|not the delivery"
      })
  void allThatIsSaidOfItIsTold(String question, String one, String other) {
    assertThat(said(asked(question))).contains(one, other);
  }

  @Test
  void anotherPlaceIsNotTold() {
    assertThat(said(asked("How long does the SEUR point keep a parcel?")))
        .doesNotContain("CTT", "21 days");
    assertThat(said(asked("How soon can I collect something at your shop?")))
        .doesNotContain("6 days", "7 days", "come back");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What does the express lane at your shop look like?",
        "Can you collect the parcel from me?",
        "How long does it stay in the Packstation in Germany?",
        "Is Sunday delivery possible?",
        "I paid for express and it is not here, why?",
        "Will the battery last overnight?",
        "Do you take American Express?",
        "Will it be here tomorrow?",
        "Quick one for our board: is the wood certified?",
        "Suppose I get round to ordering tomorrow, on which day would it leave?"
      })
  void whatIsNotPlainIsNotTold(String question) {
    assertThat(asked(question).toString()).as(question).doesNotContain("of that service");
  }

  @Test
  void whatLimitsItElsewhereIsToldToo() {
    publish(
        "lenses", "# Lenses\n\nLenses are ground to order, so express is not possible for them.");
    assertThat(said(asked("Is express possible for lenses?"))).contains("€9.80", "ground to order");
  }

  @Test
  void aLimitThatDoesNotNameItAgainIsToldToo() {
    publish(
        "delivery",
        """
        # Delivery

        We pack from Monday to Friday. In a hurry? There is express for €9. Ordered before 12:00, it
        is there on the next day. Express is never free. It cannot be chosen for tents. We are very fond of good tents.
        """);
    assertThat(said(asked("Is express possible for a tent?")))
        .contains("€9", "before 12:00", "cannot be chosen for tents")
        .doesNotContain("We pack", "very fond");
  }

  @Test
  void theDayThatIsAskedForIsTheOneThatIsTold() {
    publish(
        "delivery",
        """
        # Delivery

        | Service | How long | Price |
        |---|---|---|
        | Next day | next working day when ordered before 13:00 | €6.50 |
        | Saturday | Saturday when ordered before 12:00 on Friday | €9.95 |
        """);
    assertThat(said(asked("Do you do Saturday delivery and how much is it?"))).contains("€9.95");
  }

  @Test
  void tooMuchOfAServiceIsForAPerson() {
    publish(
        "delivery",
        """
        # Delivery

        ## Express

        Express costs €9. Order before 11:00. It comes on the next day. Islands take two. It is never
        free. Tents are left out. Stoves are left out.
        """);
    assertThat(asked("How much is express?").toString()).doesNotContain("of that service");
  }
}
