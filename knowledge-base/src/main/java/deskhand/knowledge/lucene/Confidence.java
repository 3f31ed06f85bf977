package deskhand.knowledge.lucene;

/// How sure it is that a passage answers the question.
final class Confidence {
  private Confidence() {}

  static double of(Ranked ranked, double covered) {
    double cosine = Double.isNaN(ranked.cosine()) ? 0.55 : ranked.cosine();
    double sum = -9.0 + 11.0 * cosine + 2.5 * covered + 1.0 * ranked.lead();
    return 1 / (1 + Math.exp(-sum));
  }
}
