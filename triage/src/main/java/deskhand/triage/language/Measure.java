package deskhand.triage.language;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What can be measured of goods: how it is asked for, and the units it is told in, are in
/// `measures/*.txt`.
public enum Measure {
  WEIGHT,
  TEMPERATURE,
  LENGTH,
  VOLUME,
  POWER,
  LIGHT,
  PRESSURE,
  NOISE,
  TIME;

  private static final Map<Measure, Patterns> ASKED =
      Patterns.loadAll(Measure.class, "measures/", "");
  private static final Map<Measure, Patterns> TOLD =
      Patterns.loadAll(Measure.class, "measures/", "-told");

  public static Set<Measure> askedIn(String text) {
    return Arrays.stream(values())
        .filter(measure -> requireNonNull(ASKED.get(measure)).foundIn(text))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Measure.class)));
  }

  public boolean isToldIn(String sentence) {
    return requireNonNull(TOLD.get(this)).foundIn(sentence);
  }

  /// What else is said than that it is asked for.
  public String removedFrom(String text) {
    return requireNonNull(ASKED.get(this)).removedFrom(text);
  }
}
