package deskhand.triage.understanding;

import deskhand.triage.IntentClassifier;
import deskhand.triage.Understanding.Guess;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What was learnt from examples: two views, how far to believe them, and the examples themselves.
final class TrainedClassifier implements IntentClassifier {
  private final Views views;
  private final Calibration calibration;
  private final Neighbours neighbours;
  private final Embeddings embeddings;

  TrainedClassifier(
      Views views, Calibration calibration, Neighbours neighbours, Embeddings embeddings) {
    this.views = views;
    this.calibration = calibration;
    this.neighbours = neighbours;
    this.embeddings = embeddings;
  }

  Calibration calibration() {
    return calibration;
  }

  Views.Seen see(String text) {
    return new Views.Seen(embeddings.of(text), text);
  }

  @Override
  public Prediction predict(String text) {
    return predict(see(text));
  }

  Prediction predict(Views.Seen seen) {
    return judge(seen, Occasion.unknown()).prediction;
  }

  /// What a text is, and how likely all labels are.
  ///
  /// @param ranked most likely first
  record Judged(Prediction prediction, List<Guess> ranked) {}

  Judged judge(Views.Seen seen, Occasion occasion) {
    Neighbours.Near near = neighbours.of(seen.vector());
    Views.Scores scores = views.scores(seen, near);
    Calibration.Guessed guessed =
        calibration.guess(scores, views.labels().stream().mapToDouble(occasion::odds).toArray());
    double confidence = calibration.confidence(guessed, scores, near.nearest()[guessed.label()]);
    return new Judged(
        new Prediction(
            views.labels().get(guessed.label()), confidence, confidence >= calibration.threshold()),
        ranked(guessed.probabilities()));
  }

  @Override
  public List<Guess> rank(String text) {
    return judge(see(text), Occasion.unknown()).ranked;
  }

  private List<Guess> ranked(double[] probabilities) {
    List<Guess> ranked = new ArrayList<>();
    for (int k = 0; k < probabilities.length; k++) {
      ranked.add(new Guess(views.labels().get(k), Math.min(1, probabilities[k])));
    }
    ranked.sort(Comparator.comparingDouble(Guess::confidence).reversed());
    return ranked;
  }
}
