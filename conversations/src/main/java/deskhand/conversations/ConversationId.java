package deskhand.conversations;

/// The key of a conversation, given by the database; means something only together with its store.
public record ConversationId(long value) {
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
