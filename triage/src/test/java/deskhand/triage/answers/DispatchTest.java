package deskhand.triage.answers;

import static org.assertj.core.api.Assertions.assertThat;

import deskhand.orders.Order;
import deskhand.triage.Asking;
import deskhand.triage.Made;
import deskhand.triage.proof.Proof;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// When an order leaves that was just placed.
class DispatchTest extends Asking {
  private static final String QUESTION = "When does my order leave?";

  private static Order placed(String at, String item) {
    Order order =
        Made.order(
            "#7901",
            Order.Payment.PAID,
            Order.Fulfilment.UNFULFILLED,
            new Order.Contents(List.of(Made.line("1", item)), List.of(), List.of(), List.of()));
    return new Order(
        order.number(),
        order.buyer(),
        new Order.Times(Instant.parse(at), Optional.empty(), Made.NOON),
        order.money(),
        order.status(),
        order.contents());
  }

  private void rule() {
    publish("sending", "Orders placed before 13:00 on a working day leave that same day.");
  }

  @Test
  void theDayIsWorkedOutFromTheHourOfTheArticle() {
    rule();
    Order monday = placed("2026-09-14T15:10:00Z", "Two-person tent");
    AskAnswer answer = asked(monday, "order/status", QUESTION);
    assertThat(said(answer)).contains("before 13:00", "came in at 16:10", "leave today, 15");
    assertThat(new Proof(Made.given("", "x"), Made.words()).faults(reply(answer))).isEmpty();
    Order today = placed("2026-09-15T10:30:00Z", "Two-person tent");
    assertThat(said(asked(today, "order/status", "has it gone out?"))).contains("leave today, 15");
  }

  @Test
  void whatNoArticleSettlesIsForAPerson() {
    Order order = placed("2026-09-15T10:30:00Z", "Two-person tent");
    assertThat(asked(order, "order/status", QUESTION)).isInstanceOf(AskAnswer.ForPerson.class);
    assertThat(said(asked(order, "order/status", "Has it been sent?"))).contains("not been sent");
  }

  @Test
  void goodsThatAreSetApartLeaveAnotherDay() {
    rule();
    publish("tents", "Two-person tents are sewn to order and leave on Thursdays only.");
    AskAnswer tent =
        asked(placed("2026-09-15T10:30:00Z", "Two-person tent"), "order/status", QUESTION);
    assertThat(tent.toString()).doesNotContain("due to leave");
    AskAnswer stove =
        asked(placed("2026-09-15T10:30:00Z", "Camping stove"), "order/status", QUESTION);
    assertThat(said(stove)).contains("due to leave today");
  }

  @Test
  void aDayThatIsPastOrNamedApartIsNotPromised() {
    rule();
    Order overdue = placed("2026-09-10T10:30:00Z", "Camping stove");
    assertThat(asked(overdue, "order/status", QUESTION)).isInstanceOf(AskAnswer.ForPerson.class);
    publish("holiday", "On 15 September nothing leaves, it is our stock-taking day.");
    AskAnswer today =
        asked(placed("2026-09-15T10:30:00Z", "Camping stove"), "order/status", QUESTION);
    assertThat(today.toString()).doesNotContain("due to leave");
  }

  @Test
  void whatIsMadeFirstLeavesLater() {
    rule();
    publish("gifts", "Engraving on a camping stove takes 4 working days.");
    AskAnswer stove =
        asked(placed("2026-09-15T10:30:00Z", "Camping stove"), "order/status", QUESTION);
    assertThat(stove.toString()).doesNotContain("due to leave");
  }

  @Test
  void whatIsSaidOfTheGoodsOtherwiseSetsNothingApart() {
    rule();
    publish("care", "Camping stoves are goods with a guarantee of 2 years.");
    AskAnswer stove =
        asked(placed("2026-09-15T10:30:00Z", "Camping stove"), "order/status", QUESTION);
    assertThat(said(stove)).contains("due to leave today");
  }

  private AskAnswer supposed(String text) {
    return asked(Made.owner(), "shipping/policy", text);
  }

  @Test
  void theDayOfAnOrderThatIsOnlyThoughtOfIsWorkedOut() {
    publish(
        "sending",
        "Orders placed before 13:00 on a working day leave that same day. Anything later goes out"
            + " on the next working day.");
    String friday = "If I order on Friday at 3 in the afternoon, when does it leave?";
    AskAnswer answer = supposed(friday);
    assertThat(said(answer))
        .contains("before 13:00", "Anything later", "would leave on Monday, 21 September");
    assertThat(new Proof(Made.given("", friday), Made.words()).faults(reply(answer))).isEmpty();
    assertThat(new Proof(Made.given("", "If I order now?"), Made.words()).faults(reply(answer)))
        .isNotEmpty();
    assertThat(said(supposed("If I order tomorrow at 11 am, will it go out the same day?")))
        .contains("on Wednesday, 16 September")
        .doesNotContain("Anything later");
  }

  @Test
  void aBreakThatAnArticleNamesIsNotPromisedThrough() {
    rule();
    publish("us", "Our workshop is shut from 19 to 23 September for stock-taking.");
    assertThat(supposed("If I order on Friday at 3 pm, when does it leave?").toString())
        .doesNotContain("would leave");
    assertThat(said(supposed("If I order today at 4 pm, when does it leave?")))
        .contains("Wednesday, 16 September");
  }

  @Test
  void anHourThatLeavesTheDayOpenOrOtherGoodsAreNotPromised() {
    rule();
    publish("tents", "Family tents are sewn to order and leave on Thursdays only.");
    for (String text :
        List.of(
            "If I order on Friday, when does it leave?",
            "If I order on Monday at 3 pm it leaves Tuesday. If I order on Friday at 3 pm, when?",
            "If I order on Friday around 1 pm, when does it leave?",
            "If I order a stove on Friday at 3 pm, when does it leave?",
            "If I order on Friday at 3 pm, when do family tents leave?",
            "If I order express on Friday at 3 pm, when does it leave?",
            "If I order on Friday at 3 pm, when does it arrive?")) {
      assertThat(supposed(text).toString()).as(text).doesNotContain("would leave");
    }
  }
}
