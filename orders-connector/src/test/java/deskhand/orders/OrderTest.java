package deskhand.orders;

import static deskhand.orders.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderTest {
  private static final Order ORDER = Fixtures.order("#1");
  private static final Instant LATER = NOON.plus(Duration.ofDays(1));

  private static Order.Part part(String line, int quantity) {
    return new Order.Part(line, quantity);
  }

  private static Order with(
      List<Shipment> parcels, List<Order.Refund> refunds, List<Order.Return> returns) {
    return Fixtures.with(
        ORDER, new Order.Contents(ORDER.contents().lines(), parcels, refunds, returns), NOON);
  }

  private static List<String> titles(List<Order.Item> items) {
    return items.stream().map(item -> item.quantity() + " " + item.line().title()).toList();
  }

  private static Shipment parcel(String id, Shipment.Status status, Order.Part... parts) {
    return Fixtures.parcel(id, status, List.of(parts), NOON);
  }

  @Test
  void namesWhatIsInAParcelInTheOrdersOrder() {
    assertThat(titles(ORDER.items(List.of(part("2", 1), part("1", 1), part("1", 1), part("9", 4)))))
        .containsExactly("2 Kettle", "1 Whisk");
  }

  @Test
  void whatHasNotLeftIsStillToShip() {
    assertThat(titles(ORDER.stillToShip())).containsExactly("2 Kettle", "1 Whisk");
    Order half =
        with(List.of(parcel("S1", Shipment.Status.IN_TRANSIT, part("1", 1))), List.of(), List.of());
    assertThat(titles(half.stillToShip())).containsExactly("1 Kettle", "1 Whisk");
    Shipment label =
        new Shipment(
            "S1",
            parcel("S1", Shipment.Status.PRE_TRANSIT).tracking(),
            java.util.Optional.empty(),
            List.of(part("1", 2)),
            Shipment.Status.PRE_TRANSIT,
            List.of());
    assertThat(titles(with(List.of(label), List.of(), List.of()).stillToShip()))
        .containsExactly("2 Kettle", "1 Whisk");
  }

  @Test
  void whatWasRefundedWithoutAReturnIsNotShipped() {
    Order.Refund refund =
        new Order.Refund(NOON, Fixtures.eur("35.50"), "card", List.of(part("1", 1), part("2", 1)));
    assertThat(titles(with(List.of(), List.of(refund), List.of()).stillToShip()))
        .containsExactly("1 Kettle");
    Order.Return back =
        new Order.Return("R", NOON, Order.ReturnStatus.RECEIVED, List.of(part("1", 1)));
    Shipment shipped = parcel("S1", Shipment.Status.DELIVERED, part("1", 1));
    assertThat(titles(with(List.of(shipped), List.of(refund), List.of(back)).stillToShip()))
        .containsExactly("1 Kettle");
  }

  @Test
  void nothingOfACancelledOrderIsStillToShip() {
    Order cancelled = Fixtures.cancelled(ORDER, LATER);
    assertThat(cancelled.isCancelled()).isTrue();
    assertThat(cancelled.stillToShip()).isEmpty();
  }

  @Test
  void isDeliveredWhenTheLastParcelIs() {
    Shipment first = parcel("S1", Shipment.Status.DELIVERED, part("1", 2));
    Shipment second =
        Fixtures.parcel("S2", Shipment.Status.DELIVERED, List.of(part("2", 1)), LATER);
    assertThat(with(List.of(first), List.of(), List.of()).completelyDeliveredAt()).isEmpty();
    assertThat(with(List.of(first, second), List.of(), List.of()).completelyDeliveredAt())
        .contains(LATER.plusSeconds(60));
    Shipment moving =
        Fixtures.parcel("S2", Shipment.Status.IN_TRANSIT, List.of(part("2", 1)), LATER);
    Order half = with(List.of(first, moving), List.of(), List.of());
    assertThat(half.completelyDeliveredAt()).isEmpty();
    assertThat(half.isUnderWay(java.time.Instant.MAX)).isTrue();
    Order whole = with(List.of(first, second), List.of(), List.of());
    assertThat(whole.isUnderWay(whole.completelyDeliveredAt().orElseThrow())).isFalse();
    assertThat(whole.isUnderWay(java.time.Instant.EPOCH)).isTrue();
    assertThat(half.lastDeliveryAt()).contains(NOON.plusSeconds(60));
    assertThat(half.latestEstimatedDelivery()).contains(LocalDate.of(2026, 6, 17));
    assertThat(with(List.of(first), List.of(), List.of()).latestEstimatedDelivery()).isEmpty();
  }

  @Test
  void addsUpWhatWentBack() {
    Order.Refund refund = new Order.Refund(NOON, Fixtures.eur("5.50"), "card", List.of());
    assertThat(ORDER.refunded()).isEmpty();
    assertThat(with(List.of(), List.of(refund, refund), List.of()).refunded())
        .contains(Fixtures.eur("11.00"));
  }

  @Test
  void aNumberWithoutALetterOrDigitIsNone() {
    assertThatThrownBy(() -> Fixtures.order("#")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Fixtures.order(" ")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Fixtures.order("1\n2")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Fixtures.order("1".repeat(65)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
