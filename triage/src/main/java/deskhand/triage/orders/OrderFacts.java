package deskhand.triage.orders;

import deskhand.orders.Order;
import deskhand.orders.Shipment;
import deskhand.triage.Evidence;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// An order as named fields with values in one spelling (ISO dates and instants, decimal amounts
/// with their currency), so that a sentence can name the field it rests on and a later reader can
/// see whether that field is still the same.
///
/// Holds no address, phone number or e-mail: what is not here cannot be said.
public record OrderFacts(Order order, Map<String, String> fields) {
  private static final int MOST_PARCELS = 50;
  private static final int MOST_EVENTS = 200;

  public OrderFacts {
    fields = Map.copyOf(fields);
  }

  public static OrderFacts of(Order order) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("number", order.number());
    fields.put("placedAt", order.times().placedAt().toString());
    order.times().cancelledAt().ifPresent(at -> fields.put("cancelledAt", at.toString()));
    fields.put("payment", order.status().payment().name());
    fields.put("fulfilment", order.status().fulfilment().name());
    fields.put("total", money(order.money().total()));
    fields.put("shippingTotal", money(order.money().shipping()));
    order
        .buyer()
        .shippingAddress()
        .ifPresent(address -> {
          fields.put("country", address.country());
          fields.put("city", address.city());
        });
    order
        .contents()
        .lines()
        .forEach(line -> {
          String key = "line." + line.id();
          fields.put(key, line.title());
          fields.put(key + ".variant", line.variant());
          fields.put(key + ".quantity", Integer.toString(line.quantity()));
          fields.put(key + ".unitPrice", money(line.unitPrice()));
          fields.put(key + ".finalSale", Boolean.toString(line.finalSale()));
        });
    order.contents().shipments().stream()
        .limit(MOST_PARCELS)
        .forEach(shipment -> put(fields, shipment));
    for (int i = 0; i < order.contents().refunds().size(); i++) {
      Order.Refund refund = order.contents().refunds().get(i);
      fields.put("refund." + (i + 1) + ".amount", money(refund.amount()));
      fields.put("refund." + (i + 1) + ".at", refund.at().toString());
      fields.put("refund." + (i + 1) + ".method", refund.method());
    }
    fields.put("refunds", Integer.toString(order.contents().refunds().size()));
    order
        .contents()
        .returns()
        .forEach(back -> {
          fields.put("return." + back.id() + ".status", back.status().name());
          fields.put("return." + back.id() + ".requestedAt", back.requestedAt().toString());
        });
    fields.put("returns", Integer.toString(order.contents().returns().size()));
    return new OrderFacts(order, fields);
  }

  private static void put(Map<String, String> fields, Shipment shipment) {
    String key = "shipment." + shipment.id();
    fields.put(key + ".status", shipment.status().name());
    fields.put(key + ".carrier", shipment.tracking().carrier());
    shipment.tracking().number().ifPresent(v -> fields.put(key + ".trackingNumber", v));
    shipment.tracking().url().ifPresent(v -> fields.put(key + ".trackingUrl", v));
    shipment
        .tracking()
        .estimatedDelivery()
        .ifPresent(v -> fields.put(key + ".estimatedDelivery", v.toString()));
    shipment.shippedAt().ifPresent(v -> fields.put(key + ".shippedAt", v.toString()));
    int events = Math.min(MOST_EVENTS, shipment.events().size());
    fields.put(key + ".events", Integer.toString(shipment.events().size()));
    for (int i = shipment.events().size() - events; i < shipment.events().size(); i++) {
      Shipment.TrackingEvent event = shipment.events().get(i);
      String name = key + ".event." + (i + 1);
      fields.put(name + ".at", event.at().toString());
      fields.put(name + ".status", event.status().name());
      fields.put(name + ".description", event.description());
      fields.put(name + ".location", event.location());
    }
  }

  private static String money(deskhand.store.Money money) {
    return money.amount().toPlainString() + " " + money.currency().getCurrencyCode();
  }

  public String number() {
    return order.number();
  }

  /// The field as evidence; a field that the order has not is evidence of its absence.
  public Evidence.FromOrder fact(String field) {
    return new Evidence.FromOrder(
        order.number(), field, fields.getOrDefault(field, ""), order.times().readAt());
  }

  /// The prefix of an event's fields.
  public static String event(Shipment shipment, Shipment.TrackingEvent event) {
    return "shipment." + shipment.id() + ".event." + (shipment.events().indexOf(event) + 1);
  }

  /// The last scan, whatever it said.
  static Optional<Shipment.TrackingEvent> lastEvent(Shipment shipment) {
    return shipment.events().isEmpty()
        ? Optional.empty()
        : Optional.of(shipment.events().getLast());
  }

  /// Whether a recorded fact still holds.
  public boolean stillHolds(String field, String value) {
    return fields.getOrDefault(field, "").equals(value);
  }
}
