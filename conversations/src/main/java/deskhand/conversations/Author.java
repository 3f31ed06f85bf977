package deskhand.conversations;

/// Who wrote a message.
public sealed interface Author {
  /// A person who writes to the store.
  record Customer(CustomerId id, String name) implements Author {}

  /// A person of the store.
  record Agent(AgentId id, String name) implements Author {}

  /// The program, answering a message.
  record Assistant() implements Author {}

  /// The program, acting on an event or on time.
  record Flow(String name) implements Author {}

  /// The program, saying what happened.
  record Program() implements Author {}

  /// Whether a person of the store wrote it; everything else is marked as automatic (RFC 3834).
  default boolean isPerson() {
    return this instanceof Agent;
  }
}
