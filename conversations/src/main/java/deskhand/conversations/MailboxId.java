package deskhand.conversations;

/// The key of a connected mailbox.
public record MailboxId(long value) {
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
