package deskhand.flows;

import deskhand.orders.Order;
import deskhand.orders.Shipment;
import deskhand.store.Store;
import java.time.Instant;
import java.util.Optional;

/// How things stand when a run looks.
///
/// @param order absent where the shop's mirror no longer has it
/// @param parcel the one the run is about; absent where it is gone, or the run is about the order
/// @param openMatter whether the customer waits for something from the store
record Facts(
    Store store,
    Optional<Order> order,
    Optional<Shipment> parcel,
    boolean openMatter,
    QuietHours quietHours) {

  /// From when a wait counts, where that has happened.
  Optional<Instant> anchor(Step.Anchor anchor, Instant startedAt) {
    return switch (anchor) {
      case START -> Optional.of(startedAt);
      case LAST_DELIVERY -> order.flatMap(Order::completelyDeliveredAt);
    };
  }

  Optional<Instant> quietUntil(Instant now) {
    return quietHours.endAfter(now, store.zone());
  }
}
