package deskhand.triage.articles;

import deskhand.knowledge.Article;
import deskhand.triage.language.AskKind;
import deskhand.triage.language.Countries;
import deskhand.triage.language.Patterns;
import deskhand.triage.language.Speech;
import deskhand.triage.language.Terms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Answers that stand in a table of the articles, whatever words a question is put in: what
/// delivery to a place or a return from it costs, how long it takes, and when the store is open.
public final class Tables {
  /// As sure as a row can be that names the place and gives what is asked.
  public static final double SURE = 0.8;

  /// So few sentences hold the name of a thing.
  private static final int FEW = 3;

  private static final int MOST_ROWS = 3;
  private static final int MOST_HOURS = 7;

  /// Other hours this near make it unclear whose are meant.
  private static final double AS_GOOD = 0.97;

  /// What makes a question about delivery one that the plain row does not answer.
  private static final Patterns QUALIFIED = Patterns.load("tables/qualified");

  private static final Patterns DELIVERY = Patterns.load("tables/delivery");
  private static final Patterns FAST = Patterns.load("tables/fast");
  private static final Patterns FREE = Patterns.load("tables/free");
  private static final Patterns FREE_ASKED = Patterns.load("tables/free-asked");
  private static final Patterns COST = Patterns.load("tables/cost");
  private static final Patterns LIMIT = Patterns.load("tables/limit");
  private static final Patterns DAY = Patterns.load("tables/day");
  private static final Patterns HOURS = Patterns.load("tables/hours");

  /// Hours at which people answer, not those of a door.
  private static final Patterns REACHED = Patterns.load("tables/reached");

  /// A place where customers come in.
  private static final Patterns DOOR = Patterns.load("tables/door");

  private static final Patterns OPEN = Patterns.load("tables/open");

  private final PolicyQuestion asked;
  private final List<Unit> units;

  Tables(PolicyQuestion asked, List<Unit> units) {
    this.asked = asked;
    this.units = units;
  }

  public static boolean asksHours(String text) {
    return OPEN.foundIn(text);
  }

  /// Empty where no table is asked for, or none answers.
  Optional<Quotes> answer() {
    if (asksHours(asked.ask())) {
      return hours();
    }
    return new ReturnLabels(asked, units)
        .answer()
        .or(() -> RefundDays.byWay(asked, units))
        .or(() -> asksDelivery() ? delivery() : Optional.empty());
  }

  private boolean asksDelivery() {
    return asked.subject().equals(Intents.subject("shipping/policy"))
        && !asked.place().named().isEmpty()
        && !numbers().isEmpty()
        && DELIVERY.foundIn(asked.query())
        && !QUALIFIED.foundIn(asked.ask());
  }

  /// Which of time and price are asked for; from when on it is free is a price.
  private List<AskKind> numbers() {
    List<AskKind> numbers = new ArrayList<>();
    boolean free = FREE_ASKED.foundIn(asked.ask());
    if (AskKind.of(asked.ask()).contains(AskKind.TIME) && !free) {
      numbers.add(AskKind.TIME);
    }
    if (COST.foundIn(asked.ask()) || free) {
      numbers.add(AskKind.MONEY);
    }
    return numbers;
  }

  /// The rows for that place in the table that has rows for others too.
  private Optional<Quotes> delivery() {
    List<AskKind> wanted = numbers();
    List<Unit> rows =
        units.stream()
            .filter(unit -> unit.sort() == Unit.Sort.ROW)
            .filter(unit -> unit.best().features().place() >= 1)
            .filter(unit -> Countries.fit(asked.place().wanted(), unit.best().sentence()) > 0)
            .filter(
                unit -> wanted.stream().allMatch(kind -> kind.answeredBy(unit.best().sentence())))
            .filter(row -> isOfMany(row) || isNamedForPlace(row))
            .filter(row -> !isOfReturns(row))
            .filter(row -> !FREE_ASKED.foundIn(asked.ask()) || FREE.foundIn(row.best().sentence()))
            .sorted(Comparator.comparingDouble(Unit::score).reversed())
            .toList();
    if (rows.isEmpty() || isRestricted(rows.getFirst())) {
      return Optional.empty();
    }
    List<Unit> table =
        rows.stream().filter(row -> passage(row).equals(passage(rows.getFirst()))).toList();
    List<Unit> plain = table.stream().filter(row -> !FAST.foundIn(row.best().sentence())).toList();
    return Optional.of(
        quoted(plain.isEmpty() ? table : plain, MOST_ROWS, "the rows for that place"));
  }

