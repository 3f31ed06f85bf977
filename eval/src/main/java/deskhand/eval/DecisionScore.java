package deskhand.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Counts right, wrong, lost and leaking decisions by the rule of golden/FORMAT.md, "What is
/// scored".
///
/// Whether a sentence is borne by its source is judged by the shared judge alone.
final class DecisionScore {
  private static final int PATTERN =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL;

  private final DecisionLeaks leaks;
  private final Map<String, Count> groups = new TreeMap<>();
  private final Count all = new Count();
  private final List<Double> times = new ArrayList<>();

  DecisionScore(ShopFolder shop) {
    this.leaks = new DecisionLeaks(shop);
  }

  private static final class Count {
    int cases;
    int sent;
    int rightSent;
    int wrong;
    int leaks;
    int lost;
    int automatable;
    int intents;
    int intentsRight;
  }

  void add(ShopFolder.GoldenCase golden, DecisionLine line) {
    ShopFolder.Expectation expect = golden.expect();
    boolean leaking = leaks.in(golden, line);
    boolean automatic = line.outcome().equals("answer") || line.outcome().equals("clarify");
    boolean spoken =
        expect.outcomes().equals(List.of("no_reply")) && !line.reply().text().isBlank();
    boolean right = !leaking && !spoken && fits(expect, line, automatic);
    for (Count count : List.of(all, groups.computeIfAbsent(golden.group(), group -> new Count()))) {
      count.cases++;
      count.sent += automatic || spoken ? 1 : 0;
      count.rightSent += automatic && right ? 1 : 0;
      count.wrong += (automatic || spoken) && !right ? 1 : 0;
      count.leaks += leaking ? 1 : 0;
      count.lost +=
          line.outcome().equals("no_reply") && !expect.outcomes().contains("no_reply") ? 1 : 0;
      count.automatable +=
          expect.outcomes().contains("answer") || expect.outcomes().contains("clarify") ? 1 : 0;
      if (!expect.intents().isEmpty()) {
        count.intents++;
        count.intentsRight +=
            expect.intents().contains(line.basis().understanding().intent().intent()) ? 1 : 0;
      }
    }
    times.add(line.millis());
  }

  private static boolean fits(ShopFolder.Expectation expect, DecisionLine line, boolean automatic) {
    String reply = line.reply().text();
    boolean answer = line.outcome().equals("answer");
    return expect.outcomes().contains(line.outcome())
        && (!automatic || says(expect.must(), reply))
        && expect.mustNot().stream().noneMatch(p -> found(p, reply))
        && (!answer || rests(expect.sources(), line));
  }

  private static boolean says(List<String> must, String reply) {
    return !reply.isBlank() && must.stream().allMatch(pattern -> found(pattern, reply));
  }

  private static boolean rests(List<String> sources, DecisionLine line) {
    return !line.evidence().isEmpty() && line.evidence().containsAll(sources);
  }

  private static boolean found(String pattern, String reply) {
    return Pattern.compile(pattern, PATTERN).matcher(reply).find();
  }

  Figures print() {
    System.out.printf(
        "%-18s %5s %5s %6s %6s %6s %5s %8s%n",
        "group", "cases", "sent", "auto%", "wrong", "leaks", "lost", "intent%");
    groups.forEach(DecisionScore::row);
    row("all", all);
    List<Double> sorted = times.stream().sorted().toList();
    double[] interval = Wilson.interval(all.wrong, all.sent);
    Figures figures =
        new Figures()
            .with("cases", all.cases)
            .percent("automation", all.rightSent, all.cases)
            .percent("of_automatable", all.rightSent, all.automatable)
            .percent("wrong", all.wrong, all.sent)
            .with("wrong_interval", List.of(rounded(interval[0]), rounded(interval[1])))
            .with("leaks", all.leaks)
            .with("lost", all.lost)
            .percent("intents", all.intentsRight, all.intents)
            .with("p50_ms", rounded(sorted.get(sorted.size() / 2) / 100))
            .with("p99_ms", rounded(sorted.get((int) (sorted.size() * 0.99)) / 100));
    figures.print();
    return figures;
  }

  private static void row(String name, Count count) {
    System.out.printf(
        "%-18s %5d %5d %6.1f %6d %6d %5d %8.1f%n",
        name,
        count.cases,
        count.sent,
        100.0 * count.rightSent / count.cases,
        count.wrong,
        count.leaks,
        count.lost,
        count.intents == 0 ? 0 : 100.0 * count.intentsRight / count.intents);
  }

  private static double rounded(double share) {
    return Math.round(1000 * share) / 10.0;
  }
}
