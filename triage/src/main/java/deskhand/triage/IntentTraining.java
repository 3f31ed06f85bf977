package deskhand.triage;

import java.util.List;

/// Makes a classifier from examples alone; the one way, in the running program and in evaluation.
public interface IntentTraining {
  /// @param dev where the threshold is chosen; where it is empty, by cross-validation on `train`.
  ///   Examples with the label `oos` belong to none of the labels
  IntentClassifier train(List<IntentClassifier.Example> train, List<IntentClassifier.Example> dev);
}
