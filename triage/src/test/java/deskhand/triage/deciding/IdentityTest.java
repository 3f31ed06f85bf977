package deskhand.triage.deciding;

import static org.assertj.core.api.Assertions.assertThat;

import deskhand.conversations.ChannelKind;
import deskhand.conversations.Kind;
import deskhand.conversations.Proven;
import deskhand.orders.Order;
import deskhand.orders.Orders;
import deskhand.triage.Asking;
import deskhand.triage.Case;
import deskhand.triage.Decision;
import deskhand.triage.Made;
import deskhand.triage.Triage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Who has proven nothing, and names number, e-mail and postcode of an order, however untidily.
class IdentityTest extends Asking {
  private static final Order ORDER = Made.onItsWay("#7801");

  @Autowired Orders orders;
  @Autowired Triage triage;

  @BeforeEach
  void mirror() {
    orders.mirror(store().id(), ORDER);
  }

  private Decision decide(String text, Case.Turn... history) {
    return triage.decide(
        new Case(
            store(),
            new Case.Writer(ChannelKind.CHAT, Optional.empty(), "", Proven.NOTHING),
            List.of(new Case.Said("", text, "", Kind.MESSAGE, List.of())),
            List.of(history),
            Case.Standing.fresh(),
            Made.NOON));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "where is order 7801? ida.holm@example.org, 1200-114",
        "not logged in, nr 7801 , IDA.HOLM@EXAMPLE.ORG, P-1200114. today?",
        "order #7801, ida.holm@example.org, postcode 12 00 114 - where is it?"
      })
  void allThreeProveTheOrder(String text) {
    Decision decision = decide(text);
    assertThat(decision).isInstanceOf(Decision.Answer.class);
    assertThat(((Decision.Answer) decision).reply().text()).contains("#7801", "in transit");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "where is order 7801? ida.holm@example.org, 1200-115",
        "where is order 7801? ida@example.org, 1200-114",
        "where is order 7801? 1200-114"
      })
  void twoOfThreeProveNothing(String text) {
    assertThat(decide(text).toString()).doesNotContain("in transit");
  }

  @Test
  void theNumberOfAnOrderIsNotItsPostcodeToo() {
    Order order = Made.onItsWay("#1200114");
    orders.mirror(store().id(), order);
    assertThat(decide("where is order 1200114? ida.holm@example.org").toString())
        .doesNotContain("in transit");
    assertThat(decide("where is #1200114? ida.holm@example.org, 1200-114")).isNotNull();
  }

  @Test
  void aPostcodeThatIsAskedForIsNoOrderNumber() {
    Decision decision =
        decide(
            "1200114",
            new Case.Turn(
                Case.Turn.By.CUSTOMER, "7801 where is it? my mail is ida.holm@example.org"),
            new Case.Turn(
                Case.Turn.By.ASSISTANT,
                "To look this up I also need the postcode of the delivery address, please."));
    assertThat(decision).isInstanceOf(Decision.Answer.class);
  }

  @Test
  void whoOnlySendsTheProofsIsAnsweredInTheLanguageOfTheQuestion() {
    Decision decision =
        decide(
            "ida.holm@example.org, cap 1200-114",
            new Case.Turn(Case.Turn.By.CUSTOMER, "buongiorno, a che punto è il mio ordine 7801?"),
            new Case.Turn(
                Case.Turn.By.ASSISTANT, "Mi servono ancora l'e-mail dell'ordine e il CAP."));
    assertThat(decision).isInstanceOf(Decision.Answer.class);
    assertThat(((Decision.Answer) decision).reply().text()).contains("#7801", "in viaggio");
  }
}
