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

  private static final Patterns UNTOUCHED = Patterns.load("returns/untouched");

  /// How it is told that an exclusion answers.
  static final String WHY = "these goods, in that state";

  private final PolicyQuestion asked;
  private final List<Unit> units;

  Exclusions(PolicyQuestion asked, List<Unit> units) {
    this.asked = asked;
    this.units = units;
  }

  /// Whether nothing says that the goods are as they came, or that the store got them wrong.
  static boolean mayHoldFor(String said) {
    return !UNTOUCHED.foundIn(said) && !ReturnPostage.isOfFaultyGoods(said);
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
            .filter(one -> Quotes.isDenying(one.sentence()))
            .filter(Exclusions::isOfReturns)
            .filter(one -> states.stream().anyMatch(state -> state.foundIn(one.sentence())))
            .toList();
    long most = denying.stream().mapToLong(one -> shared(one, goods)).max().orElse(0);
    List<PolicyFinder.Candidate> best =
        denying.stream().filter(one -> most > 0 && shared(one, goods) == most).toList();
    return best.size() == 1
        ? Optional.of(
            new Quotes(List.of(Quotes.Line.of(List.of(best.getFirst().quote()))), Tables.SURE, WHY))
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

  private static boolean isOfReturns(PolicyFinder.Candidate one) {
    return Speech.mentionsReturn(one.sentence())
        || one.finding().passage().headings().stream()
            .anyMatch(heading -> Quotes.denies(heading) || Speech.mentionsReturn(heading));
  }
}
