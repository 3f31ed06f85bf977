package deskhand.triage.articles;

import deskhand.triage.language.AskKind;
import deskhand.triage.language.Countries;
import deskhand.triage.language.Terms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Chooses which sentences of the found passages are quoted: the best unit, and others that answer
/// what it leaves open.
final class UnitChoice {
  private static final int MOST_ANSWERS = 3;

  /// An answer that begins with a worse unit than this is none.
  private static final double LIKELY = 0.85;

  private static final int MOST_SENTENCES = 5;
  private static final int MOST_WORDS = 90;
  private static final int MOST_WORDS_A_UNIT = 60;
  private static final double NEARLY = 0.93;
  private static final double NEARLY_HERE = 0.86;
  private static final double WORTH_IT = 0.70;

  /// The place of what is for other countries, carriers or amounts alone.
  private static final double OTHERS = -0.5;

  private static final double NEW_WORDS = 0.12;

  private final PolicyQuestion asked;
  private final List<Unit> units;
  private final Set<String> terms;
  private final Set<AskKind> kinds;

  UnitChoice(PolicyQuestion asked, List<Unit> units) {
    this.asked = asked;
    this.units = units;
    this.terms = Terms.content(asked.ask(), asked.language());
    this.kinds = AskKind.of(asked.ask());
  }

  /// An answer, and the sentence of it that fits the question best.
  record Chosen(PolicyFinder.Candidate best, List<Quotes.Line> lines) {}

  /// The most likely answers, each begun with another unit, the likeliest first.
  List<Chosen> choose() {
    List<Unit> order = new ArrayList<>(units);
    order.sort(Comparator.comparingDouble(Unit::score).reversed());
    return order.stream()
        .limit(MOST_ANSWERS)
        .filter(unit -> unit.score() >= LIKELY * order.getFirst().score())
        .map(unit -> new Chosen(unit.best(), from(unit, order)))
        .toList();
  }

  private List<Quotes.Line> from(Unit best, List<Unit> order) {
    List<Quotes.Line> lines = new ArrayList<>(lines(best));
    Set<String> open = new HashSet<>(terms);
    Set<AskKind> unanswered = new HashSet<>(kinds);
    close(lines, open, unanswered);
    for (Unit unit : order) {
      if (unit.score() < WORTH_IT * best.score()) {
        break;
      }
      if (unit.equals(best)) {
        continue;
      }
      List<Quotes.Line> more = new ArrayList<>(lines(unit));
      more.removeAll(lines);
      if (more.isEmpty() || !fits(lines, more) || !adds(unit, best, more, open, unanswered)) {
        continue;
      }
      lines.addAll(more);
      close(more, open, unanswered);
    }
    return lines;
  }

  private boolean adds(
      Unit unit, Unit best, List<Quotes.Line> more, Set<String> open, Set<AskKind> unanswered) {
    boolean same = unit.article().equals(best.article());
    if (unit.best().features().place() <= OTHERS
        || (!same && unit.score() < NEARLY * best.score())) {
      return false;
    }
    Set<String> stillOpen = new HashSet<>(open);
    Set<AskKind> stillAsked = new HashSet<>(unanswered);
    close(more, stillOpen, stillAsked);
    double gained = terms.isEmpty() ? 0 : (double) (open.size() - stillOpen.size()) / terms.size();
    boolean answers =
        stillAsked.size() < unanswered.size() && unit.article().equals(best.article());
    boolean here = unit.first().finding().passage().equals(best.first().finding().passage());
    double nearly = here ? NEARLY_HERE : NEARLY;
    return gained >= NEW_WORDS || answers || unit.score() >= nearly * best.score();
  }

  private void close(List<Quotes.Line> lines, Set<String> open, Set<AskKind> unanswered) {
    for (Quotes.Line line : lines) {
      open.removeAll(Terms.of(line.text(), asked.language()));
      unanswered.removeIf(kind -> kind.answeredBy(line.text()));
    }
  }

  private static boolean fits(List<Quotes.Line> lines, List<Quotes.Line> more) {
    return lines.size() + more.size() <= MOST_SENTENCES && words(lines) + words(more) <= MOST_WORDS;
  }

  private static int words(List<Quotes.Line> lines) {
    return lines.stream().mapToInt(line -> words(line.text())).sum();
  }

  private static int words(String text) {
    return text.split("\\s+", -1).length;
  }

  private List<Quotes.Line> lines(Unit unit) {
    return switch (unit.sort()) {
      case ROW -> rows(unit);
      case LIST -> list(unit);
      case ANSWERED -> answered(unit);
      case PARAGRAPH -> paragraph(unit.members(), unit.best());
    };
  }

