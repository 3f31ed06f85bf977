package deskhand.triage.articles;

import static org.assertj.core.api.Assertions.assertThat;

import deskhand.triage.Asking;
import deskhand.triage.Made;
import deskhand.triage.answers.AskAnswer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a table answers, however it is asked, and what it does not.
class TablesTest extends Asking {
  @BeforeEach
  void tables() {
    publish(
        "delivery",
        """
        | To | Time | Cost | Free from |
        |---|---|---|---|
        | Portugal | 1-2 working days | €3.90 | €40 |
        | Germany, Austria | 4-6 working days | €11.40 | €120 |
        | Germany, express | next working day | €24.00 | never |
        | Norway | 6-9 working days | €19.00 | never |
        """);
    publish(
        "shop",
        """
        Rua da Prata 3, Lisboa.

        | Day | Open |
        |---|---|
        | Monday | closed |
        | Tuesday to Friday | 10:00-19:00 |
        | Saturday | 10:00-13:00 |
        """);
    publish("contact", "We answer the chat and the phone from Monday to Friday, 14:00-16:00.");
  }

  private AskAnswer asked(String intent, String text) {
    return asked(Made.owner(), intent, text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Servus, a big tent for the whole family, what do you take for freight to Graz and how long?",
        "how much post to munich",
        "How many days will the stove be on the road to Austria?"
      })
  void theRowOfThePlaceIsTold(String question) {
    assertThat(said(asked("shipping/policy", question)))
        .contains("Germany, Austria", "4-6 working days", "€11.40")
        .doesNotContain("Norway", "€24.00", "Portugal");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Up to which value is a parcel to Germany insured, and what does it cost?",
        "What customs do I pay to Norway?",
        "How fast is express to Norway?"
      })
  void thePlainRowAnswersNothingElse(String question) {
    assertThat(asked("shipping/policy", question)).isInstanceOf(AskAnswer.ForPerson.class);
  }

  @Test
  void whatIsSaidOfTheThingComesBeforeTheRow() {
    publish("large", "Basecamp domes travel within Portugal only, on a pallet.");
    assertThat(
            asked("shipping/policy", "How much is delivery of a basecamp dome to Germany?")
                .toString())
        .doesNotContain("a table");
  }

  @Test
  void aPlaceWithoutARowHasNoAnswer() {
    assertThat(asked("shipping/policy", "How much is delivery to Japan?"))
        .isInstanceOf(AskAnswer.ForPerson.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "what time does the shop shut tomorrow? i finish at six",
        "Are you open on Mondays?",
        "u open till 7 tonight?",
        "Opening hours on saturday please"
      })
  void theHoursAreToldWhole(String question) {
    assertThat(said(asked("shipping/policy", question)))
        .contains("Monday", "closed", "10:00-19:00", "10:00-13:00")
        .doesNotContain("14:00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Why is my claim closed already?",
        "When will you open my case again?",
        "did you open my parcel on saturday?",
        "Ist meine Rechnung vom Montag noch offen?",
        "You are open on Saturday, I came in vain. I want a refund of my fare."
      })
  void whatElseIsOpenOrClosedIsNoQuestionForHours(String question) {
    assertThat(asked("complaint/service", question).toString()).doesNotContain("10:00");
    assertThat(asked("order/status", question).toString()).doesNotContain("10:00");
  }

  @Test
  void hoursOfTwoPlacesAreUnclear() {
    publish(
        "stall",
        "| Day | Open |\n|---|---|\n| Monday | closed |\n| Tuesday to Friday | 11:00-14:00 |\n| Saturday | 9:00-12:00 |");
    assertThat(asked("shipping/policy", "Are you open on Mondays?"))
        .isInstanceOf(AskAnswer.ForPerson.class);
  }

  @Test
  void anOpenedPackIsNoQuestionForHours() {
    assertThat(
            asked("return/policy", "Is the pack still returnable when I opened it on Saturday?")
                .toString())
        .doesNotContain("10:00");
  }

  @Test
  void aRowOfReturnsIsNoRowOfDelivery() {
    publish(
        "giving-back",
        "| From | Return label | Money within |\n|---|---|---|\n| Spain | €5.20 | 6 days |\n| France | €7.70 | 8 days |");
    assertThat(asked("shipping/policy", "What is shipping to Spain, how much?").toString())
        .doesNotContain("a table", "rows for that place");
  }

  @Test
  void aWeightMayHaveARowOfItsOwn() {
    assertThat(asked("shipping/policy", "How much is shipping to Norway for 12 kg?").toString())
        .doesNotContain("rows for that place");
  }

  @Test
  void whoStandsAtTheDoorIsToldTheHoursOfTheDoor() {
    publish(
        "reach",
        """
        ## Writing to us

        Letters are opened Monday to Friday, 8:00-12:00.

        ## Visit our showroom

        Tuesday to Friday 10:00-19:00, Saturday 10:00-13:00.
        """);
    assertThat(said(asked("shipping/policy", "what time ye closing today?")))
        .contains("19:00")
        .doesNotContain("8:00-12:00");
  }

  @Test
  void whoNamesNoCountryIsToldTheRowOfTheStoresOwn() {
    assertThat(asked("shipping/policy", "What does delivery cost?").toString())
        .containsOnlyOnce("text=Portugal: Time 1-2 working days, Cost €3.90, Free from €40.,")
        .doesNotContain("Norway", "Austria");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cost of return label from austria?",
        "What would a returns label from Vienna set me back?",
        "What do you take off for the label from Vienna?",
        "what do u deduct if I use your return label from graz",
        "How much is the postage if I send the tent back from Austria?"
      })
  void whatALabelCostsIsToldByTheRowOfThePlace(String question) {
    labels();
    assertThat(said(asked("return/policy", question)))
        .contains("Germany, Austria: Label €7.50")
        .doesNotContain("€4.90", "own cost", "€11.40");
  }

  @Test
  void aLabelFromSomewhereIsOneToSendBack() {
    labels();
    assertThat(said(asked("shipping/policy", "And what would the label from Austria cost?")))
        .contains("€7.50")
        .doesNotContain("€11.40");
  }

  @Test
  void whoNamesNoPlaceSendsBackFromTheStoresOwnCountryOrFromWhereTheOrderWent() {
    labels();
    assertThat(said(asked("return/policy", "What does the return label cost?")))
        .contains("Portugal: Label €4.90")
        .doesNotContain("€7.50");
    assertThat(said(asked("return/policy", "What does a return label from Norway cost me?")))
        .contains("no label")
        .doesNotContain("€4.90", "€7.50");
  }

  @Test
  void whoOnlySpeaksOfPostageIsToldNoLabel() {
    labels();
    assertThat(
            asked(
                    "return/policy",
                    "Your terms say that the postage of a return is yours, so I am returning the tent from Vienna.")
                .toString())
        .doesNotContain("the label from that place");
  }

  @Test
  void whetherSomethingMayGoBackIsAskedBesideTheLabel() {
    labels();
    assertThat(
            asked("return/policy", "Can I send both tents back and what is the label from Vienna?")
                .toString())
        .doesNotContain("the label from that place");
  }

  @Test
  void aRegionIsFoundByItsName() {
    publish(
        "sending back",
        """
        ## Return labels

        | You return from | Label |
        |---|---|
        | Portugal, mainland | €4.90 |
        | Azores, Madeira | €9.10 |
        """);
    assertThat(said(asked("return/policy", "What do you keep for the label from Madeira?")))
        .contains("€9.10")
        .doesNotContain("€4.90");
  }

  @Test
  void aListUnderALineAboutLabelsIsATable() {
    publish(
        "sending back",
        """
        ## Sending things back

        **What the label costs**

        - Portugal: €4.90
        - Germany, Austria: €7.50
        """);
    assertThat(said(asked("shipping/policy", "how much do you keep for the label from Austria?")))
        .contains("€7.50")
        .doesNotContain("€4.90");
  }

  @Test
  void whoAsksForLabelsToBuyIsNotToldWhatAReturnCosts() {
    labels();
    assertThat(asked("product/question", "How much do your name labels cost?"))
        .isInstanceOf(AskAnswer.ForPerson.class);
  }

  @Test
  void whatIsGivenForFreeIsNoDelivery() {
    assertThat(asked("shipping/policy", "Do you send free samples to Austria?").toString())
        .doesNotContain("a table");
    assertThat(said(asked("shipping/policy", "When is it free to send to Austria?")))
        .contains("€120");
  }

  private void labels() {
    publish(
        "sending back",
        """
        ## Return labels

        | You return from | Label |
        |---|---|
        | Portugal | €4.90 |
        | Germany, Austria | €7.50 |
        | Norway | no label, you send it at your own cost |
        """);
  }

  @Test
  void anAmountOfAnotherCurrencyIsNoBound() {
    assertThat(Bounds.fit("a tent for £60", "Portugal: Free from €40")).isZero();
    assertThat(Bounds.fit("a tent for €60", "Portugal: Free from €40")).isEqualTo(1);
    assertThat(Bounds.fit("a tent for 30 euros", "Portugal: Free from €40")).isEqualTo(-1);
    assertThat(Bounds.fit("a tent for 30 euros", "Portugal: Cost €3.90, Free from €40")).isZero();
  }

  @Test
  void aTableOfOnePlaceIsNamedByItsRows() {
    publish(
        "delivery to asia",
        """
        | To | Time | Cost | Portofrei ab |
        |---|---|---|---|
        | Japan, at home | 6-9 working days | €27.00 | €300 |
        """);
    assertThat(
            said(
                asked(
                    "shipping/policy",
                    "How much is delivery to Japan and from what amount is it portofrei?")))
        .contains("€27.00", "€300");
  }

  @Test
  void aRowOfOnePlaceIsOfDeliveryWhereItSaysSo() {
    publish(
        "charges at the border",
        """
        | Country | Amount |
        |---|---|
        | Japan | €16.50 |
        """);
    assertThat(asked("shipping/policy", "How much is delivery to Japan?").toString())
        .doesNotContain("a table");
  }

  @Test
  void aThingThatSoundsLikeDeliveryIsAThing() {
    publish("large", "Model ships travel within Portugal only.");
    assertThat(
            asked("shipping/policy", "How much is delivery of a model ship to Germany?").toString())
        .doesNotContain("a table");
  }
}
