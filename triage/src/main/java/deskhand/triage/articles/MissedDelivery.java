package deskhand.triage.articles;

import deskhand.triage.language.Patterns;
import deskhand.triage.writing.Carriers;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a carrier does after it found nobody at home, in the sentence of an article that names the
/// carrier.
public final class MissedDelivery {
  private static final Patterns ATTEMPTS = Patterns.load("trace/attempts");

  private static final Patterns LEFT = Patterns.load("trace/left");

  private MissedDelivery() {}

  /// Whether it says that the courier comes again, or where it leaves the parcel.
  public static boolean isToldIn(String sentence) {
    return ATTEMPTS.foundIn(sentence) || LEFT.foundIn(sentence);
  }

  /// @param carrier by its name
  public static Optional<Quotes.Quote> rule(
      List<PolicyFinder.Candidate> candidates, String carrier) {
    return candidates.stream()
        .filter(one -> ATTEMPTS.foundIn(one.sentence()))
        .filter(one -> names(one.sentence(), carrier))
        .max(Comparator.comparingDouble(PolicyFinder.Candidate::score))
        .map(PolicyFinder.Candidate::quote);
  }

  private static boolean names(String sentence, String carrier) {
    return !carrier.isBlank()
        && (sentence.toLowerCase(Locale.ROOT).contains(carrier.toLowerCase(Locale.ROOT))
            || Carriers.in(sentence).stream().anyMatch(Carriers.in(carrier)::contains));
  }
}
