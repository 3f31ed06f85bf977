package deskhand.triage.understanding;

/// Probabilities out of scores.
final class Softmax {
  private Softmax() {}

  /// Turns scores into probabilities in place.
  ///
  /// @return the logarithm of the sum of the exponentials
  static double inPlace(float[] scores) {
    double total = logSum(scores, 1);
    for (int k = 0; k < scores.length; k++) {
      scores[k] = (float) Math.exp(scores[k] - total);
    }
    return total;
  }

  /// Logarithms of the probabilities after dividing the scores by the temperature.
  static double[] logarithms(float[] scores, double temperature) {
    double total = logSum(scores, temperature);
    double[] logs = new double[scores.length];
    for (int k = 0; k < logs.length; k++) {
      logs[k] = scores[k] / temperature - total;
    }
    return logs;
  }

  /// `log(sum(exp(score / temperature)))`.
  static double logSum(float[] scores, double temperature) {
    double most = Double.NEGATIVE_INFINITY;
    for (float score : scores) {
      most = Math.max(most, score / temperature);
    }
    double sum = 0;
    for (float score : scores) {
      sum += Math.exp(score / temperature - most);
    }
    return most + Math.log(sum);
  }
}
