package deskhand.triage.articles;

import deskhand.knowledge.Article;
import deskhand.triage.language.Patterns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Answers that stand in a table of the articles, whatever words a question is put in: what a
/// return from a place costs, how long a refund takes, and when the store is open.
public final class Tables {
  private static final int MOST_HOURS = 7;

  /// Other hours this near make it unclear whose are meant.
  private static final double AS_GOOD = 0.97;

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
    return new ReturnLabels(asked, units).answer().or(() -> RefundDays.byWay(asked, units));
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
    return Quotes.of(
        Quotes.By.TABLE,
        rows.stream()
            .map(Unit::best)
            .sorted(Comparator.comparingInt(PolicyFinder.Candidate::index))
            .limit(most)
            .toList(),
        "a table: " + why);
  }
}
