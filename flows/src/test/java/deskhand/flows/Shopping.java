package deskhand.flows;

import deskhand.orders.Order;
import deskhand.orders.Shipment;
import deskhand.store.EmailAddress;
import deskhand.store.Money;
import deskhand.store.OpeningHours;
import deskhand.store.Store;
import deskhand.store.StoreId;
import deskhand.store.StoreMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A made-up shop's orders, and what happens to them.
final class Shopping {
  static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

  private Shopping() {}

  static Store.Profile profile() {
    return new Store.Profile(
        "Kettle & Co",
        "kettle.example",
        new EmailAddress("hello@kettle.example"),
        "NL",
        new Store.Habits(
            AMSTERDAM, Locale.ENGLISH, Currency.getInstance("EUR"), OpeningHours.unknown()));
  }

  static Store store() {
    return new Store(new StoreId(1), profile(), StoreMode.AUTOMATIC, false);
  }

  /// Two kettles and a whisk, nothing shipped.
  static Order order(String number, String email, Instant placedAt) {
    return new Order(
        number,
        new Order.Buyer(
            new EmailAddress(email),
            Optional.empty(),
            "Iris de Wit",
            Optional.empty(),
            Optional.empty()),
        new Order.Times(placedAt, Optional.empty(), placedAt),
        new Order.Totals(eur("65.50"), eur("11.37"), eur("0.00"), List.of()),
        new Order.Status(Order.Payment.PAID, Order.Fulfilment.UNFULFILLED, Set.of(), ""),
        new Order.Contents(
            List.of(
                new Order.Line("1", "KET", "Kettle", "red", 2, eur("30.00"), false),
                new Order.Line("2", "WHI", "Whisk", "", 1, eur("5.50"), true)),
            List.of(),
            List.of(),
            List.of()));
  }

  static Order.Part part(String line, int quantity) {
    return new Order.Part(line, quantity);
  }

  static Order shipped(Order order, String id, Instant at, Order.Part... parts) {
    List<Shipment> parcels = new ArrayList<>(order.contents().shipments());
    parcels.add(
        new Shipment(
            id,
            new Shipment.Tracking(
                "dpd",
                Optional.of("01500000001234"),
                Optional.of("https://track.example/01500000001234"),
                Optional.of(LocalDate.ofInstant(at.plus(Duration.ofDays(2)), ZoneOffset.UTC))),
            Optional.of(at),
            List.of(parts),
            Shipment.Status.IN_TRANSIT,
            List.of()));
    return with(order, parcels, at);
  }

  static Order now(Order order, String id, Shipment.Status status, Instant at) {
    return with(
        order,
        order.contents().shipments().stream()
            .map(parcel -> parcel.id().equals(id) ? now(parcel, status, at) : parcel)
            .toList(),
        at);
  }

  private static Shipment now(Shipment parcel, Shipment.Status status, Instant at) {
    List<Shipment.TrackingEvent> events = new ArrayList<>(parcel.events());
    events.add(new Shipment.TrackingEvent(at, status, "Scanned", "Utrecht"));
    return new Shipment(
        parcel.id(), parcel.tracking(), parcel.shippedAt(), parcel.parts(), status, events);
  }

  static Order with(Order order, List<Shipment> parcels, Instant at) {
    return with(
        order,
        new Order.Contents(
            order.contents().lines(),
            parcels,
            order.contents().refunds(),
            order.contents().returns()),
        at);
  }

  static Order sentBack(Order order, Instant at) {
    return with(
        order,
        new Order.Contents(
            order.contents().lines(),
            order.contents().shipments(),
            order.contents().refunds(),
            List.of(
                new Order.Return("R1", at, Order.ReturnStatus.REQUESTED, List.of(part("1", 1))))),
        at);
  }

  static Order refunded(Order order, Instant at) {
    return with(
        order,
        new Order.Contents(
            order.contents().lines(),
            order.contents().shipments(),
            List.of(new Order.Refund(at, eur("5.50"), "card", List.of())),
            order.contents().returns()),
        at);
  }

  static Order cancelled(Order order, Instant at) {
    return new Order(
        order.number(),
        order.buyer(),
        new Order.Times(order.times().placedAt(), Optional.of(at), at),
        order.money(),
        order.status(),
        order.contents());
  }

  private static Order with(Order order, Order.Contents contents, Instant at) {
    return new Order(
        order.number(),
        order.buyer(),
        new Order.Times(order.times().placedAt(), order.times().cancelledAt(), at),
        order.money(),
        order.status(),
        contents);
  }

  private static Money eur(String amount) {
    return Money.of(amount, "EUR");
  }
}
