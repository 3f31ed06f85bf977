package deskhand.triage.understanding;

import deskhand.triage.Examples;
import deskhand.triage.IntentClassifier.Example;
import deskhand.triage.Understanding.Guess;
import deskhand.triage.understanding.Views.Lesson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A store's classifier, together with the store's own examples as neighbours: a message that is
/// nearly one of them has its intent.
///
/// @param stamp how far the store's examples were when this was made
/// @param own the store's examples, oldest first; the newest of equal ones counts
record Taught(Examples.Stamp stamp, TrainedClassifier classifier, List<Lesson> own) {
  /// Cosine from which on an own example counts, and from which on it decides.
  private static final double NEAR = 0.90;

  private static final double EQUAL = 0.99;
  private static final double SURE = 0.95;

  private static final List<Set<String>> ALIKE =
      List.of(
          Set.of("order/status", "order/not-received"),
          Set.of("return/status", "refund/status"),
          Set.of("return/policy", "return/start"),
          Set.of("shipping/policy", "shipping/customs"));

  Map<Example, Lesson> byExample() {
    Map<Example, Lesson> lessons = HashMap.newHashMap(own.size());
    own.forEach(lesson -> lessons.put(new Example(lesson.seen().text(), lesson.label()), lesson));
    return lessons;
  }

  /// What a text is, with the probability that this is right, and how likely all intents are.
  ///
  /// @param ranked most likely first
  record Verdict(Guess best, List<Guess> ranked) {
    /// The best guess, as sure as it is one of those that are answered alike: torn between two of
    /// them is not unsure.
    Guess withKin() {
      Set<String> kin =
          ALIKE.stream().filter(each -> each.contains(best.intent())).findFirst().orElse(Set.of());
      double own = share(Set.of(best.intent()));
      double all = share(kin);
      return all <= own || own == 0
          ? best
          : new Guess(
              best.intent(),
              Math.max(best.confidence(), Math.min(SURE, best.confidence() * all / own)));
    }

    private double share(Set<String> intents) {
      return ranked.stream()
          .filter(guess -> intents.contains(guess.intent()))
          .mapToDouble(Guess::confidence)
          .sum();
    }
  }

  Verdict judge(String text, Occasion occasion) {
    Views.Seen seen = classifier.see(text);
    TrainedClassifier.Judged judged = classifier.judge(seen, occasion);
    List<Guess> ranked = judged.ranked();
    var prediction = judged.prediction();
    Guess best = new Guess(prediction.label(), prediction.confidence());
    Lesson nearest = null;
    float cosine = -1;
    for (Lesson lesson : own) {
      float each = Neighbours.cosine(lesson.seen().vector(), seen.vector());
      if (each >= cosine) {
        cosine = each;
        nearest = lesson;
      }
    }
    if (nearest == null || cosine < NEAR) {
      return new Verdict(best, ranked);
    }
    double weight = SURE * Math.min(1, (cosine - NEAR) / (EQUAL - NEAR));
    String label = nearest.label();
    List<Guess> mixed = new ArrayList<>();
    ranked.stream()
        .filter(guess -> !guess.intent().equals(label))
        .map(guess -> new Guess(guess.intent(), guess.confidence() * (1 - weight)))
        .forEach(mixed::add);
    double had =
        ranked.stream()
            .filter(guess -> guess.intent().equals(label))
            .mapToDouble(Guess::confidence)
            .sum();
    mixed.add(new Guess(label, Math.min(1, weight + had * (1 - weight))));
    mixed.sort(Comparator.comparingDouble(Guess::confidence).reversed());
    double kept = best.confidence() * (1 - weight);
    Guess first = mixed.getFirst();
    return new Verdict(
        first.intent().equals(label)
            ? new Guess(
                label,
                Math.min(1, weight + (best.intent().equals(label) ? kept : had * (1 - weight))))
            : new Guess(first.intent(), kept),
        mixed);
  }
}
