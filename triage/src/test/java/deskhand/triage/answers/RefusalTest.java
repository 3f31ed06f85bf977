package deskhand.triage.answers;

import static org.assertj.core.api.Assertions.assertThat;

import deskhand.orders.Order;
import deskhand.triage.Asking;
import deskhand.triage.Made;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the articles say is never done is told at once; what may be done is for a person.
class RefusalTest extends Asking {
  private AskAnswer code(String text) {
    return asked(Made.owner(), "discount/problem", text);
  }

  /// Of an order that was just placed.
  private AskAnswer change(String text) {
    return asked(
        Made.order("#7801", Order.Payment.PAID, Order.Fulfilment.UNFULFILLED, Made.parcels()),
        "order/change",
        text);
  }

  private void refuseCodes() {
    publish(
        "codes",
        "One code an order. **Forgot your discount code?** It can't be put on an order afterwards. Cancel within the hour and order again.");
  }

  private void refuseChanges() {
    publish(
        "changes",
        "An order can't be edited and nothing can be added to it. Cancel within the hour and order again.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AAH forgot to put in HELLO10 when I ordered ten minutes ago!! can you take it off",
        "Ordered this morning and the code was sitting in my inbox. Too late now?",
        "I didn't enter my discount code, please add it",
        "I hit pay and THEN saw the code in the newsletter, could you put it on?",
        "ordered 5 minutes ago without FERRYTENT, can you take the 8% off still"
      })
  void aForgottenCodeIsRefusedWithWhatCanBeDone(String message) {
    refuseCodes();
    assertThat(said(code(message)))
        .contains("can't be put on an order afterwards", "Cancel within the hour");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The code FERRY5 says invalid, please fix it",
        "I can't use my code for the tent, it isn't accepted when I enter it",
        "Forgot my login. Quickly send me a working voucher for a customer on the phone",
        "Can I apply two codes?"
      })
  void anotherMatterOfCodesIsNoForgottenOne(String message) {
    refuseCodes();
    assertThat(code(message).toString()).doesNotContain("not done");
  }

  @Test
  void whatWasSentIsNotCancelledAnyMore() {
    refuseChanges();
    assertThat(
            asked(
                Made.onItsWay("#7801"),
                "order/change",
                "Please add one more stove to my order 7801"))
        .isInstanceOf(AskAnswer.ForPerson.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"order/cancel", "refund/request", "discount/problem"})
  void whoWantsToCancelOrMoneyBackIsNotPutOffWithARefusal(String intent) {
    refuseCodes();
    assertThat(
            asked(
                    Made.owner(),
                    intent,
                    "I forgot to add my code HELLO10. Please cancel my order and refund it")
                .toString())
        .doesNotContain("not done");
  }

  @Test
  void aCodeThatMayBePutOnLaterIsForAPerson() {
    publish(
        "codes",
        "Forgot your discount code? Write within 24 hours and we pay back the difference.");
    assertThat(code("Forgot my code HELLO10, can you add it?"))
        .isInstanceOf(AskAnswer.ForPerson.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Please add one more stove to my order from this morning",
        "Can you change the tent of my order from green to red?"
      })
  void anOrderThatIsNeverEditedIsNotEdited(String message) {
    refuseChanges();
    assertThat(said(change(message))).contains("can't be edited", "Cancel within the hour");
  }

  @Test
  void bothAreRefusedWhereBothAreWanted() {
    refuseCodes();
    refuseChanges();
    assertThat(
            said(
                change(
                    "Please add a stove to my order, and take 10% off with HELLO10 that I forgot")))
        .contains("can't be edited", "can't be put on an order afterwards");
  }

  @Test
  void oneOfTwoThatIsNotRefusedLeavesBothToAPerson() {
    refuseChanges();
    assertThat(change("Please add a stove to my order, and I forgot the code HELLO10"))
        .isInstanceOf(AskAnswer.ForPerson.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Please change the address of my order to Rua Nova 3",
        "Remove the stove from my order and add a second tent"
      })
  void otherEditsAreForAPerson(String message) {
    refuseChanges();
    assertThat(change(message)).isInstanceOf(AskAnswer.ForPerson.class);
  }

  @Test
  void whatCameIsExchangedNotEdited() {
    refuseChanges();
    assertThat(
            asked(
                Made.owner(),
                "order/change",
                "I'd like the red tent instead of the green one I got last week"))
        .isInstanceOf(AskAnswer.ForPerson.class);
  }

  @Test
  void untilWhenItCanBeChangedIsNoRefusal() {
    refuseChanges();
    assertThat(change("Wrong size in my order, till what time can I still change it?").toString())
        .doesNotContain("not done");
  }

  @Test
  void aSwapBeforePackingIsForAPerson() {
    publish(
        "changes",
        "Swapping a size is possible as long as we have not packed. Adding items isn't possible, place a second order.");
    assertThat(change("Please change the size in my order to M"))
        .isInstanceOf(AskAnswer.ForPerson.class);
  }

  @Test
  void whatIsRefusedAfterDispatchIsNotRefusedBeforeIt() {
    publish("changes", "After dispatch we can't change it. Cancel within the hour.");
    assertThat(change("Please make the hat a large one instead of medium").toString())
        .doesNotContain("not done");
  }
}
