package deskhand.triage.understanding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The examples of each label by their vectors: how near a text comes to any of them. What was
/// asked in nearly the same words is known even where a linear view is torn between two labels.
record Neighbours(List<float[][]> vectors) {
  /// The distance in cosine at which an example counts e times less than the nearest.
  private static final double REACH = 0.02;

  /// What lies so many reaches behind the nearest counts nothing.
  private static final double HORIZON = 15;

  /// No label is ruled out by having no example nearby.
  private static final double FLOOR = 1e-4;

  static Neighbours of(List<String> labels, List<Views.Lesson> lessons) {
    List<List<float[]>> byLabel = new ArrayList<>();
    labels.forEach(label -> byLabel.add(new ArrayList<>()));
    for (Views.Lesson lesson : lessons) {
      int at = labels.indexOf(lesson.label());
      if (at >= 0 && !lesson.isMade()) {
        byLabel.get(at).add(lesson.seen().vector());
      }
    }
    return new Neighbours(byLabel.stream().map(list -> list.toArray(float[][]::new)).toList());
  }

  /// How near a text is to each label.
  ///
  /// @param nearest the cosine to the nearest example, -1 where there is none
  /// @param likeness logarithm of the label's share among the examples nearby
  record Near(float[] nearest, float[] likeness) {}

  Near of(float[] vector) {
    float[][] cosines = new float[vectors.size()][];
    float[] nearest = new float[cosines.length];
    Arrays.fill(nearest, -1);
    float most = -1;
    for (int k = 0; k < cosines.length; k++) {
      float[][] examples = vectors.get(k);
      cosines[k] = new float[examples.length];
      for (int i = 0; i < examples.length; i++) {
        cosines[k][i] = cosine(vector, examples[i]);
        nearest[k] = Math.max(nearest[k], cosines[k][i]);
      }
      most = Math.max(most, nearest[k]);
    }
    return new Near(nearest, likeness(cosines, most));
  }

  /// A label with many examples has some near everything, so a sum counts by the root of their
  /// number.
  private static float[] likeness(float[][] cosines, float most) {
    double[] shares = new double[cosines.length];
    double all = 0;
    for (int k = 0; k < shares.length; k++) {
      for (float cosine : cosines[k]) {
        double behind = (most - cosine) / REACH;
        shares[k] += behind < HORIZON ? Math.exp(-behind) : 0;
      }
      shares[k] /= Math.sqrt(Math.max(1, cosines[k].length));
      all += shares[k];
    }
    float[] likeness = new float[shares.length];
    for (int k = 0; k < likeness.length; k++) {
      likeness[k] = (float) Math.log(all == 0 ? FLOOR : shares[k] / all + FLOOR);
    }
    return likeness;
  }

  /// Of vectors of length 1; four sums at a time are what the processor can do at once.
  static float cosine(float[] a, float[] b) {
    float one = 0;
    float two = 0;
    float three = 0;
    float four = 0;
    int i = 0;
    for (; i + 3 < a.length; i += 4) {
      one += a[i] * b[i];
      two += a[i + 1] * b[i + 1];
      three += a[i + 2] * b[i + 2];
      four += a[i + 3] * b[i + 3];
    }
    for (; i < a.length; i++) {
      one += a[i] * b[i];
    }
    return one + two + three + four;
  }
}
