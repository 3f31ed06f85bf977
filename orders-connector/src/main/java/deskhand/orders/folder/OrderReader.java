package deskhand.orders.folder;

import deskhand.orders.Order;
import deskhand.orders.Shipment;
import deskhand.store.EmailAddress;
import deskhand.store.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads one line of `orders.jsonl`; whatever is not as golden/FORMAT.md says ends in a reason that
/// names its place, such as `lines[0].unitPrice: not an amount`.
final class OrderReader {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private static final String INSTANT = "an instant such as 2026-05-28T09:12:00Z";

  private final Instant readAt;

  OrderReader(Instant readAt) {
    this.readAt = readAt;
  }

  /// Why a line is no order; holds no more of the customer than the place of the fault.
  static final class Unreadable extends RuntimeException {
    Unreadable(String reason) {
      super(reason, null, false, false);
    }

    String reason() {
      return String.valueOf(getMessage());
    }
  }

  Order read(String line) {
    Field root = new Field("", parsed(line));
    String currency =
        root.at("currency")
            .check("a currency (ISO 4217)", code -> Currency.getInstance(code).getCurrencyCode());
    List<Order.Line> lines = root.at("lines").each(field -> line(field, currency));
    Set<String> ids = new HashSet<>();
    lines.forEach(each -> {
      if (!ids.add(each.id())) {
        throw new Unreadable("lines: two of id " + each.id());
      }
    });
    Order.Contents contents =
        new Order.Contents(
            lines,
            root.at("shipments").each(field -> shipment(field, ids)),
            root.at("refunds").each(field -> refund(field, ids, currency)),
            root.at("returns").each(field -> goodsBack(field, ids)));
    unique(contents.shipments().stream().map(Shipment::id).toList(), "shipments");
    unique(contents.returns().stream().map(Order.Return::id).toList(), "returns");
    Field number = root.at("number");
    return number.check(
        "an order's number (1 to 64 characters, none of them control)",
        text ->
            new Order(
                text, buyer(root), times(root), totals(root, currency), status(root), contents));
  }

  private static JsonNode parsed(String line) {
    try {
      JsonNode node = JSON.readTree(line);
      if (!node.isObject()) {
        throw new Unreadable("not a JSON object");
      }
      return node;
    } catch (JacksonException broken) {
      throw new Unreadable("not JSON: " + firstLine(broken.getOriginalMessage()));
    }
  }

  private static String firstLine(String message) {
    String first = message.lines().findFirst().orElse("");
    return first.length() > 200 ? first.substring(0, 200) : first;
  }

  private static Order.Buyer buyer(Field root) {
    return new Order.Buyer(
        root.at("email").check("an e-mail address", EmailAddress::new),
        root.at("phone").optional(Field::text),
        root.at("customerName").textOr(""),
        root.at("locale").optional(field -> field.check("a language tag", OrderReader::locale)),
        root.at("shippingAddress").optional(OrderReader::address));
  }

  private static Locale locale(String tag) {
    return new Locale.Builder().setLanguageTag(tag.replace('_', '-')).build();
  }

  private static Order.Address address(Field field) {
    return new Order.Address(
        field.at("name").textOr(""),
        field.at("line1").textOr(""),
        field.at("postcode").textOr(""),
        field.at("city").textOr(""),
        field.at("country").textOr(""));
  }

  private Order.Times times(Field root) {
    return new Order.Times(
        root.at("createdAt").check(INSTANT, Instant::parse),
        root.at("cancelledAt").optional(field -> field.check(INSTANT, Instant::parse)),
        readAt);
  }

  private static Order.Totals totals(Field root, String currency) {
    Money zero = Money.zero(Currency.getInstance(currency));
    return new Order.Totals(
        money(root.at("total"), currency),
        root.at("taxTotal").optional(field -> money(field, currency)).orElse(zero),
        root.at("shippingTotal").optional(field -> money(field, currency)).orElse(zero),
        root.at("discountCodes").each(Field::text));
  }

  private static Money money(Field field, String currency) {
    return field.check("an amount in " + currency, text -> Money.of(text, currency));
  }

  private static Order.Status status(Field root) {
    return new Order.Status(
        root.at("paymentStatus")
            .check("a payment status", text -> oneOf(Order.Payment.class, text)),
        root.at("fulfilmentStatus")
            .check("a fulfilment status", text -> oneOf(Order.Fulfilment.class, text)),
        Set.copyOf(root.at("tags").each(Field::text)),
        root.at("note").textOr(""));
  }

  private static Order.Line line(Field field, String currency) {
    return new Order.Line(
        field.at("id").shortText(100),
        field.at("sku").textOr(""),
        field.at("title").text(),
        field.at("variant").textOr(""),
        field.at("quantity").count(),
        money(field.at("unitPrice"), currency),
        field.at("finalSale").yes());
  }

  private static Shipment shipment(Field field, Set<String> lines) {
    return new Shipment(
        field.at("id").shortText(100),
        new Shipment.Tracking(
            field.at("carrier").textOr(""),
            field.at("trackingNumber").optional(number -> number.shortText(100)),
            field.at("trackingUrl").optional(Field::text),
            field
                .at("estimatedDelivery")
                .optional(day -> day.check("a day such as 2026-06-02", LocalDate::parse))),
        field.at("shippedAt").optional(at -> at.check(INSTANT, Instant::parse)),
        field.at("lines").each(part -> part(part, lines)),
        field.at("status").check("a parcel's status", text -> oneOf(Shipment.Status.class, text)),
        field.at("events").each(OrderReader::event).stream()
            .sorted(Comparator.comparing(Shipment.TrackingEvent::at))
            .toList());
  }

  private static Shipment.TrackingEvent event(Field field) {
    return new Shipment.TrackingEvent(
        field.at("at").check(INSTANT, Instant::parse),
        field.at("status").check("a parcel's status", text -> oneOf(Shipment.Status.class, text)),
        field.at("description").textOr(""),
        field.at("location").textOr(""));
  }

  private static Order.Refund refund(Field field, Set<String> lines, String currency) {
    return new Order.Refund(
        field.at("at").check(INSTANT, Instant::parse),
        money(field.at("amount"), currency),
        field.at("method").textOr(""),
        field.at("lines").each(part -> part(part, lines)));
  }

  private static Order.Return goodsBack(Field field, Set<String> lines) {
    return new Order.Return(
        field.at("id").shortText(100),
        field.at("requestedAt").check(INSTANT, Instant::parse),
        field
            .at("status")
            .check("a return's status", text -> oneOf(Order.ReturnStatus.class, text)),
        field.at("lines").each(part -> part(part, lines)));
  }

  private static Order.Part part(Field field, Set<String> lines) {
    String id = field.at("id").shortText(100);
    if (!lines.contains(id)) {
      throw new Unreadable(field.at("id").place() + ": the order has no such line");
    }
    return new Order.Part(id, field.at("quantity").count());
  }

  private static void unique(List<String> ids, String place) {
    if (Set.copyOf(ids).size() < ids.size()) {
      throw new Unreadable(place + ": two of the same id");
    }
  }

  /// `out_for_delivery` is `OUT_FOR_DELIVERY`.
  private static <E extends Enum<E>> E oneOf(Class<E> type, String text) {
    return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
  }
}
