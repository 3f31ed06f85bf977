package deskhand.orders;

import deskhand.store.EmailAddress;
import deskhand.store.Money;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// An order as the shop says it stands.
///
/// @param number as customers see it, such as `#1042`
/// @param times when it was placed, cancelled, and when this was read
/// @param money what was paid
public record Order(
    String number, Buyer buyer, Times times, Totals money, Status status, Contents contents) {

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

  public record Totals(Money total, Money tax, Money shipping, List<String> discountCodes) {}

  public record Status(Payment payment, Fulfilment fulfilment, Set<String> tags, String note) {}

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

  public record Refund(Instant at, Money amount, String method, List<Part> parts) {}

  public record Return(String id, Instant requestedAt, ReturnStatus status, List<Part> parts) {}

  public enum ReturnStatus {
    REQUESTED,
    APPROVED,
    IN_TRANSIT,
    RECEIVED,
    CLOSED,
    DECLINED
  }
}
