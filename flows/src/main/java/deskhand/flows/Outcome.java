package deskhand.flows;

/// How a run ended.
public enum Outcome {
  /// All its steps are done.
  DONE,
  /// Something happened by which it no longer makes sense.
  OVERTAKEN,
  /// It would have been too late.
  EXPIRED,
  /// A rule at the door refused the message.
  REFUSED
}
