package deskhand.triage;

import static org.assertj.core.api.Assertions.assertThat;

import deskhand.orders.Order;
import deskhand.orders.Shipment;
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
}
