package deskhand.knowledge.lucene;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Brings the scores of two searches together: each side's are stretched over 0 to 1, then added by
/// weight. A document that one side did not bring up has 0 there. (Better than adding up ranks, as
/// scores tell a clear winner from a close one.)
final class Fusion {
  private Fusion() {}

  /// All documents, best first.
  static List<Ranked> rank(
      Map<Integer, Float> lexical, Map<Integer, Float> dense, double denseShare) {
    Set<Integer> documents = new HashSet<>(lexical.keySet());
    documents.addAll(dense.keySet());
    Scale words = Scale.of(lexical);
    Scale meaning = Scale.of(dense);
    List<Ranked> ranked = new ArrayList<>();
    for (int document : documents) {
      double score =
          (1 - denseShare) * words.stretched(lexical.get(document))
              + denseShare * meaning.stretched(dense.get(document));
      ranked.add(new Ranked(document, score, dense.getOrDefault(document, meaning.least()), score));
    }
    ranked.sort(
        Comparator.comparingDouble(Ranked::score).reversed().thenComparingInt(Ranked::document));
    return compared(ranked);
  }

  private static List<Ranked> compared(List<Ranked> ranked) {
    List<Ranked> compared = new ArrayList<>(ranked);
    for (int i = 0; i < ranked.size() && ranked.size() > 1; i++) {
      Ranked one = ranked.get(i);
      Ranked other = ranked.get(i == 0 ? 1 : 0);
      double ahead = one.score() - other.score();
      compared.set(i, new Ranked(one.document(), one.score(), one.cosine(), ahead));
    }
    return compared;
  }

  private record Scale(float least, float most) {
    static Scale of(Map<Integer, Float> scores) {
      return scores.isEmpty()
          ? new Scale(Float.NaN, Float.NaN)
          : new Scale(Collections.min(scores.values()), Collections.max(scores.values()));
    }

    double stretched(@Nullable Float score) {
      if (score == null) {
        return 0;
      }
      return most > least ? (score - least) / (most - least) : 1;
    }
  }
}
