package deskhand.eval;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// How well the first ten documents of each question answer it, and how well the confidence tells
/// questions that have an answer from those that have none.
final class RetrievalScore {
  private final RetrievalFolder folder;
  private final List<Double> sure = new ArrayList<>();
  private final List<Double> unsure = new ArrayList<>();
  private double ndcg;
  private double recall;
  private double reciprocal;
  private int judged;

  RetrievalScore(RetrievalFolder folder) {
    this.folder = folder;
  }

  /// @param hits ids of documents, best first, at most ten
  void add(String question, List<String> hits, double confidence) {
    Boolean answerable = folder.answerable().get(question);
    if (answerable != null) {
      (answerable ? sure : unsure).add(confidence);
    }
    Map<String, Integer> relevant = folder.relevant().get(question);
    if (relevant == null) {
      return;
    }
    judged++;
    double gain = 0;
    int found = 0;
    int first = 0;
    for (int i = 0; i < hits.size(); i++) {
      int score = relevant.getOrDefault(hits.get(i), 0);
      gain += score / log2(i + 2);
      found += score > 0 ? 1 : 0;
      first = first == 0 && score > 0 ? i + 1 : first;
    }
    ndcg += gain / best(relevant);
    recall += found / (double) Math.min(10, relevant.size());
    reciprocal += first == 0 ? 0 : 1.0 / first;
  }

  Figures print() {
    Figures figures =
        new Figures()
            .with("queries", judged)
            .percent("ndcg10", ndcg, judged)
            .percent("recall10", recall, judged)
            .percent("mrr10", reciprocal, judged);
    if (!folder.answerable().isEmpty()) {
      figures.percent("answerable_auroc", wins(), (double) sure.size() * unsure.size());
    }
    for (String name : List.of("queries", "ndcg10", "recall10", "mrr10", "answerable_auroc")) {
      if (figures.get(name) != null) {
        System.out.printf("%-28s %8s%n", name, figures.get(name));
      }
    }
    return figures;
  }

  private static double best(Map<String, Integer> relevant) {
    List<Integer> scores =
        relevant.values().stream().sorted(Comparator.reverseOrder()).limit(10).toList();
    double gain = 0;
    for (int i = 0; i < scores.size(); i++) {
      gain += scores.get(i) / log2(i + 2);
    }
    return gain;
  }

  /// Pairs of an answerable and an unanswerable question in which the first is the surer one.
  private double wins() {
    List<Double> ranked = new ArrayList<>(unsure);
    Collections.sort(ranked);
    double wins = 0;
    for (double one : sure) {
      long below = ranked.stream().filter(other -> other < one).count();
      long equal = ranked.stream().filter(other -> other == one).count();
      wins += below + equal / 2.0;
    }
    return wins;
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }
}
