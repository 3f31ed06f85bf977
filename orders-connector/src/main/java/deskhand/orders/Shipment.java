package deskhand.orders;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A parcel of an order.
///
/// @param events oldest first
public record Shipment(
    String id,
    Tracking tracking,
    Optional<Instant> shippedAt,
    List<Order.Part> parts,
    Status status,
    List<TrackingEvent> events) {
  private static final int LONGEST_ID = 200;

  public Shipment {
    if (id.isBlank() || id.length() > LONGEST_ID) {
      throw new IllegalArgumentException("a parcel's id has 1 to " + LONGEST_ID + " characters");
    }
    parts = List.copyOf(parts);
    events = List.copyOf(events);
  }

  /// @param carrier as the shop spells it, such as `dpd`
  /// @param estimatedDelivery the carrier's own estimate, a day at the destination
  public record Tracking(
      String carrier,
      Optional<String> number,
      Optional<String> url,
      Optional<LocalDate> estimatedDelivery) {

    /// The carrier as people know it, such as `DPD` or `Royal Mail`; empty where the shop names
    /// none, or no name.
    public String carrierName() {
      return CarrierNames.of(carrier);
    }
  }

  /// A scan.
  ///
  /// @param description and location as the carrier says, a stranger's text
  public record TrackingEvent(Instant at, Status status, String description, String location) {}

  /// Where a parcel is, in the words that all carriers are mapped to.
  public enum Status {
    PRE_TRANSIT,
    IN_TRANSIT,
    OUT_FOR_DELIVERY,
    AVAILABLE_FOR_PICKUP,
    DELIVERED,
    ATTEMPT_FAILED,
    EXCEPTION,
    RETURNED,
    EXPIRED,
    UNKNOWN
  }

  /// Whether it left the store: the shop says when, or the carrier has it.
  public boolean hasLeft() {
    return shippedAt.isPresent()
        || switch (status) {
          case PRE_TRANSIT, UNKNOWN -> false;
          case IN_TRANSIT,
              OUT_FOR_DELIVERY,
              AVAILABLE_FOR_PICKUP,
              DELIVERED,
              ATTEMPT_FAILED,
              EXCEPTION,
              RETURNED,
              EXPIRED ->
              true;
        };
  }

  public boolean isDelivered() {
    return status == Status.DELIVERED;
  }

  /// Whether it may still arrive.
  public boolean isUnderWay() {
    return switch (status) {
      case PRE_TRANSIT,
          IN_TRANSIT,
          OUT_FOR_DELIVERY,
          AVAILABLE_FOR_PICKUP,
          ATTEMPT_FAILED,
          EXCEPTION,
          UNKNOWN ->
          true;
      case DELIVERED, RETURNED, EXPIRED -> false;
    };
  }

  /// The newest scan.
  public Optional<TrackingEvent> lastEvent() {
    return events.isEmpty() ? Optional.empty() : Optional.of(events.getLast());
  }

  /// When it was delivered, where it was.
  public Optional<Instant> deliveredAt() {
    return events.reversed().stream()
        .filter(event -> event.status() == Status.DELIVERED)
        .map(TrackingEvent::at)
        .findFirst();
  }
}