  /// The row; where nothing tells which one is meant, all rows of the table for which there is
  /// room.
  private List<Quotes.Line> rows(Unit unit) {
    boolean any =
        asked.place().wanted().isEmpty()
            && Terms.general(asked.ask(), asked.subject(), asked.language());
    List<Quotes.Line> home =
        any || (asked.place().wanted().isEmpty() && !isNamed(unit)) ? rowsAtHome(unit) : List.of();
    if (!home.isEmpty()) {
      return home;
    }
    if (!any) {
      return List.of(Quotes.Line.of(List.of(unit.best().quote())));
    }
    List<Quotes.Line> rows = new ArrayList<>();
    for (Unit other : units) {
      boolean same = other.first().finding().passage().equals(unit.first().finding().passage());
      Quotes.Line row = Quotes.Line.of(List.of(other.best().quote()));
      if (same && other.sort() == Unit.Sort.ROW && fits(rows, List.of(row))) {
        rows.add(row);
      }
    }
    return rows;
  }

  /// Whether the question names what the row is about.
  private boolean isNamed(Unit row) {
    Set<String> label = Terms.content(Unit.label(row.best().sentence()), asked.language());
    return label.stream().anyMatch(term -> Terms.holds(terms, term, asked.language()));
  }

  /// Of a table by countries, who names none is most likely from the store's own.
  private List<Quotes.Line> rowsAtHome(Unit unit) {
    Set<String> home = Set.of(asked.store().profile().country());
    List<Unit> table =
        units.stream()
            .filter(other -> other.sort() == Unit.Sort.ROW)
            .filter(
                other -> other.first().finding().passage().equals(unit.first().finding().passage()))
            .toList();
    boolean byCountry =
        table.stream().anyMatch(row -> Countries.fit(home, row.best().sentence()) < 0);
    return table.stream()
        .filter(row -> byCountry && Countries.fit(home, row.best().sentence()) >= 1)
        .limit(MOST_ANSWERS)
        .map(row -> Quotes.Line.of(List.of(row.best().quote())))
        .toList();
  }

  /// All items that hold for the customer's country, or the best where they are too many.
  private List<Quotes.Line> list(Unit unit) {
    List<PolicyFinder.Candidate> items =
        unit.members().stream().filter(item -> item.features().place() > OTHERS).toList();
    List<PolicyFinder.Candidate> named =
        items.stream().filter(item -> item.features().place() >= 1).toList();
    if (!named.isEmpty()) {
      items = named;
    }
    if (items.isEmpty()) {
      return List.of();
    }
    Quotes.Line all = Quotes.Line.of(items.stream().map(PolicyFinder.Candidate::quote).toList());
    if (words(all.text()) <= MOST_WORDS_A_UNIT) {
      return List.of(all);
    }
    double good = 0.85 * unit.score();
    List<Quotes.Quote> best =
        items.stream()
            .filter(item -> item.score() >= good)
            .limit(4)
            .map(PolicyFinder.Candidate::quote)
            .toList();
    return List.of(Quotes.Line.of(best.isEmpty() ? List.of(unit.best().quote()) : best));
  }

  /// The answer from its start, or its first sentence and the best one.
  private static List<Quotes.Line> answered(Unit unit) {
    List<PolicyFinder.Candidate> answer =
        unit.members().stream().filter(one -> !Unit.isLeadAlone(one.sentence())).toList();
    if (answer.isEmpty()) {
      return List.of();
    }
    List<Quotes.Line> lines = new ArrayList<>();
    int words = 0;
    boolean cut = false;
    for (PolicyFinder.Candidate one : answer) {
      words += words(one.sentence());
      boolean needed = lines.isEmpty() || (!cut && words <= MOST_WORDS_A_UNIT);
      if (needed && lines.size() < 3) {
        lines.add(Quotes.Line.of(List.of(one.quote())));
      } else {
        cut = true;
        if (one.equals(unit.best()) && !Cohesion.needsTheOneBefore(one.sentence())) {
          lines.add(Quotes.Line.of(List.of(one.quote())));
        }
      }
    }
    return lines;
  }

  /// The best sentence, what it cannot stand without, and what follows it closely.
  private static List<Quotes.Line> paragraph(
      List<PolicyFinder.Candidate> members, PolicyFinder.Candidate best) {
    int at = members.indexOf(best);
    int from = at;
    while (from > 0 && at - from < 2 && Cohesion.needsTheOneBefore(members.get(from).sentence())) {
      from--;
    }
    int to = at + 1;
    while (to < members.size()
        && to - from < 3
        && (Cohesion.needsTheOneBefore(members.get(to).sentence())
            || Cohesion.bounds(members.get(to).sentence())
            || members.get(to).score() >= 0.85 * best.score())) {
      to++;
    }
    return members.subList(from, to).stream()
        .map(one -> Quotes.Line.of(List.of(one.quote())))
        .toList();
  }
}
