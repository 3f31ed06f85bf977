package deskhand.orders;

/// A tracking number found in a text.
///
/// @param carriers whose pattern (and check digit, where the carrier has one) it fits
public record TrackingNumber(String value, java.util.Set<String> carriers) {
  public TrackingNumber {
    carriers = java.util.Set.copyOf(carriers);
  }
}
