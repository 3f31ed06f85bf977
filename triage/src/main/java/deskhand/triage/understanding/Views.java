package deskhand.triage.understanding;

import deskhand.triage.IntentClassifier.Example;
import java.util.List;
import java.util.Map;

/// Two ways of looking at a text, each with its own scores: by meaning (the embedding) and by
/// wording (words and pieces of words). They err differently, so together, and with what the
/// nearest examples say, they err less.
///
/// @param labels sorted; scores stand in this order
record Views(
    List<String> labels,
    Centre centre,
    LinearModel meaning,
    WordFeatures words,
    LinearModel wording) {
  /// The less a single example counts, the more of them there are: the penalty on the mean loss is
  /// one over these times the number of examples.
  private static final double MEANING_TRUST = 6;

  private static final double WORDING_TRUST = 40;
  private static final int MEANING_STEPS = 60;
  private static final int WORDING_ROUNDS = 12;
  private static final double WORDING_STEP = 8;
  private static final int MANY = 300;

  /// A text as both ways see it.
  record Seen(float[] vector, String text) {}

  /// What each way says of a text: one score per label.
  ///
  /// @param likeness to the examples nearby, as a logarithm
  record Scores(float[] meaning, float[] wording, float[] likeness) {}

  /// An example, seen.
  ///
  /// @param importance 1 for an ordinary one
  /// @param kin the text that this one was made of; its own where it was made of none
  record Lesson(Seen seen, String label, float importance, String kin) {
    static Lesson of(Example example, Embeddings embeddings, float importance) {
      return new Lesson(
          new Seen(embeddings.of(example.text()), example.text()),
          example.label(),
          importance,
          example.text());
    }

    Lesson kin(String text) {
      return new Lesson(seen, label, importance, text);
    }

    boolean isMade() {
      return !kin.equals(seen.text);
    }
  }

  static Views learn(List<Lesson> lessons) {
    List<String> labels = lessons.stream().map(Lesson::label).distinct().sorted().toList();
    int[] targets = lessons.stream().mapToInt(lesson -> labels.indexOf(lesson.label)).toArray();
    float[] importance = new float[targets.length];
    for (int i = 0; i < importance.length; i++) {
      importance[i] = lessons.get(i).importance;
    }
    Centre centre = Centre.of(lessons.stream().map(lesson -> lesson.seen.vector).toList());
    float[][] dense =
        lessons.stream().map(lesson -> centre.apply(lesson.seen.vector)).toArray(float[][]::new);
    WordFeatures words =
        WordFeatures.of(
            lessons.stream().map(lesson -> lesson.seen.text).toList(),
            lessons.size() < MANY ? 1 : 2);
    SparseVector[] sparse =
        lessons.stream().map(lesson -> words.of(lesson.seen.text)).toArray(SparseVector[]::new);
    return new Views(
        labels,
        centre,
        new DenseLearning(
                dense, targets, importance, labels.size(), 1 / (MEANING_TRUST * dense.length))
            .learn(MEANING_STEPS),
        words,
        new SparseLearning(
                sparse, targets, importance, labels.size(), 1 / (WORDING_TRUST * sparse.length))
            .learn(words.size(), WORDING_ROUNDS, WORDING_STEP));
  }

  Scores scores(Seen seen, Neighbours.Near near) {
    return new Scores(
        meaning.scores(centre.apply(seen.vector)),
        wording.scores(words.of(seen.text)),
        near.likeness());
  }

  /// The same, but what is asked often is expected more often.
  Views expecting(Map<String, Double> odds) {
    return new Views(labels, centre, expecting(meaning, odds), words, expecting(wording, odds));
  }

  private LinearModel expecting(LinearModel model, Map<String, Double> odds) {
    float[] bias = model.bias().clone();
    for (int k = 0; k < bias.length; k++) {
      bias[k] += (float) Math.log(odds.getOrDefault(labels.get(k), 1.0));
    }
    return new LinearModel(model.weights(), bias);
  }

  /// Moves vectors so that their mean is zero and their mean square 1: embeddings of one language
  /// all point into nearly the same direction.
  record Centre(float[] mean, float scale) {
    static Centre of(List<float[]> vectors) {
      double[] sum = new double[vectors.getFirst().length];
      for (float[] vector : vectors) {
        for (int i = 0; i < sum.length; i++) {
          sum[i] += vector[i];
        }
      }
      float[] mean = new float[sum.length];
      for (int i = 0; i < sum.length; i++) {
        mean[i] = (float) (sum[i] / vectors.size());
      }
      double squares = 0;
      for (float[] vector : vectors) {
        for (int i = 0; i < sum.length; i++) {
          squares += (vector[i] - mean[i]) * (vector[i] - mean[i]);
        }
      }
      double spread = squares / vectors.size();
      return new Centre(mean, spread < 1e-9 ? 1 : (float) (1 / Math.sqrt(spread)));
    }

    float[] apply(float[] vector) {
      float[] moved = new float[vector.length];
      for (int i = 0; i < moved.length; i++) {
        moved[i] = (vector[i] - mean[i]) * scale;
      }
      return moved;
    }
  }
}
