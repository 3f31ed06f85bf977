package deskhand.triage.answers;

import static org.assertj.core.api.Assertions.assertThat;

import deskhand.orders.Order;
import deskhand.orders.Shipment;
import deskhand.store.Money;
import deskhand.triage.Asking;
import deskhand.triage.Identity;
import deskhand.triage.Made;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// When what was sold before it was there leaves.
class PreOrderTest extends Asking {
  private static final String QUESTION = "Where is the rest of my order?";

  @BeforeEach
  void announce() {
    publish(
        "buying ahead",
        """
        ## Pre-orders

        | Pre-order | Leaves from |
        |---|---|
        | Stormcap shelter | 2 November 2026 |
        | Lantern 600, moss | 9 November 2026 |
        | Wool quilts and pillows | 16 November 2026 |

        ## Back-orders

        | Article | Ships from |
        |---|---|
        | Ridge pole, carbon, 120 cm | 7 December 2026 |

        ## Batteries

        | Lantern | Burns for |
        |---|---|
        | Lantern 600 | 20 hours |
        """);
  }

  private static Order.Line line(String title, String variant) {
    return new Order.Line("9", "SKU9", title, variant, 1, Money.of("40.00", "EUR"), false);
  }

  private static Order order(Order.Line toCome, Shipment... sent) {
    return Made.order(
        "#7910",
        Order.Payment.PAID,
        sent.length == 0 ? Order.Fulfilment.UNFULFILLED : Order.Fulfilment.PARTIAL,
        new Order.Contents(
            List.of(Made.line("1", "Camping stove"), toCome), List.of(sent), List.of(), List.of()));
  }

  private String told(Order.Line toCome, String intent) {
    Shipment came = Made.parcel("S1", Shipment.Status.DELIVERED, "1");
    return said(asked(order(toCome, came), intent, QUESTION));
  }

  @Test
  void theRowThatNamesItIsToldWhateverItsSize() {
    Order.Line shelter = line("Stormcap shelter (pre-order)", "three persons, dark green");
    assertThat(told(shelter, "order/status")).contains("2 November 2026");
    assertThat(told(shelter, "order/missing-item")).contains("2 November 2026");
  }

  @Test
  void aRowMayNameItsSort() {
    assertThat(told(line("Wool quilt (pre-order)", "140 x 200"), "order/status"))
        .contains("16 November 2026")
        .doesNotContain("2 November", "9 November");
  }

  @Test
  void whatIsOnBackOrderIsToldByItsRowToo() {
    assertThat(told(line("Ridge pole 120 cm", "carbon"), "order/missing-item"))
        .contains("7 December 2026");
  }

  @Test
  void theDayOfAnotherColourIsNotTold() {
    assertThat(told(line("Lantern 600", "black"), "order/status"))
        .contains("Lantern 600")
        .doesNotContain("9 November", "20 hours");
    assertThat(told(line("Lantern 600", "moss"), "order/status")).contains("9 November 2026");
  }

  @Test
  void whoMayNotKnowTheItemsHearsNoRowThatNamesOne() {
    Order order = order(line("Stormcap shelter (pre-order)", ""));
    Identity named = new Identity(Identity.Level.MATCHED, List.of(order), List.of());
    assertThat(named.maySeeItems()).isFalse();
    assertThat(asked(named, "order/status", "Where is my order #7910?").toString())
        .contains("not been sent")
        .doesNotContain("Stormcap", "2 November");
  }
}
