package deskhand.flows;

import deskhand.orders.Order;
import deskhand.orders.Shipment;
import deskhand.store.Store;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What the variables of a letter stand for, as far as it is known, each with the field of the
/// order that it comes from.
///
/// What strangers wrote (names, titles, numbers, addresses of pages) goes in only as what it is:
/// names of letters alone, lines without line breaks, links by https.
final class Values {
  private static final int MOST_ITEMS = 30;
  private static final int LONGEST_TITLE = 150;
  private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{M}'’-]{0,29}");
  private static final Pattern LINK = Pattern.compile("https://[\\p{Graph}&&[^<>\"'\\\\]]{3,400}");
  private static final Pattern TRACKING = Pattern.compile("[\\p{Alnum} .-]{4,60}");

  private final Map<String, Value> values = new HashMap<>();

  /// @param field of the order; empty where it is none of the order's
  record Value(String text, String field) {}

  private Values() {}

  static Values of(Facts facts, Order order, Locale language, Instant now) {
    Values values = new Values();
    Store store = facts.store();
    ZoneId zone = store.zone();
    DateTimeFormatter days =
        DateTimeFormatter.ofLocalizedPattern("MMMMd").localizedBy(dates(language));
    values.put("shop", "", line(store.name()));
    values.put("order", "number", line(order.number()));
    firstName(order.buyer().name()).ifPresent(name -> values.put("name", "customerName", name));
    values.put("everything", "line", block(everything(order)));
    order
        .completelyDeliveredAt()
        .map(at -> LocalDate.ofInstant(at, zone))
        .ifPresent(day -> values.put("delivered", "shipment.event.at", days.format(day)));
    facts
        .parcel()
        .ifPresent(parcel -> values.ofParcel(parcel, order, days, LocalDate.ofInstant(now, zone)));
    return values;
  }

  private void ofParcel(Shipment parcel, Order order, DateTimeFormatter days, LocalDate today) {
    put("items", "shipment.lines", block(order.items(parcel.parts())));
    put("carrier", "shipment.carrier", parcel.tracking().carrierName());
    parcel
        .tracking()
        .number()
        .filter(number -> TRACKING.matcher(number).matches())
        .ifPresent(number -> put("tracking", "shipment.trackingNumber", number));
    parcel
        .tracking()
        .url()
        .filter(link -> LINK.matcher(link).matches())
        .ifPresent(link -> put("link", "shipment.trackingUrl", link));
    parcel
        .tracking()
        .estimatedDelivery()
        .filter(day -> !day.isBefore(today))
        .ifPresent(day -> put("estimate", "shipment.estimatedDelivery", days.format(day)));
    put(
        "rest",
        "line",
        order.stillToShip().stream()
            .limit(MOST_ITEMS)
            .map(Values::item)
            .collect(Collectors.joining(", ")));
  }

  Optional<Value> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  private void put(String name, String field, String text) {
    if (!text.isBlank()) {
      values.put(name, new Value(text, field));
    }
  }

  private static List<Order.Item> everything(Order order) {
    return order.contents().lines().stream()
        .filter(line -> line.quantity() > 0)
        .map(line -> new Order.Item(line, line.quantity()))
        .toList();
  }

  private static String block(List<Order.Item> items) {
    String some =
        items.stream().limit(MOST_ITEMS).map(Values::item).collect(Collectors.joining("\n"));
    int more = items.size() - MOST_ITEMS;
    return more > 0 ? some + "\n+ " + more : some;
  }

  private static String item(Order.Item item) {
    Order.Line line = item.line();
    String variant = line.variant().isBlank() ? "" : " (" + line(line.variant()) + ")";
    return item.quantity() + " × " + line(line.title()) + variant;
  }

  private static String line(String text) {
    String flat = text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
    return flat.length() <= LONGEST_TITLE
        ? flat
        : flat.substring(0, LONGEST_TITLE - 1).strip() + "…";
  }

  private static Optional<String> firstName(String name) {
    String first = name.strip().split("\\s+", 2)[0];
    return NAME.matcher(first).matches() ? Optional.of(first) : Optional.empty();
  }

  /// English dates as in Europe, "2 June".
  private static Locale dates(Locale language) {
    return language.getLanguage().equals("en") ? Locale.UK : language;
  }
}
