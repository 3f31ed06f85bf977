package deskhand.triage.answers;

import deskhand.orders.Shipment;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Whether a parcel is late, or nothing was heard of it for long.
final class Lateness {
  /// Longer than any carrier takes between two scans; then a person asks the carrier.
  private static final Duration SILENT = Duration.ofDays(14);

  private static final Duration SILENT_AND_LATE = Duration.ofDays(9);

  private Lateness() {}

  static boolean isSilent(AskContext context, Shipment parcel) {
    Optional<Instant> last = lastScan(parcel);
    boolean late =
        parcel
            .tracking()
            .estimatedDelivery()
            .filter(day -> day.isBefore(context.words().today()))
            .isPresent();
    Duration patience = late ? SILENT_AND_LATE : SILENT;
    return last.filter(at -> at.plus(patience).isBefore(context.given().now())).isPresent();
  }

  static Optional<Instant> lastScan(Shipment parcel) {
    return parcel.events().isEmpty()
        ? parcel.shippedAt()
        : Optional.of(
            parcel.events().reversed().stream()
                .filter(event ->
                    event.status() != Shipment.Status.UNKNOWN || parcel.events().size() == 1)
                .findFirst()
                .orElse(parcel.events().getLast())
                .at());
  }

  static boolean isLate(AskContext context, Shipment parcel) {
    return parcel
        .tracking()
        .estimatedDelivery()
        .filter(day -> day.plusDays(1).isBefore(context.words().today()))
        .isPresent();
  }
}
