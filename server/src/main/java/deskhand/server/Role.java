package deskhand.server;

/// What a person may do in a store.
public enum Role {
  /// Reads and answers.
  AGENT,
  /// Also decides what the assistant may do, and what it knows.
  ADMINISTRATOR
}
