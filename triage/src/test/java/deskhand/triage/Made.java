package deskhand.triage;

import deskhand.conversations.ChannelKind;
import deskhand.conversations.Kind;
import deskhand.conversations.Proven;
import deskhand.orders.Order;
import deskhand.orders.Shipment;
import deskhand.store.EmailAddress;
import deskhand.store.Money;
import deskhand.store.OpeningHours;
import deskhand.store.Store;
import deskhand.store.StoreId;
import deskhand.store.StoreMode;
import deskhand.triage.writing.Words;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Made-up stores, orders and cases: a shop for tents in Lisbon, on a Tuesday at noon.
public final class Made {
  public static final Instant NOON = Instant.parse("2026-09-15T11:00:00Z");
  public static final EmailAddress IDA = new EmailAddress("ida.holm@example.org");

  private Made() {}

  public static Store.Profile profile() {
    OpeningHours hours =
        new OpeningHours(
            Map.of(
                DayOfWeek.TUESDAY, List.of(OpeningHours.Range.parse("10:00-18:00")),
                DayOfWeek.WEDNESDAY, List.of(OpeningHours.Range.parse("10:00-18:00"))),
            Set.of());
    return new Store.Profile(
        "Tarp and Peg",
        "tarp.example",
        new EmailAddress("hello@tarp.example"),
        "PT",
        new Store.Habits(
            ZoneId.of("Europe/Lisbon"), Locale.ENGLISH, Currency.getInstance("EUR"), hours));
  }

  public static Store store() {
    return new Store(new StoreId(1), profile(), StoreMode.AUTOMATIC, false);
  }

  public static Order.Line line(String id, String title) {
    return new Order.Line(id, "SKU" + id, title, "", 1, Money.of("40.00", "EUR"), false);
  }

  public static Order order(String number, Order.Contents contents) {
    return order(number, Order.Payment.PAID, Order.Fulfilment.FULFILLED, contents);
  }

  public static Order order(
      String number, Order.Payment payment, Order.Fulfilment fulfilment, Order.Contents contents) {
    return new Order(
        number,
        new Order.Buyer(
            IDA,
            Optional.of("+351 900 555 010"),
            "Ida Holm",
            Optional.of(Locale.ENGLISH),
            Optional.of(
                new Order.Address("Ida Holm", "Rua das Redes 12", "1200-114", "Lisboa", "PT"))),
        new Order.Times(Instant.parse("2026-09-08T09:30:00Z"), Optional.empty(), NOON),
        new Order.Totals(
            Money.of("80.00", "EUR"), Money.of("14.96", "EUR"), Money.of("0.00", "EUR"), List.of()),
        new Order.Status(payment, fulfilment, Set.of(), ""),
        contents);
  }

  public static Order.Contents parcels(Shipment... parcels) {
    return new Order.Contents(
        List.of(line("1", "Two-person tent"), line("2", "Camping stove")),
        List.of(parcels),
        List.of(),
        List.of());
  }

  public static Shipment parcel(
      String id, Shipment.Status status, String lineId, String... events) {
    List<Shipment.TrackingEvent> scans =
        java.util.Arrays.stream(events)
            .map(event -> event.split("\\|", -1))
            .map(event ->
                new Shipment.TrackingEvent(
                    Instant.parse(event[0]), Shipment.Status.valueOf(event[1]), event[2], event[3]))
            .toList();
    return new Shipment(
        id,
        new Shipment.Tracking(
            "ctt",
            Optional.of("DA00" + id + "PT"),
            Optional.of("https://track.example/" + id),
            Optional.of(LocalDate.of(2026, 9, 17))),
        Optional.of(Instant.parse("2026-09-10T15:00:00Z")),
        List.of(new Order.Part(lineId, 1)),
        status,
        scans);
  }

  /// An order of which one parcel is on its way.
  public static Order onItsWay(String number, String... events) {
    String[] scans =
        events.length > 0 ? events : new String[] {"2026-09-14T12:00:00Z|IN_TRANSIT|Sorted|Porto"};
    return order(number, parcels(parcel("S1", Shipment.Status.IN_TRANSIT, "1", scans)));
  }

  public static Words words() {
    return Words.in(Locale.of("en", "PT"), ZoneId.of("Europe/Lisbon"), NOON);
  }

  public static Identity owner(Order... orders) {
    return new Identity(Identity.Level.ADDRESS, List.of(orders), List.of());
  }

  public static Case given(String subject, String text) {
    return given(store(), Proven.ADDRESS, subject, text);
  }

  public static Case given(Store store, Proven proven, String subject, String text) {
    return new Case(
        store,
        new Case.Writer(ChannelKind.EMAIL, Optional.of(IDA), "", proven),
        List.of(new Case.Said(subject, text, "", Kind.MESSAGE, List.of())),
        List.of(),
        Case.Standing.fresh(),
        NOON);
  }

  public static Understanding understood(String intent) {
    return new Understanding(
        new Understanding.Guess(intent, 0.95),
        List.of(),
        Optional.of(Locale.ENGLISH),
        Understanding.Entities.none(),
        List.of());
  }

  public static TriageSettings settings() {
    return new TriageSettings(
        0.60,
        0.60,
        0.8,
        8,
        new TriageSettings.Waits(
            java.time.Duration.ofSeconds(1), java.time.Duration.ofSeconds(10)));
  }

  public static String text(List<Reply.Part> parts) {
    return new Reply(parts).text();
  }
}
