package deskhand.flows;

import deskhand.orders.Order;
import deskhand.orders.Shipment;

/// Something that may be so, by which a flow waits or ends.
public enum Condition {
  ORDER_CANCELLED("the order was cancelled"),
  RETURN_REQUESTED("the customer sends something back"),
  REFUND_MADE("money of the order went back"),
  PARCEL_GONE("the shop no longer knows the parcel"),
  PARCEL_ARRIVED("the parcel has arrived already"),
  PARCEL_CAME_BACK("the parcel came back"),
  OPEN_MATTER("the customer has an open matter with the store");

  private final String words;

  Condition(String words) {
    this.words = words;
  }

  /// As a person reads it.
  public String words() {
    return words;
  }

  boolean holds(Order order, Facts facts) {
    return switch (this) {
      case ORDER_CANCELLED -> order.isCancelled();
      case RETURN_REQUESTED -> !order.returnsMade().isEmpty();
      case REFUND_MADE -> !order.contents().refunds().isEmpty();
      case PARCEL_GONE -> facts.parcel().isEmpty();
      case PARCEL_ARRIVED -> facts.parcel().filter(Shipment::isDelivered).isPresent();
      case PARCEL_CAME_BACK ->
          facts.parcel().filter(parcel -> parcel.status() == Shipment.Status.RETURNED).isPresent();
      case OPEN_MATTER -> facts.openMatter();
    };
  }
}