  /// Whether some sentence sets a limit to one of the things that are named: "wheelsets travel
  /// within the country only". A word that many sentences hold names no such thing.
  private boolean isRestricted(Unit row) {
    List<String> sentences =
        units.stream()
            .filter(unit -> unit.article().equals(row.article()))
            .flatMap(unit -> unit.members().stream())
            .map(PolicyFinder.Candidate::sentence)
            .toList();
    return Terms.content(asked.ask(), asked.language()).stream()
        .filter(term -> !FREE.foundIn(term))
        .anyMatch(term -> {
          List<String> holding =
              sentences.stream()
                  .filter(sentence ->
                      Terms.holds(Terms.of(sentence, asked.language()), term, asked.language()))
                  .toList();
          return holding.size() <= FEW && holding.stream().anyMatch(one -> LIMIT.foundIn(one));
        });
  }

  /// A row of what it costs to send something back, or how long that takes.
  private boolean isOfReturns(Unit row) {
    return !Speech.mentionsReturn(asked.query())
        && (Speech.mentionsReturn(row.best().sentence())
            || passage(row).headings().stream().anyMatch(Speech::mentionsReturn));
  }

  /// A row that begins with the place, in a table of that place alone, which says that it is about
  /// delivery.
  private boolean isNamedForPlace(Unit row) {
    String about = String.join(" ", passage(row).headings()) + " " + row.best().sentence();
    return Countries.fit(asked.place().wanted(), Unit.label(row.best().sentence())) >= 1
        && DELIVERY.foundIn(about);
  }

  private boolean isOfMany(Unit row) {
    return units.stream()
        .anyMatch(other ->
            other.sort() == Unit.Sort.ROW
                && passage(other).equals(passage(row))
                && other.best().features().place() < 0);
  }

  /// All lines with hours of the passage about the place that is meant.
  private Optional<Quotes> hours() {
    Map<Object, List<Unit>> passages = new LinkedHashMap<>();
    for (Unit unit : units) {
      String line = unit.best().sentence();
      if (isHours(line) && (!REACHED.foundIn(line) || REACHED.foundIn(asked.ask()))) {
        passages.computeIfAbsent(passage(unit), passage -> new ArrayList<>()).add(unit);
      }
    }
    boolean door =
        !REACHED.foundIn(asked.ask())
            && passages.values().stream().anyMatch(passage -> isOfDoor(passage.getFirst()));
    List<List<Unit>> likeliest =
        passages.values().stream()
            .filter(passage -> !door || isOfDoor(passage.getFirst()))
            .sorted(Comparator.comparingDouble(Tables::best).reversed())
            .toList();
    boolean unclear =
        likeliest.size() > 1 && best(likeliest.get(1)) >= AS_GOOD * best(likeliest.getFirst());
    return likeliest.isEmpty() || unclear
        ? Optional.empty()
        : Optional.of(quoted(likeliest.getFirst(), MOST_HOURS, "the hours"));
  }

  /// Whether the heading speaks of a place where customers come in.
  private static boolean isOfDoor(Unit line) {
    List<String> headings = passage(line).headings();
    return headings.size() > 1 && DOOR.foundIn(headings.getLast());
  }

  private static boolean isHours(String sentence) {
    return DAY.foundIn(sentence) && HOURS.foundIn(sentence.toLowerCase(Locale.ROOT));
  }

  private static double best(List<Unit> units) {
    return units.stream().mapToDouble(Unit::score).max().orElse(0);
  }

  static Article.Passage passage(Unit unit) {
    return unit.first().finding().passage();
  }

  static Quotes quoted(List<Unit> rows, int most, String why) {
    return new Quotes(
        rows.stream()
            .sorted(Comparator.comparingInt(row -> row.best().index()))
            .limit(most)
            .map(row -> Quotes.Line.of(List.of(row.best().quote())))
            .toList(),
        SURE,
        "a table: " + why);
  }
}
