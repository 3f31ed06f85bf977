package deskhand.server.inbox;

import deskhand.orders.Order;
import deskhand.orders.Shipment;
import deskhand.server.Texts;
import deskhand.server.Times;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The fields of an order by the names that evidence gives them (`shipment.S1.event.3.at`), in
/// words and with the value that they have now.
final class OrderFields {
  private final Order order;
  private final Times.In times;
  private final Texts texts;

  OrderFields(Order order, Times.In times, Texts texts) {
    this.order = order;
    this.times = times;
    this.texts = texts;
  }

  /// What the field is called: its name without ids and numbers, as a message key.
  String label(String field) {
    String key =
        field.replaceAll("^(line|shipment|return)\\.[^.]+", "$1").replaceAll("\\.\\d+", "");
    return texts.orElse("field." + key, key.replace('.', ' '));
  }

  /// What the field says now; a dash where the order has it no more.
  String value(String field) {
    String[] parts = field.split("\\.", -1);
    Optional<String> value =
        switch (parts[0]) {
          case "line" -> line(parts);
          case "shipment" -> shipment(parts);
          case "refund" -> refund(parts);
          case "return" -> back(parts);
          default -> plain(field);
        };
    return value.filter(text -> !text.isBlank()).orElse("–");
  }

  private Optional<String> plain(String field) {
    return switch (field) {
      case "number" -> Optional.of(order.number());
      case "placedAt" -> Optional.of(times.full(order.times().placedAt()));
      case "cancelledAt" -> order.times().cancelledAt().map(times::full);
      case "payment" -> Optional.of(word("payment", order.status().payment()));
      case "fulfilment" -> Optional.of(word("fulfilment", order.status().fulfilment()));
      case "total" -> Optional.of(Times.money(order.money().total()));
      case "shippingTotal" -> Optional.of(Times.money(order.money().shipping()));
      case "city" -> order.buyer().shippingAddress().map(Order.Address::city);
      case "country" -> order.buyer().shippingAddress().map(Order.Address::country);
      case "refunds" -> Optional.of(Integer.toString(order.contents().refunds().size()));
      case "returns" -> Optional.of(Integer.toString(order.contents().returns().size()));
      default -> Optional.empty();
    };
  }

  private Optional<String> line(String[] parts) {
    return order.contents().lines().stream()
        .filter(line -> line.id().equals(part(parts, 1)))
        .findFirst()
        .map(line ->
            switch (part(parts, 2)) {
              case "variant" -> line.variant();
              case "quantity" -> Integer.toString(line.quantity());
              case "unitPrice" -> Times.money(line.unitPrice());
              case "finalSale" -> texts.of(line.finalSale() ? "word.yes" : "word.no");
              default -> line.title();
            });
  }

  private Optional<String> shipment(String[] parts) {
    return order.contents().shipments().stream()
        .filter(shipment -> shipment.id().equals(part(parts, 1)))
        .findFirst()
        .flatMap(shipment ->
            part(parts, 2).equals("event")
                ? event(shipment, parts)
                : parcel(shipment, part(parts, 2)));
  }

  private Optional<String> parcel(Shipment shipment, String field) {
    return switch (field) {
      case "status" -> Optional.of(word("parcel", shipment.status()));
      case "carrier" -> Optional.of(carrier(shipment));
      case "trackingNumber" -> shipment.tracking().number();
      case "trackingUrl" -> shipment.tracking().url();
      case "estimatedDelivery" -> shipment.tracking().estimatedDelivery().map(times::day);
      case "shippedAt" -> shipment.shippedAt().map(times::full);
      case "events" -> Optional.of(Integer.toString(shipment.events().size()));
      default -> Optional.empty();
    };
  }

  private Optional<String> event(Shipment shipment, String[] parts) {
    List<Shipment.TrackingEvent> events = shipment.events();
    int number = part(parts, 3).matches("\\d{1,5}") ? Integer.parseInt(part(parts, 3)) : 0;
    if (number < 1 || number > events.size()) {
      return Optional.empty();
    }
    Shipment.TrackingEvent event = events.get(number - 1);
    return Optional.of(
        switch (part(parts, 4)) {
          case "at" -> times.full(event.at());
          case "status" -> word("parcel", event.status());
          case "location" -> event.location();
          default -> event.description();
        });
  }

  private Optional<String> refund(String[] parts) {
    List<Order.Refund> refunds = order.contents().refunds();
    int number = part(parts, 1).matches("\\d{1,5}") ? Integer.parseInt(part(parts, 1)) : 0;
    if (number < 1 || number > refunds.size()) {
      return Optional.empty();
    }
    Order.Refund refund = refunds.get(number - 1);
    return Optional.of(
        switch (part(parts, 2)) {
          case "amount" -> Times.money(refund.amount());
          case "method" -> texts.orElse("refund." + refund.method(), refund.method());
          default -> times.full(refund.at());
        });
  }

  private Optional<String> back(String[] parts) {
    return order.contents().returns().stream()
        .filter(back -> back.id().equals(part(parts, 1)))
        .findFirst()
        .map(back ->
            part(parts, 2).equals("status")
                ? word("return", back.status())
                : times.full(back.requestedAt()));
  }

  private String word(String kind, Enum<?> value) {
    return word(texts, kind, value);
  }

  /// A constant in words, such as `Out for delivery`.
  static String word(Texts texts, String kind, Enum<?> value) {
    return texts.of(kind + "." + value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /// A carrier as people write it.
  static String carrier(Shipment shipment, Texts texts) {
    String name = shipment.tracking().carrier();
    return texts.orElse(
        "carrier." + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""), name);
  }

  private String carrier(Shipment shipment) {
    return carrier(shipment, texts);
  }

  private static String part(String[] parts, int index) {
    return index < parts.length ? parts[index] : "";
  }
}
