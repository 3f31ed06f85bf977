package deskhand.orders;

import deskhand.store.EmailAddress;
import deskhand.store.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// An order as the shop says it stands.
///
/// @param number as customers see it, such as `#1042`
/// @param times when it was placed, cancelled, and when this was read
/// @param money what was paid
public record Order(
    String number, Buyer buyer, Times times, Totals money, Status status, Contents contents) {
  private static final int LONGEST_NUMBER = 64;

  public Order {
    if (number.isBlank()
        || number.length() > LONGEST_NUMBER
        || number.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "an order's number has 1 to " + LONGEST_NUMBER + " characters, none of them control");
    }
    if (OrderNumber.key(number).isEmpty()) {
      throw new IllegalArgumentException("an order's number has a letter or a digit");
    }
  }

  /// Who ordered, and where it goes.
  ///
  /// @param phone never in an automatic answer
  /// @param shippingAddress never in an automatic answer, but city and country for a signed-in
  ///   customer
  public record Buyer(
      EmailAddress email,
      Optional<String> phone,
      String name,
      Optional<Locale> locale,
      Optional<Address> shippingAddress) {}

  public record Address(String name, String line1, String postcode, String city, String country) {}

  /// @param readAt when the shop said so
  public record Times(Instant placedAt, Optional<Instant> cancelledAt, Instant readAt) {}

  public record Totals(Money total, Money tax, Money shipping, List<String> discountCodes) {
    public Totals {
      discountCodes = List.copyOf(discountCodes);
    }
  }

  public record Status(Payment payment, Fulfilment fulfilment, Set<String> tags, String note) {
    public Status {
      tags = Set.copyOf(tags);
    }
  }

  public enum Payment {
    PENDING,
    AUTHORIZED,
    PAID,
    PARTIALLY_REFUNDED,
    REFUNDED,
    VOIDED
  }

  public enum Fulfilment {
    UNFULFILLED,
    ON_HOLD,
    PARTIAL,
    FULFILLED,
    CANCELLED
  }

  public record Contents(
      List<Line> lines, List<Shipment> shipments, List<Refund> refunds, List<Return> returns) {
    public Contents {
      lines = List.copyOf(lines);
      shipments = List.copyOf(shipments);
      refunds = List.copyOf(refunds);
      returns = List.copyOf(returns);
    }
  }

  /// @param variant empty where there is none
  public record Line(
      String id,
      String sku,
      String title,
      String variant,
      int quantity,
      Money unitPrice,
      boolean finalSale) {}

  /// How many of which line.
  public record Part(String lineId, int quantity) {}

  /// How many of which thing, by its title.
  public record Item(Line line, int quantity) {}

  public record Refund(Instant at, Money amount, String method, List<Part> parts) {
    public Refund {
      parts = List.copyOf(parts);
    }
  }

  public record Return(String id, Instant requestedAt, ReturnStatus status, List<Part> parts) {
    public Return {
      parts = List.copyOf(parts);
    }
  }

  public enum ReturnStatus {
    REQUESTED,
    APPROVED,
    IN_TRANSIT,
    RECEIVED,
    CLOSED,
    DECLINED
  }

  public Optional<Line> line(String id) {
    return contents.lines().stream().filter(line -> line.id().equals(id)).findFirst();
  }

  public Optional<Shipment> shipment(String id) {
    return contents.shipments().stream().filter(shipment -> shipment.id().equals(id)).findFirst();
  }

  public boolean isCancelled() {
    return times.cancelledAt().isPresent() || status.fulfilment() == Fulfilment.CANCELLED;
  }

  /// What of each line those parts are, in the order's own order; parts of the same line are added
  /// up, parts of a line that is gone are left out.
  public List<Item> items(List<Part> parts) {
    Map<String, Integer> counts = count(parts);
    return contents.lines().stream()
        .map(line -> new Item(line, counts.getOrDefault(line.id(), 0)))
        .filter(item -> item.quantity() > 0)
        .toList();
  }

  /// What has not left in any parcel and is still to come: nothing of a cancelled order, and
  /// nothing whose money went back without a return.
  public List<Item> stillToShip() {
    if (isCancelled()) {
      return List.of();
    }
    Map<String, Integer> shipped = new HashMap<>();
    contents.shipments().stream()
        .filter(Shipment::hasLeft)
        .forEach(shipment -> count(shipment.parts()).forEach((id, n) -> add(shipped, id, n)));
    Map<String, Integer> refunded = new HashMap<>();
    contents
        .refunds()
        .forEach(refund -> count(refund.parts()).forEach((id, n) -> add(refunded, id, n)));
    Map<String, Integer> returned = new HashMap<>();
    contents.returns().stream()
        .filter(back -> back.status() != ReturnStatus.DECLINED)
        .forEach(back -> count(back.parts()).forEach((id, n) -> add(returned, id, n)));
    return contents.lines().stream()
        .map(line -> {
          int takenOff =
              Math.max(
                  0, refunded.getOrDefault(line.id(), 0) - returned.getOrDefault(line.id(), 0));
          return new Item(line, line.quantity() - shipped.getOrDefault(line.id(), 0) - takenOff);
        })
        .filter(item -> item.quantity() > 0)
        .toList();
  }

  /// When the last parcel was delivered, where every parcel has been and nothing is still to come.
  public Optional<Instant> completelyDeliveredAt() {
    List<Shipment> parcels = contents.shipments();
    if (parcels.isEmpty()
        || !parcels.stream().allMatch(Shipment::isDelivered)
        || !stillToShip().isEmpty()) {
      return Optional.empty();
    }
    return lastDeliveryAt();
  }

  /// Neither cancelled nor completely delivered before that instant.
  public boolean isUnderWay(Instant since) {
    return !isCancelled() && completelyDeliveredAt().map(at -> at.isAfter(since)).orElse(true);
  }

  /// When a parcel was last delivered, whatever the others do.
  public Optional<Instant> lastDeliveryAt() {
    return contents.shipments().stream()
        .filter(Shipment::isDelivered)
        .flatMap(shipment -> shipment.deliveredAt().stream())
        .max(Comparator.naturalOrder());
  }

  /// The carriers' latest estimate for parcels that are still on their way.
  public Optional<LocalDate> latestEstimatedDelivery() {
    return contents.shipments().stream()
        .filter(Shipment::isUnderWay)
        .flatMap(shipment -> shipment.tracking().estimatedDelivery().stream())
        .max(Comparator.naturalOrder());
  }

  /// Returns that were not declined, whatever their state.
  public List<Return> returnsMade() {
    return contents.returns().stream()
        .filter(back -> back.status() != ReturnStatus.DECLINED)
        .toList();
  }

  /// What was paid back in all; empty where nothing was.
  public Optional<Money> refunded() {
    return contents.refunds().stream().map(Refund::amount).reduce(Money::plus);
  }

  private static Map<String, Integer> count(List<Part> parts) {
    Map<String, Integer> counts = new HashMap<>();
    parts.forEach(part -> add(counts, part.lineId(), part.quantity()));
    return counts;
  }

  private static void add(Map<String, Integer> counts, String id, int quantity) {
    counts.merge(id, quantity, Integer::sum);
  }
}
