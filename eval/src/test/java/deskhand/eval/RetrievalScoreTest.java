package deskhand.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RetrievalScoreTest {
  private static RetrievalFolder folder(
      Map<String, Map<String, Integer>> relevant, Map<String, Boolean> answerable) {
    return new RetrievalFolder(Map.of(), Map.of(), relevant, answerable);
  }

  @Test
  void gainFallsWithTheRankAndIsMeasuredAgainstTheBestOrder() {
    RetrievalScore score =
        new RetrievalScore(folder(Map.of("q", Map.of("good", 2, "fair", 1)), Map.of()));
    score.add("q", List.of("other", "good"), 0.5);
    Figures figures = score.print();
    // 2 / log2(3) of 2 / log2(2) + 1 / log2(3)
    assertThat(figures.get("ndcg10")).isEqualTo(48.0);
    assertThat(figures.get("recall10")).isEqualTo(50.0);
    assertThat(figures.get("mrr10")).isEqualTo(50.0);
  }

  @Test
  void whatNobodyJudgedDoesNotCount() {
    RetrievalScore score = new RetrievalScore(folder(Map.of("q", Map.of("a", 1)), Map.of()));
    score.add("q", List.of("a"), 0.5);
    score.add("unjudged", List.of("b"), 0.5);
    assertThat(score.print().get("queries")).isEqualTo(1);
  }

  @Test
  void confidenceIsJudgedByPairsAndEqualOnesAreHalfWon() {
    RetrievalScore score =
        new RetrievalScore(folder(Map.of(), Map.of("y1", true, "y2", true, "n1", false)));
    score.add("y1", List.of(), 0.9);
    score.add("y2", List.of(), 0.4);
    score.add("n1", List.of(), 0.4);
    assertThat(score.print().get("answerable_auroc")).isEqualTo(75.0);
  }
}
