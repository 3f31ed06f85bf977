package deskhand.triage.understanding;

import java.util.Random;

/// Multinomial logistic regression with an L2 penalty over sparse rows of length 1, by stochastic
/// gradient descent with the step lengths of Bottou (Stochastic Gradient Descent Tricks, 2012); the
/// order is drawn from a fixed seed, so the same rows give the same weights.
final class SparseLearning {
  private static final float SMALLEST_SCALE = 1e-4f;

  /// The bias is in every row, so it moves in smaller steps.
  private static final float BIAS_SHARE = 0.05f;

  private final SparseVector[] rows;
  private final int[] labels;
  private final float[] importance;
  private final int classes;
  private final double penalty;

  /// @param penalty times half the squared length of the weights is added to the mean loss
  SparseLearning(
      SparseVector[] rows, int[] labels, float[] importance, int classes, double penalty) {
    this.rows = rows;
    this.labels = labels;
    this.importance = importance;
    this.classes = classes;
    this.penalty = penalty;
  }

  LinearModel learn(int features, int rounds, double firstStep) {
    float[][] weights = new float[features][classes];
    float[] bias = new float[classes];
    float scale = 1;
    long steps = 0;
    int[] order = new int[rows.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    Random random = new Random(17);
    for (int round = 0; round < rounds; round++) {
      shuffle(order, random);
      for (int i : order) {
        double step = firstStep / (1 + firstStep * penalty * steps++);
        SparseVector row = rows[i];
        float[] scores = scores(weights, bias, scale, row);
        Softmax.inPlace(scores);
        scores[labels[i]] -= 1;
        scale *= (float) (1 - step * penalty);
        if (scale < SMALLEST_SCALE) {
          multiply(weights, scale);
          scale = 1;
        }
        float change = (float) -step * importance[i];
        for (int j = 0; j < row.size(); j++) {
          LinearModel.add(weights[row.at()[j]], change * row.values()[j] / scale, scores);
        }
        LinearModel.add(bias, BIAS_SHARE * change, scores);
      }
    }
    multiply(weights, scale);
    return new LinearModel(weights, bias);
  }

  private float[] scores(float[][] weights, float[] bias, float scale, SparseVector row) {
    float[] scores = bias.clone();
    for (int j = 0; j < row.size(); j++) {
      LinearModel.add(scores, row.values()[j] * scale, weights[row.at()[j]]);
    }
    return scores;
  }

  private static void multiply(float[][] weights, float by) {
    for (float[] row : weights) {
      for (int k = 0; k < row.length; k++) {
        row[k] *= by;
      }
    }
  }

  private static void shuffle(int[] order, Random random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
  }
}
