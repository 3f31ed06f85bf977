package deskhand.triage.articles;

import deskhand.triage.language.Patterns;
import deskhand.triage.language.Speech;
import deskhand.triage.language.Terms;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// That goods in the state they are in cannot go back: the one sentence that says so of such goods
/// in that state.
final class Exclusions {
  private static final Patterns PERMISSION = Patterns.load("returns/permission");

  /// What may have been done with goods; each is a state of its own.
  private static final List<Patterns> STATES =
      Stream.of("opened", "used", "cut", "washed")
          .map(state -> Patterns.load("returns/" + state))
          .toList();

  /// That something is not taken back.
  private static final Patterns EXCLUDED = Patterns.load("returns/excluded");

  private static final Patterns UNTOUCHED = Patterns.load("returns/untouched");

  private final PolicyQuestion asked;
  private final List<Unit> units;

  Exclusions(PolicyQuestion asked, List<Unit> units) {
    this.asked = asked;
    this.units = units;
  }

  /// Whether nothing says that the goods are as they came, or that the store got them wrong.
  static boolean mayHoldFor(String said) {
    return !UNTOUCHED.foundIn(said) && !Speech.tellsOfFault(said);
  }

  /// Empty where the goods are as they came, or where no sentence, or more than one, is about them.
  Optional<Quotes> answer() {
    String query = asked.query();
    List<Patterns> states = STATES.stream().filter(state -> state.foundIn(query)).toList();
    if (states.isEmpty() || !PERMISSION.foundIn(query) || !mayHoldFor(query)) {
      return Optional.empty();
    }
    Set<String> goods = goods(query);
    List<PolicyFinder.Candidate> denying =
        units.stream()
            .flatMap(unit -> unit.members().stream())
            .filter(Exclusions::isExcluding)
            .filter(one -> states.stream().anyMatch(state -> state.foundIn(one.sentence())))
            .toList();
    long most = denying.stream().mapToLong(one -> shared(one, goods)).max().orElse(0);
    List<PolicyFinder.Candidate> best =
        denying.stream().filter(one -> most > 0 && shared(one, goods) == most).toList();
    return best.size() == 1
        ? Optional.of(Quotes.of(Quotes.By.EXCLUSION, best, "these goods, in that state"))
        : Optional.empty();
  }

  /// What the question names beside the states and the words of returns.
  private Set<String> goods(String query) {
    String rest = query;
    for (Patterns state : STATES) {
      rest = state.removedFrom(rest);
    }
    Set<String> goods = Terms.subject(PERMISSION.removedFrom(rest), asked.language());
    goods.removeIf(term ->
        Speech.mentionsReturn(term) || STATES.stream().anyMatch(state -> state.foundIn(term)));
    return goods;
  }

  private long shared(PolicyFinder.Candidate one, Set<String> goods) {
    Set<String> own = Terms.of(one.sentence(), asked.language());
    return goods.stream().filter(term -> Terms.holds(own, term, asked.language())).count();
  }

  /// A sentence that denies taking back, or one that denies something under a heading that does.
  private static boolean isExcluding(PolicyFinder.Candidate one) {
    boolean under = one.finding().passage().headings().stream().anyMatch(Quotes::denies);
    return Quotes.isDenying(one.sentence()) && (under || EXCLUDED.foundIn(one.sentence()));
  }
}
