package deskhand.orders;

import deskhand.store.StoreId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What happened to an order between two readings of it.
final class WhatHappened {
  private WhatHappened() {}

  /// The events that lead from one state to the other, in the order in which a shop makes them.
  /// What has no time of its own happened when it was read; in an order never seen before, when the
  /// parcel left, or the order was placed.
  static List<ShopEvent> between(StoreId store, Optional<Order> before, Order now) {
    List<ShopEvent> events = new ArrayList<>();
    String number = now.number();
    Instant fallback = before.isPresent() ? now.times().readAt() : now.times().placedAt();
    if (before.isEmpty()) {
      events.add(new ShopEvent.OrderPlaced(store, number, now.times().placedAt()));
    }
    for (Shipment parcel : now.contents().shipments()) {
      Optional<Shipment> known = before.flatMap(order -> order.shipment(parcel.id()));
      events.addAll(ofParcel(store, now, parcel, known, fallback));
    }
    for (Order.Return back : now.contents().returns()) {
      if (before.stream()
          .flatMap(order -> order.contents().returns().stream())
          .noneMatch(known -> known.id().equals(back.id()))) {
        events.add(new ShopEvent.ReturnRequested(store, number, back.id(), back.requestedAt()));
      }
    }
    List<Order.Refund> refunds = new ArrayList<>(now.contents().refunds());
    before.ifPresent(order -> order.contents().refunds().forEach(refunds::remove));
    refunds.forEach(refund -> events.add(new ShopEvent.RefundMade(store, number, refund.at())));
    if (now.isCancelled() && !before.map(Order::isCancelled).orElse(false)) {
      events.add(
          new ShopEvent.OrderCancelled(store, number, now.times().cancelledAt().orElse(fallback)));
    }
    return events;
  }

  private static List<ShopEvent> ofParcel(
      StoreId store, Order order, Shipment now, Optional<Shipment> before, Instant fallback) {
    List<ShopEvent> events = new ArrayList<>();
    String number = order.number();
    Instant left =
        now.shippedAt()
            .or(() -> now.events().stream().map(Shipment.TrackingEvent::at).findFirst())
            .orElse(fallback);
    Instant otherwise = before.isPresent() ? fallback : left;
    if (now.hasLeft() && !before.map(Shipment::hasLeft).orElse(false)) {
      events.add(new ShopEvent.ParcelShipped(store, number, now.id(), left));
    }
    if (before.map(Shipment::status).filter(now.status()::equals).isPresent()) {
      return events;
    }
    if (now.isDelivered()) {
      Instant delivered = now.deliveredAt().orElse(otherwise);
      events.add(new ShopEvent.ParcelDelivered(store, number, now.id(), delivered));
    } else if (before.isPresent() || now.hasLeft()) {
      Instant moved = now.lastEvent().map(Shipment.TrackingEvent::at).orElse(otherwise);
      events.add(new ShopEvent.ParcelMoved(store, number, now.id(), now.status(), moved));
    }
    return events;
  }
}
