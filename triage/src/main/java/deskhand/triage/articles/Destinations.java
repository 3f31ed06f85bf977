package deskhand.triage.articles;

import deskhand.triage.language.AskKind;
import deskhand.triage.language.Countries;
import deskhand.triage.language.Patterns;
import deskhand.triage.language.Terms;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the articles say of delivery to a place: what it costs, how long it takes, from when on it
/// is free; or that nothing is sent there.
final class Destinations {
  /// So few sentences hold the name of a thing.
  private static final int FEW = 3;

  private static final int MOST_ROWS = 3;

  private static final Patterns DELIVERY = Patterns.load("tables/delivery");
  private static final Patterns UNKNOWN = Patterns.load("tables/unknown-place");
  private static final Patterns FAST = Patterns.load("tables/fast");
  private static final Patterns FREE = Patterns.load("tables/free");

  /// What is said around such a question, beside goods and places.
  private static final Patterns TALK = Patterns.load("tables/talk");

  private static final Patterns ISLAND = Patterns.load("tables/island");
  private static final Patterns MAINLAND = Patterns.load("tables/mainland");
  private static final Patterns LIMIT = Patterns.load("tables/limit");

  private final PolicyQuestion asked;
  private final List<Unit> units;
  private final DeliveryQuestion question;
  private final List<DeliveryRow> rows;

  Destinations(PolicyQuestion asked, List<Unit> units) {
    this.asked = asked;
    this.units = units;
    this.question = new DeliveryQuestion(asked);
    this.rows = question.isAsked() ? DeliveryRow.of(units) : List.of();
  }

  /// Empty where no place is asked for, or no article is plain about it.
  Optional<Quotes> answer() {
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    Set<String> named = asked.place().named();
    Optional<Quotes> told =
        question.isPlain() ? (named.isEmpty() ? atHome() : told(named)) : Optional.empty();
    return told.isEmpty() && question.asksWhether()
        ? new Unserved(asked, units, rows).answer(named)
        : told;
  }

  /// Who asks for a price and names no place means the own, or the store's.
  private Optional<Quotes> atHome() {
    if (!question.asksPrice() || UNKNOWN.foundIn(asked.query())) {
      return Optional.empty();
    }
    Set<String> store = Set.of(asked.store().profile().country());
    Set<String> home = asked.place().wanted().isEmpty() ? store : asked.place().wanted();
    Optional<Quotes> told = told(home);
    return told.isEmpty() && home.equals(store) ? services() : told;
  }

  /// The services of a table that names no places, in an article on delivery.
  private Optional<Quotes> services() {
    List<DeliveryRow> fitting =
        rows.stream()
            .filter(row -> row.isOfServices(rows))
            .filter(question::isAnsweredBy)
            .sorted(Comparator.comparingInt(row -> row.passage().number()))
            .toList();
    return fitting.isEmpty() || isRestricted(fitting.getFirst(), Set.of())
        ? Optional.empty()
        : Optional.of(plain(fitting, fitting.getFirst()));
  }

  private Optional<Quotes> told(Set<String> wanted) {
    List<DeliveryRow> fitting =
        rows.stream()
            .filter(row -> row.fit(wanted) > 0 || isSpelled(row))
            .filter(question::isAnsweredBy)
            .filter(row -> isOfMany(row, wanted) || row.isNamedFor(wanted))
            .sorted(
                Comparator.comparingInt((DeliveryRow row) -> isSpelled(row) ? 1 : 0)
                    .thenComparingDouble(row -> row.fit(wanted))
                    .thenComparingInt(row -> row.gives(AskKind.MONEY) ? 1 : 0)
                    .thenComparingDouble(row -> row.unit().score())
                    .reversed())
            .toList();
    if (fitting.isEmpty()
        || isOfAnother(wanted)
        || isOffTheMainland(fitting.getFirst())
        || isBesideServices(fitting.getFirst())
        || isRestricted(fitting.getFirst(), wanted)) {
      return Optional.empty();
    }
    DeliveryRow best = fitting.getFirst();
    return Optional.of(
        plain(
            fitting.stream()
                .filter(
                    row -> isSpelled(row) == isSpelled(best) && row.fit(wanted) == best.fit(wanted))
                .toList(),
            best));
  }

