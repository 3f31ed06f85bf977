package deskhand.orders;

import deskhand.store.StoreId;
import java.time.Instant;

/// Something that happened in the shop, found by comparing an order with what was mirrored before.
/// Published in the transaction that changes the mirror: a listener may only insert and schedule. A
/// first import publishes none.
public sealed interface ShopEvent {
  StoreId store();

  String order();

  Instant at();

  record OrderPlaced(StoreId store, String order, Instant at) implements ShopEvent {}

  record OrderCancelled(StoreId store, String order, Instant at) implements ShopEvent {}

  record ParcelShipped(StoreId store, String order, String shipment, Instant at)
      implements ShopEvent {}

  record ParcelMoved(
      StoreId store, String order, String shipment, Shipment.Status status, Instant at)
      implements ShopEvent {}

  record ParcelDelivered(StoreId store, String order, String shipment, Instant at)
      implements ShopEvent {}

  record ReturnRequested(StoreId store, String order, String returnId, Instant at)
      implements ShopEvent {}

  record RefundMade(StoreId store, String order, Instant at) implements ShopEvent {}
}
