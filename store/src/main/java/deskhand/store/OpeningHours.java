package deskhand.store;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// When people answer: the ranges of each weekday in the store's own zone, and the days on which
/// nobody is there.
public record OpeningHours(Map<DayOfWeek, List<Range>> week, Set<LocalDate> closedDays) {
  /// How far ahead an opening is looked for; a store that is closed longer promises no time.
  private static final int DAYS_AHEAD = 60;

  public OpeningHours {
    EnumMap<DayOfWeek, List<Range>> copy = new EnumMap<>(DayOfWeek.class);
    week.forEach((day, ranges) -> {
      if (!ranges.isEmpty()) {
        copy.put(day, ranges.stream().sorted().toList());
      }
    });
    week = Map.copyOf(copy);
    closedDays = Set.copyOf(closedDays);
  }

  /// A part of a day, `from` included and `to` not. Ranges over midnight are two ranges.
  public record Range(LocalTime from, LocalTime to) implements Comparable<Range> {
    public Range {
      if (!from.isBefore(to)) {
        throw new IllegalArgumentException(
            "opening hours end before they start: " + from + "-" + to);
      }
    }

    /// Reads `09:00-17:00`.
    public static Range parse(String text) {
      int dash = text.indexOf('-');
      if (dash < 0) {
        throw new IllegalArgumentException("opening hours look like 09:00-17:00, not " + text);
      }
      return new Range(
          LocalTime.parse(text.substring(0, dash).strip()),
          LocalTime.parse(text.substring(dash + 1).strip()));
    }

    @Override
    public int compareTo(Range other) {
      return from.compareTo(other.from);
    }

    @Override
    public String toString() {
      return from + "-" + to;
    }
  }

  /// No hours are known: nobody can say when a person answers.
  public static OpeningHours unknown() {
    return new OpeningHours(Map.of(), Set.of());
  }

  public boolean isOpen(Instant at, ZoneId zone) {
    LocalDateTime local = LocalDateTime.ofInstant(at, zone);
    return on(local.toLocalDate()).stream()
        .anyMatch(range ->
            !local.toLocalTime().isBefore(range.from())
                && local.toLocalTime().isBefore(range.to()));
  }

  /// The given instant where the store is open then, else the next opening; empty where none is
  /// known within 60 days.
  public Optional<Instant> nextOpening(Instant at, ZoneId zone) {
    if (isOpen(at, zone)) {
      return Optional.of(at);
    }
    LocalDate first = LocalDate.ofInstant(at, zone);
    for (int ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
      LocalDate day = first.plusDays(ahead);
      for (Range range : on(day)) {
        Instant opening = ZonedDateTime.of(day, range.from(), zone).toInstant();
        if (opening.isAfter(at)) {
          return Optional.of(opening);
        }
      }
    }
    return Optional.empty();
  }

  private List<Range> on(LocalDate day) {
    return closedDays.contains(day) ? List.of() : week.getOrDefault(day.getDayOfWeek(), List.of());
  }
}
