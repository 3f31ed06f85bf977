package deskhand.conversations;

/// The key of a stored message (not the Message-ID of a mail); means something only together with
/// its store.
public record MessageId(long value) {
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
