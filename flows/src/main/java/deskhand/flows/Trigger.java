package deskhand.flows;

import deskhand.orders.ShopEvent;

/// What begins a flow.
public enum Trigger {
  PARCEL_SHIPPED,
  PARCEL_DELIVERED;

  boolean begunBy(ShopEvent event) {
    return switch (event) {
      case ShopEvent.ParcelShipped shipped -> this == PARCEL_SHIPPED;
      case ShopEvent.ParcelDelivered delivered -> this == PARCEL_DELIVERED;
      case ShopEvent.OrderPlaced placed -> false;
      case ShopEvent.OrderCancelled cancelled -> false;
      case ShopEvent.ParcelMoved moved -> false;
      case ShopEvent.ReturnRequested requested -> false;
      case ShopEvent.RefundMade made -> false;
    };
  }
}
