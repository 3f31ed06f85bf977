package deskhand.triage.understanding;

import java.util.ArrayList;
import java.util.List;

/// The examples of each label by their vectors: how near a text comes to any of them.
record Neighbours(List<float[][]> vectors) {

  static Neighbours of(List<String> labels, List<Views.Lesson> lessons) {
    List<List<float[]>> byLabel = new ArrayList<>();
    labels.forEach(label -> byLabel.add(new ArrayList<>()));
    for (Views.Lesson lesson : lessons) {
      int at = labels.indexOf(lesson.label());
      if (at >= 0) {
        byLabel.get(at).add(lesson.seen().vector());
      }
    }
    return new Neighbours(byLabel.stream().map(list -> list.toArray(float[][]::new)).toList());
  }

  /// The cosine to the nearest example of a label, -1 where it has none.
  float nearest(float[] vector, int label) {
    float nearest = -1;
    for (float[] example : vectors.get(label)) {
      float cosine = 0;
      for (int i = 0; i < vector.length; i++) {
        cosine += vector[i] * example[i];
      }
      nearest = Math.max(nearest, cosine);
    }
    return nearest;
  }
}
