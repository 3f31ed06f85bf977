package deskhand.triage.understanding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How far the scores of two views can be believed, learnt on examples that they have not seen.
///
/// @param share of the view by meaning in the mean of the log-probabilities; wording has the rest
/// @param temperature divides the log-probabilities, so that of all guesses at 0.8 four in five are
///   right (Guo et al., On Calibration of Modern Neural Networks, 2017)
/// @param trust from the signals of a guess to two scores: wrong, right
/// @param threshold the confidence that 95 % of the known messages reach
record Calibration(double share, double temperature, LinearModel trust, double threshold) {
  static final double KEPT = 0.95;
  private static final double TRUST_PENALTY = 1e-3;
  private static final int TRUST_STEPS = 100;
  private static final int SIGNALS = 5;

  /// What the examples nearby say counts a quarter of what both views say.
  private static final double LIKENESS = 0.25;

  private static final double[] SHARES = {0.3, 0.4, 0.5, 0.6, 0.7, 0.8};

  /// As numbers in a fixed order, for a file.
  List<Double> numbers() {
    List<Double> numbers = new ArrayList<>(List.of(share, temperature, threshold));
    for (float[] row : trust.weights()) {
      for (float weight : row) {
        numbers.add((double) weight);
      }
    }
    for (float bias : trust.bias()) {
      numbers.add((double) bias);
    }
    return numbers;
  }

  /// The opposite of `numbers`.
  static Calibration of(List<Double> numbers) {
    float[][] weights = new float[SIGNALS][2];
    for (int i = 0; i < 2 * SIGNALS; i++) {
      weights[i / 2][i % 2] = numbers.get(3 + i).floatValue();
    }
    float[] bias = {
      numbers.get(3 + 2 * SIGNALS).floatValue(), numbers.get(4 + 2 * SIGNALS).floatValue()
    };
    return new Calibration(
        numbers.get(0), numbers.get(1), new LinearModel(weights, bias), numbers.get(2));
  }

  /// A text that the views have not learnt from.
  ///
  /// @param target the label's number; -1 where it has none of them
  /// @param near cosine to the nearest example of each label
  record Unseen(Views.Scores scores, int target, float[] near) {}

  static Calibration learn(List<Unseen> unseen) {
    List<Unseen> known = unseen.stream().filter(each -> each.target >= 0).toList();
    double share = 0.6;
    double best = Double.POSITIVE_INFINITY;
    for (double candidate : SHARES) {
      double loss = loss(known, candidate, temperature(known, candidate));
      if (loss < best) {
        best = loss;
        share = candidate;
      }
    }
    double temperature = temperature(known, share);
    Calibration mixed = new Calibration(share, temperature, even(), 0);
    List<float[]> signals = new ArrayList<>();
    List<Integer> right = new ArrayList<>();
    for (Unseen each : unseen) {
      Guessed guessed = mixed.guess(each.scores);
      signals.add(signals(guessed, each.scores, each.near[guessed.label]));
      right.add(guessed.label == each.target ? 1 : 0);
    }
    float[] importance = new float[right.size()];
    Arrays.fill(importance, 1);
    LinearModel trust =
        new DenseLearning(
                signals.toArray(float[][]::new),
                right.stream().mapToInt(Integer::intValue).toArray(),
                importance,
                2,
                TRUST_PENALTY)
            .learn(TRUST_STEPS);
    Calibration trusted = new Calibration(share, temperature, trust, 0);
    double[] confidences =
        known.stream().mapToDouble(each -> trusted.confidence(each)).sorted().toArray();
    double threshold =
        confidences.length == 0 ? 0 : confidences[(int) (confidences.length * (1 - KEPT))];
    return new Calibration(share, temperature, trust, threshold);
  }

  /// A label's number and the probabilities of all.
  record Guessed(int label, double[] probabilities) {}

  Guessed guess(Views.Scores scores) {
    return guess(scores, new double[scores.meaning().length]);
  }

  /// @param odds of each label, as logarithms, that other things than the words tell
  Guessed guess(Views.Scores scores, double[] odds) {
    double[] logs = logs(scores, share);
    float[] cooled = new float[logs.length];
    for (int k = 0; k < cooled.length; k++) {
      cooled[k] = (float) (logs[k] / temperature + odds[k]);
    }
    Softmax.inPlace(cooled);
    double[] probabilities = new double[cooled.length];
    int label = 0;
    for (int k = 0; k < cooled.length; k++) {
      probabilities[k] = cooled[k];
      label = cooled[k] > cooled[label] ? k : label;
    }
    return new Guessed(label, probabilities);
  }

  /// The probability that the guess is right.
  double confidence(Guessed guessed, Views.Scores scores, float near) {
    float[] both = trust.scores(signals(guessed, scores, near));
    Softmax.inPlace(both);
    return both[1];
  }

  private double confidence(Unseen each) {
    Guessed guessed = guess(each.scores);
    return confidence(guessed, each.scores, each.near[guessed.label]);
  }

  private static float[] signals(Guessed guessed, Views.Scores scores, float near) {
    int label = guessed.label;
    double p = Math.max(1e-9, guessed.probabilities[label]);
    double next = 1e-9;
    for (int k = 0; k < guessed.probabilities.length; k++) {
      next = k == label ? next : Math.max(next, guessed.probabilities[k]);
    }
    return new float[] {
      (float) Math.log(p),
      (float) (Math.log(p) - Math.log(next)) / 4,
      scores.meaning()[label] / 4,
      scores.wording()[label] / 4,
      near * 10
    };
  }

  private static double[] logs(Views.Scores scores, double share) {
    double[] meaning = Softmax.logarithms(scores.meaning(), 1);
    double[] wording = Softmax.logarithms(scores.wording(), 1);
    for (int k = 0; k < meaning.length; k++) {
      meaning[k] = share * meaning[k] + (1 - share) * wording[k] + LIKENESS * scores.likeness()[k];
    }
    return meaning;
  }

  private static double temperature(List<Unseen> known, double share) {
    double low = Math.log(0.1);
    double high = Math.log(10);
    for (int round = 0; round < 30; round++) {
      double a = low + (high - low) / 3;
      double b = high - (high - low) / 3;
      if (loss(known, share, Math.exp(a)) < loss(known, share, Math.exp(b))) {
        high = b;
      } else {
        low = a;
      }
    }
    return Math.exp((low + high) / 2);
  }

  private static double loss(List<Unseen> known, double share, double temperature) {
    double loss = 0;
    for (Unseen each : known) {
      double[] logs = logs(each.scores, share);
      float[] scores = new float[logs.length];
      for (int k = 0; k < scores.length; k++) {
        scores[k] = (float) logs[k];
      }
      loss -= Softmax.logarithms(scores, temperature)[each.target];
    }
    return loss;
  }

  private static LinearModel even() {
    return new LinearModel(new float[SIGNALS][2], new float[2]);
  }
}
