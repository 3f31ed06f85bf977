package deskhand.triage.articles;

import deskhand.triage.language.AskKind;
import deskhand.triage.language.Countries;
import deskhand.triage.language.Patterns;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// That nothing is sent to a place: the article lists others, not this one, and says that to no
/// other anything goes.
final class Unserved {
  /// So many other places must be listed before one that is missing is none.
  private static final int LISTED = 2;

  /// Nothing is sent to places that are not named.
  private static final Patterns CLOSED = Patterns.load("tables/closed");

  /// Nothing is sent to those that the sentence names.
  private static final Patterns REFUSED = Patterns.load("tables/refused");

  /// Goes on with the sentence before: "that includes Belgium".
  private static final Patterns GOES_ON = Patterns.load("tables/goes-on");

  private static final Patterns ONLY = Patterns.load("tables/only");
  private static final Patterns DELIVERY = Patterns.load("tables/delivery");

  private final PolicyQuestion asked;
  private final List<Unit> units;
  private final List<DeliveryRow> rows;

  Unserved(PolicyQuestion asked, List<Unit> units, List<DeliveryRow> rows) {
    this.asked = asked;
    this.units = units;
    this.rows = rows.stream().filter(row -> row.gives(AskKind.MONEY)).toList();
  }

  Optional<Quotes> answer(Set<String> wanted) {
    boolean listed = rows.stream().filter(row -> row.fit(wanted) < 0).count() >= LISTED;
    if (!listed
        || wanted.contains(asked.store().profile().country())
        || rows.stream().anyMatch(row -> row.fit(wanted) > 0)) {
      return Optional.empty();
    }
    List<PolicyFinder.Candidate> sentences =
        units.stream()
            .flatMap(unit -> unit.members().stream())
            .filter(one ->
                rows.stream().anyMatch(row -> row.unit().article().equals(Unit.article(one))))
            .toList();
    return first(sentences, wanted, true).or(() -> first(sentences, wanted, false));
  }

  /// The first that closes the list, of those that name the place or of all.
  private Optional<Quotes> first(
      List<PolicyFinder.Candidate> sentences, Set<String> wanted, boolean named) {
    for (int i = 0; i < sentences.size(); i++) {
      PolicyFinder.Candidate one = sentences.get(i);
      boolean names = Countries.fit(wanted, one.sentence()) >= 1;
      if (named && names && GOES_ON.foundIn(one.sentence())) {
        if (i > 0 && CLOSED.foundIn(sentences.get(i - 1).sentence())) {
          return Optional.of(quoted(List.of(sentences.get(i - 1), one)));
        }
      } else if (named
          ? names && isRefusedWhole(one.sentence(), wanted)
          : CLOSED.foundIn(one.sentence())) {
        return Optional.of(quoted(List.of(one)));
      }
    }
    return Optional.empty();
  }

  private static Quotes quoted(List<PolicyFinder.Candidate> sentences) {
    return Quotes.of(Quotes.By.TABLE, sentences, "a table: the place is not in it");
  }

  /// Whether nothing at all goes there.
  private static boolean isRefusedWhole(String sentence, Set<String> wanted) {
    boolean label = Countries.fit(wanted, Unit.label(sentence)) >= 1;
    return (label || DELIVERY.foundIn(sentence)) && isRefused(sentence, wanted);
  }

  static boolean isClosing(String sentence) {
    return CLOSED.foundIn(sentence) || GOES_ON.foundIn(sentence);
  }

  /// Whether something does not go to that place by a sentence on delivery.
  static boolean isRefused(String sentence, Set<String> wanted) {
    double fit = Countries.fit(wanted, sentence);
    return (fit >= 1 && REFUSED.foundIn(sentence)) || (fit < 0 && ONLY.foundIn(sentence));
  }
}
