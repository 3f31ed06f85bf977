package deskhand.triage.articles;

import deskhand.triage.language.AskKind;
import deskhand.triage.language.Countries;
import deskhand.triage.language.Patterns;
import deskhand.triage.language.Price;
import deskhand.triage.language.Speech;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What sending something back costs from a place, where a table of the articles says so for each
/// place.
public final class ReturnLabels {
  private static final int MOST_ROWS = 2;
  private static final Patterns LABEL = Patterns.load("tables/label");
  private static final Patterns COST = Patterns.load("tables/cost");

  /// There is none, so it costs what the post takes.
  private static final Patterns NONE = Patterns.load("tables/limit");

  /// Who asks for labels otherwise may want to buy some.
  private static final Set<String> RETURNS =
      Set.of(Intents.subject("return/policy"), Intents.subject("return/start"));

  private final PolicyQuestion asked;
  private final List<Unit> units;

  ReturnLabels(PolicyQuestion asked, List<Unit> units) {
    this.asked = asked;
    this.units = units;
  }

  /// The rows that name the place best; of who names none and has no order, the store's own
  /// country.
  Optional<Quotes> answer() {
    if (!isAsked()) {
      return Optional.empty();
    }
    Set<String> from =
        asked.place().wanted().isEmpty()
            ? Set.of(asked.store().profile().country())
            : asked.place().wanted();
    List<Unit> rows =
        units.stream()
            .filter(unit -> unit.sort() == Unit.Sort.ROW && isOfLabels(unit))
            .filter(unit -> fit(from, unit) > 0)
            .sorted(Comparator.comparingDouble((Unit unit) -> fit(from, unit)).reversed())
            .toList();
    if (rows.isEmpty() || !isByPlace(rows.getFirst(), from)) {
      return Optional.empty();
    }
    Unit best = rows.getFirst();
    return Optional.of(
        Tables.quoted(
            rows.stream()
                .filter(row -> Tables.passage(row).equals(Tables.passage(best)))
                .filter(row -> fit(from, row) == fit(from, best))
                .toList(),
            MOST_ROWS,
            "the label from that place"));
  }

  private boolean isAsked() {
    boolean back = RETURNS.contains(asked.subject()) || Speech.mentionsReturn(asked.ask());
    return back && isPriceAsked(asked.ask());
  }

  /// Whether it asks what a label costs, or what is taken off for one, and until when is no matter.
  public static boolean areAskedAlone(String text) {
    return isPriceAsked(text)
        && !AskKind.of(text).contains(AskKind.TIME)
        && !Speech.asksDeadline(text);
  }

  private static boolean isPriceAsked(String text) {
    return LABEL.foundIn(text) && (COST.foundIn(text) || Price.isAsked(text));
  }

  private static boolean isOfLabels(Unit row) {
    String sentence = row.best().sentence();
    List<String> headings = Tables.passage(row).headings();
    boolean back =
        Speech.mentionsReturn(sentence) || headings.stream().anyMatch(Speech::mentionsReturn);
    boolean told = AskKind.MONEY.answeredBy(sentence) || NONE.foundIn(sentence);
    boolean labels =
        LABEL.foundIn(sentence) || (!headings.isEmpty() && LABEL.foundIn(headings.getLast()));
    return back && told && labels;
  }

  /// Whether the table tells places apart.
  private boolean isByPlace(Unit best, Set<String> from) {
    return units.stream()
        .filter(row -> row.sort() == Unit.Sort.ROW)
        .filter(row -> Tables.passage(row).equals(Tables.passage(best)))
        .anyMatch(row -> fit(from, row) < 0);
  }

  private static double fit(Set<String> from, Unit row) {
    return Countries.fit(from, row.best().sentence());
  }
}
