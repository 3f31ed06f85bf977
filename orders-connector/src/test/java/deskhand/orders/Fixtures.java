package deskhand.orders;

import deskhand.store.EmailAddress;
import deskhand.store.Money;
import deskhand.store.OpeningHours;
import deskhand.store.Store;
import deskhand.store.StoreId;
import deskhand.store.StoreMode;
import deskhand.store.Stores;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Orders of a made-up shop for tests.
final class Fixtures {
  static final Instant NOON = Instant.parse("2026-06-15T10:00:00Z");

  private Fixtures() {}

  static StoreId store(Stores stores) {
    return stores.create(
        new Store.Profile(
            "Kettle & Co",
            "kettle.example",
            new EmailAddress("hello@kettle.example"),
            "NL",
            new Store.Habits(
                ZoneId.of("Europe/Amsterdam"),
                Locale.ENGLISH,
                Currency.getInstance("EUR"),
                OpeningHours.unknown())),
        StoreMode.AUTOMATIC);
  }

  /// Two kettles and a whisk, paid an hour before noon, nothing shipped.
  static Order order(String number) {
    return new Order(
        number,
        new Order.Buyer(
            new EmailAddress("iris@example.org"),
            Optional.of("+31 6 1234 5678"),
            "Iris de Wit",
            Optional.of(Locale.forLanguageTag("nl")),
            Optional.of(new Order.Address("Iris de Wit", "Kade 1", "1011 AB", "Amsterdam", "NL"))),
        new Order.Times(NOON.minus(Duration.ofHours(1)), Optional.empty(), NOON),
        new Order.Totals(eur("65.50"), eur("11.37"), eur("0.00"), List.of("HELLO")),
        new Order.Status(
            Order.Payment.PAID, Order.Fulfilment.UNFULFILLED, Set.of("vip", "gift"), "ring twice"),
        new Order.Contents(
            List.of(
                new Order.Line("1", "KET", "Kettle", "red", 2, eur("30.00"), false),
                new Order.Line("2", "WHI", "Whisk", "", 1, eur("5.50"), true)),
            List.of(),
            List.of(),
            List.of()));
  }

  static Shipment parcel(String id, Shipment.Status status, List<Order.Part> parts, Instant at) {
    return new Shipment(
        id,
        new Shipment.Tracking(
            "postnl",
            Optional.of("3SKETL001234" + id.length()),
            Optional.of("https://track.example/" + id),
            Optional.of(LocalDate.of(2026, 6, 17))),
        Optional.of(at),
        parts,
        status,
        List.of(
            new Shipment.TrackingEvent(
                at.plusSeconds(60), status, "Scanned \u2603 by the carrier", "Utrecht")));
  }

  static Order with(Order order, Order.Contents contents, Instant readAt) {
    return new Order(
        order.number(),
        order.buyer(),
        new Order.Times(order.times().placedAt(), order.times().cancelledAt(), readAt),
        order.money(),
        order.status(),
        contents);
  }

  static Order with(Order order, List<Shipment> shipments, Instant readAt) {
    Order.Contents now = order.contents();
    return with(
        order, new Order.Contents(now.lines(), shipments, now.refunds(), now.returns()), readAt);
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

  static Money eur(String amount) {
    return Money.of(amount, "EUR");
  }
}
