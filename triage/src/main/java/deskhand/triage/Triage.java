package deskhand.triage;

/// Decides what happens to received messages. The same call in the running program and in
/// evaluation.
public interface Triage {
  /// Decides; reads articles and orders, writes nothing, opens no transaction.
  Decision decide(Case given);
}
