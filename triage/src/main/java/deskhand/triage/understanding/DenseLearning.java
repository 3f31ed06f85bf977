package deskhand.triage.understanding;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;

/// Multinomial logistic regression with an L2 penalty over dense rows, solved by L-BFGS (Nocedal
/// and Wright, Numerical Optimization, algorithm 7.4) from zero; the same rows give the same
/// weights.
final class DenseLearning {
  private static final int MEMORY = 8;
  private static final int BLOCK = 256;

  private final float[][] rows;
  private final int[] labels;
  private final float[] importance;
  private final int classes;
  private final double penalty;

  /// @param penalty times half the squared length of the weights is added to the mean loss
  DenseLearning(float[][] rows, int[] labels, float[] importance, int classes, double penalty) {
    this.rows = rows;
    this.labels = labels;
    this.importance = importance;
    this.classes = classes;
    this.penalty = penalty;
  }

  LinearModel learn(int steps) {
    int width = rows[0].length;
    double[] at = new double[(width + 1) * classes];
    double[] slope = new double[at.length];
    double loss = loss(at, slope);
    Deque<Pair> memory = new ArrayDeque<>();
    for (int step = 0; step < steps; step++) {
      double[] direction = direction(slope, memory);
      double down = dot(direction, slope);
      double length = memory.isEmpty() ? 1 / Math.max(1, Math.sqrt(dot(slope, slope))) : 1;
      double[] next = new double[at.length];
      double[] nextSlope = new double[at.length];
      double nextLoss = Double.POSITIVE_INFINITY;
      for (int halving = 0; halving < 20; halving++, length /= 2) {
        for (int i = 0; i < at.length; i++) {
          next[i] = at[i] + length * direction[i];
        }
        nextLoss = loss(next, nextSlope);
        if (nextLoss <= loss + 1e-4 * length * down) {
          break;
        }
      }
      if (!(nextLoss < loss)) {
        break;
      }
      Pair pair = Pair.between(at, next, slope, nextSlope);
      if (pair.curvature > 1e-12) {
        memory.addFirst(pair);
        if (memory.size() > MEMORY) {
          memory.removeLast();
        }
      }
      boolean done = loss - nextLoss < 1e-5 * loss;
      at = next;
      slope = nextSlope;
      loss = nextLoss;
      if (done) {
        break;
      }
    }
    return model(at, width);
  }

  private LinearModel model(double[] at, int width) {
    float[][] weights = new float[width][classes];
    for (int i = 0; i < width * classes; i++) {
      weights[i / classes][i % classes] = (float) at[i];
    }
    float[] bias = new float[classes];
    for (int k = 0; k < classes; k++) {
      bias[k] = (float) at[width * classes + k];
    }
    return new LinearModel(weights, bias);
  }

  /// The mean loss; its derivative goes into `slope`.
  private double loss(double[] at, double[] slope) {
    int width = rows[0].length;
    LinearModel model = model(at, width);
    Arrays.fill(slope, 0);
    double loss = 0;
    double all = 0;
    for (int from = 0; from < rows.length; from += BLOCK) {
      float[][] block = new float[width + 1][classes];
      for (int i = from; i < Math.min(rows.length, from + BLOCK); i++) {
        float[] scores = model.scores(rows[i]);
        float right = scores[labels[i]];
        loss += importance[i] * (Softmax.inPlace(scores) - right);
        all += importance[i];
        scores[labels[i]] -= 1;
        for (int f = 0; f < width; f++) {
          LinearModel.add(block[f], importance[i] * rows[i][f], scores);
        }
        LinearModel.add(block[width], importance[i], scores);
      }
      for (int i = 0; i < slope.length; i++) {
        slope[i] += block[i / classes][i % classes];
      }
    }
    double squares = 0;
    for (int i = 0; i < slope.length; i++) {
      slope[i] /= all;
      if (i < width * classes) {
        slope[i] += penalty * at[i];
        squares += at[i] * at[i];
      }
    }
    return loss / all + penalty * squares / 2;
  }

  private static double[] direction(double[] slope, Deque<Pair> memory) {
    double[] q = slope.clone();
    double[] shares = new double[memory.size()];
    int n = 0;
    for (Pair pair : memory) {
      shares[n] = dot(pair.move, q) / pair.curvature;
      add(q, -shares[n++], pair.turn);
    }
    if (!memory.isEmpty()) {
      Pair newest = memory.getFirst();
      double scale = newest.curvature / dot(newest.turn, newest.turn);
      for (int i = 0; i < q.length; i++) {
        q[i] *= scale;
      }
    }
    for (Iterator<Pair> oldest = memory.descendingIterator(); oldest.hasNext(); ) {
      Pair pair = oldest.next();
      double back = dot(pair.turn, q) / pair.curvature;
      add(q, shares[--n] - back, pair.move);
    }
    for (int i = 0; i < q.length; i++) {
      q[i] = -q[i];
    }
    return q;
  }

  /// A step and how the slope turned along it.
  private record Pair(double[] move, double[] turn, double curvature) {
    static Pair between(double[] from, double[] to, double[] slopeFrom, double[] slopeTo) {
      double[] move = to.clone();
      add(move, -1, from);
      double[] turn = slopeTo.clone();
      add(turn, -1, slopeFrom);
      return new Pair(move, turn, dot(move, turn));
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void add(double[] to, double times, double[] what) {
    for (int i = 0; i < to.length; i++) {
      to[i] += times * what[i];
    }
  }
}
