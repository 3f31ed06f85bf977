package deskhand.triage.articles;

import deskhand.triage.language.AskKind;
import deskhand.triage.language.Countries;
import deskhand.triage.language.Patterns;
import deskhand.triage.language.Price;
import deskhand.triage.language.Speech;
import deskhand.triage.language.Terms;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What sending something back costs from a place, where a table of the articles says so for each
/// place.
public final class ReturnLabels {
  private static final int MOST_ROWS = 2;
  private static final Pattern CLAUSE =
      Pattern.compile("[.?!;\\n]|\\b(and|und|en|et|y|e)\\b", Pattern.CASE_INSENSITIVE);

  /// A label that is used from somewhere is one to send something back.
  private static final Pattern FROM =
      Pattern.compile("\\blabel from \\p{L}", Pattern.CASE_INSENSITIVE);

  private static final Patterns LABEL = Patterns.load("tables/label");
  private static final Patterns COST = Patterns.load("tables/cost");
  private static final Patterns DEDUCTED = Patterns.load("tables/deducted");

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
    List<Unit> labels = rows().stream().filter(ReturnLabels::isOfLabels).toList();
    long most = labels.stream().mapToLong(this::spelled).max().orElse(0);
    List<Unit> named =
        labels.stream().filter(row -> most > 0 && spelled(row) == most).limit(2).toList();
    return named.size() == 1 ? Optional.of(quoted(named)) : byCountry(labels);
  }

  /// Rows of tables, and items of lists that read like one, each by itself: "Portugal: €3".
  private List<Unit> rows() {
    return units.stream()
        .flatMap(unit -> unit.members().stream())
        .filter(member -> member.sentence().contains(": "))
        .map(member -> new Unit(Unit.Sort.ROW, List.of(member)))
        .toList();
  }

  /// How many words of the row's place stand in the question: "from Manitoba".
  private long spelled(Unit row) {
    Set<String> said = Terms.of(asked.ask(), asked.language());
    String sentence = row.best().sentence();
    String place = sentence.substring(0, sentence.lastIndexOf(": "));
    return Terms.content(place, asked.language()).stream()
        .filter(term -> !LABEL.foundIn(term) && !Speech.mentionsReturn(term))
        .filter(said::contains)
        .count();
  }

  private Optional<Quotes> byCountry(List<Unit> labels) {
    Set<String> from =
        asked.place().wanted().isEmpty()
            ? Set.of(asked.store().profile().country())
            : asked.place().wanted();
    List<Unit> rows =
        labels.stream()
            .filter(unit -> fit(from, unit) > 0)
            .sorted(Comparator.comparingDouble((Unit unit) -> fit(from, unit)).reversed())
            .toList();
    if (rows.isEmpty() || !isByPlace(rows.getFirst(), from)) {
      return Optional.empty();
    }
    Unit best = rows.getFirst();
    return Optional.of(
        quoted(
            rows.stream()
                .filter(row -> Tables.passage(row).equals(Tables.passage(best)))
                .filter(row -> fit(from, row) == fit(from, best))
                .toList()));
  }

  private static Quotes quoted(List<Unit> rows) {
    return Tables.quoted(rows, MOST_ROWS, "the label from that place");
  }

  private boolean isAsked() {
    boolean back =
        RETURNS.contains(asked.subject())
            || Speech.mentionsReturn(asked.query())
            || DEDUCTED.foundIn(asked.ask())
            || FROM.matcher(asked.ask()).find();
    return back
        && Speech.isQuestion(asked.ask())
        && isPriceAsked(asked.ask())
        && !isPermissionAsked(asked.ask());
  }

  /// "Can I send both back, and what does the label cost?" asks for more than the label.
  private static boolean isPermissionAsked(String text) {
    return CLAUSE
        .splitAsStream(text)
        .anyMatch(clause ->
            !LABEL.foundIn(clause)
                && Speech.mentionsReturn(clause)
                && AskKind.of(clause).contains(AskKind.CHOICE));
  }

  /// Whether it asks what a label costs, or what is taken off for one, and until when is no matter.
  public static boolean areAskedAlone(String text) {
    return isPriceAsked(text)
        && !AskKind.of(text).contains(AskKind.TIME)
        && !Speech.asksDeadline(text);
  }

  private static boolean isPriceAsked(String text) {
    return LABEL.foundIn(text)
        && (COST.foundIn(text) || DEDUCTED.foundIn(text) || Price.isAsked(text));
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
    return rows().stream()
        .filter(row -> Tables.passage(row).equals(Tables.passage(best)))
        .anyMatch(row -> fit(from, row) < 0);
  }

  private static double fit(Set<String> from, Unit row) {
    return Countries.fit(from, row.best().sentence());
  }
}
