package deskhand.flows;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/// The part of each day in which no flow sends, in the store's zone; may reach over midnight.
///
/// @param from included
/// @param until not included
record QuietHours(LocalTime from, LocalTime until) {

  /// When they end, where they are at that moment.
  Optional<Instant> endAfter(Instant now, ZoneId zone) {
    ZonedDateTime local = now.atZone(zone);
    LocalTime time = local.toLocalTime();
    boolean overMidnight = !from.isBefore(until);
    boolean late = !time.isBefore(from);
    boolean early = time.isBefore(until);
    if (overMidnight ? !late && !early : !late || !early) {
      return Optional.empty();
    }
    boolean tomorrow = overMidnight && late;
    ZonedDateTime end = local.toLocalDate().plusDays(tomorrow ? 1 : 0).atTime(until).atZone(zone);
    // Where the clocks go back, the same hour may begin a second time.
    return Optional.of(end.toInstant().isAfter(now) ? end.toInstant() : now.plusSeconds(3600));
  }
}
