package deskhand.triage;

import java.util.List;

/// Tells which of the labels it has learnt a text has, with a calibrated confidence. Used for the
/// built-in intents, the merchant's own and in evaluation alike; trains from nothing in seconds.
public interface IntentClassifier {
  /// @param label `oos` stands for none of the labels
  record Example(String text, String label) {}

  /// @param accepted the confidence reaches the threshold that keeps 95 % of known messages
  record Prediction(String label, double confidence, boolean accepted) {}

  Prediction predict(String text);

  /// All labels with their probabilities, most likely first.
  List<Understanding.Guess> rank(String text);
}
