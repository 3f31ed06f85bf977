package deskhand.triage.understanding;

/// Weights that turn features into one score per label.
///
/// @param weights by feature, then by label: a row at a time is what the compiler turns into vector
///   instructions
/// @param bias one per label
record LinearModel(float[][] weights, float[] bias) {
  int labels() {
    return bias.length;
  }

  float[] scores(float[] features) {
    float[] scores = bias.clone();
    for (int f = 0; f < features.length; f++) {
      add(scores, features[f], weights[f]);
    }
    return scores;
  }

  float[] scores(SparseVector features) {
    float[] scores = bias.clone();
    for (int i = 0; i < features.size(); i++) {
      add(scores, features.values()[i], weights[features.at()[i]]);
    }
    return scores;
  }

  /// Adds a row, so many times, to another.
  static void add(float[] to, float times, float[] row) {
    for (int k = 0; k < to.length; k++) {
      to[k] += times * row[k];
    }
  }
}
