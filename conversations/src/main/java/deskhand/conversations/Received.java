package deskhand.conversations;

/// What became of a received message.
public sealed interface Received {
  record Stored(ConversationId conversation, MessageId message) implements Received {}

  /// The same message was there already.
  record Duplicate(ConversationId conversation, MessageId message) implements Received {}
}