  /// Of several countries that are named each must have a row: "to Basel in Switzerland, almost
  /// France" is not answered by that of France. A town may lie in any of several.
  private boolean isOfAnother(Set<String> wanted) {
    Set<String> named = Set.copyOf(Countries.in(asked.ask()));
    return named.size() > 1
        && wanted.equals(named)
        && named.stream()
            .anyMatch(code -> rows.stream().allMatch(row -> row.fit(Set.of(code)) <= 0));
  }

  /// Whether an island is named, and the row is for the mainland.
  private boolean isOffTheMainland(DeliveryRow row) {
    return ISLAND.foundIn(asked.query()) && MAINLAND.foundIn(row.about());
  }

  /// A row for a part of the country, where the rest of it has a table of services: which one is
  /// meant is not known.
  private boolean isBesideServices(DeliveryRow row) {
    return !isSpelled(row)
        && rows.stream()
            .anyMatch(other ->
                other.unit().article().equals(row.unit().article()) && other.isOfServices(rows));
  }

  /// Those of its table that are no faster service, if there are such.
  private static Quotes plain(List<DeliveryRow> fitting, DeliveryRow best) {
    List<DeliveryRow> table =
        fitting.stream().filter(row -> row.passage().equals(best.passage())).toList();
    List<DeliveryRow> plain = table.stream().filter(row -> !row.isFast()).toList();
    return quoted(plain.isEmpty() ? table : plain);
  }

  private static Quotes quoted(List<DeliveryRow> rows) {
    return new Quotes(
        Quotes.By.TABLE,
        rows.stream()
            .sorted(Comparator.comparingInt(row -> row.unit().first().index()))
            .limit(MOST_ROWS)
            .map(row ->
                Quotes.Line.of(
                    row.unit().members().stream().map(PolicyFinder.Candidate::quote).toList()))
            .toList(),
        Quotes.SURE,
        "a table: the rows for that place");
  }

  /// Whether the row's own words for its place stand in the question: "Alaska and Hawaii".
  private boolean isSpelled(DeliveryRow row) {
    Set<String> said = Terms.content(asked.query(), asked.language());
    return Terms.content(TALK.removedFrom(row.about()), asked.language()).stream()
        .filter(term -> !DELIVERY.foundIn(term) && !FREE.foundIn(term))
        .filter(term -> term.chars().noneMatch(Character::isDigit))
        .anyMatch(said::contains);
  }

  private boolean isOfMany(DeliveryRow row, Set<String> wanted) {
    return rows.stream().anyMatch(other -> other.isBeside(row) && other.fit(wanted) < 0);
  }

  /// Whether some sentence sets a limit to one of the things that are named: "wheelsets travel
  /// within the country only"; or does not let some goods go there, where goods are named. A word
  /// that many sentences hold names no such thing.
  private boolean isRestricted(DeliveryRow row, Set<String> wanted) {
    List<PolicyFinder.Candidate> sentences =
        units.stream()
            .flatMap(unit -> unit.members().stream())
            .filter(one -> rows.stream().noneMatch(other -> other.unit().members().contains(one)))
            .filter(one -> !isOfFast(one))
            .toList();
    return question.goods().stream().anyMatch(term -> isLimited(term, row, sentences))
        || (question.isOfGoods()
            && sentences.stream()
                .filter(one -> DeliveryRow.isOfDelivery(one.finding().passage()))
                .filter(one -> !Unserved.isClosing(one.sentence()))
                .anyMatch(one -> Unserved.isRefused(one.sentence(), wanted)));
  }

  /// Whether what is said of delivery names that thing, or something else sets it a limit.
  private boolean isLimited(String term, DeliveryRow row, List<PolicyFinder.Candidate> sentences) {
    List<PolicyFinder.Candidate> holding =
        sentences.stream()
            .filter(one ->
                Unit.article(one).equals(row.unit().article())
                    || Countries.namesPlaces(one.sentence()))
            .filter(one ->
                Terms.holds(Terms.of(one.sentence(), asked.language()), term, asked.language()))
            .toList();
    return holding.size() <= FEW
        && holding.stream()
            .anyMatch(one ->
                LIMIT.foundIn(one.sentence()) || DeliveryRow.isOfDelivery(one.finding().passage()));
  }

  private static boolean isOfFast(PolicyFinder.Candidate one) {
    List<String> headings = one.finding().passage().headings();
    return FAST.foundIn(one.sentence())
        || (!headings.isEmpty() && FAST.foundIn(headings.getLast()));
  }
}
