package deskhand.conversations;

import java.time.Instant;

/// What the door said.
public sealed interface SendResult {
  /// In the outbox.
  record Queued(MessageId message) implements SendResult {}

  /// In the outbox, and not to go before that time.
  record Deferred(MessageId message, Instant until, String rule, String reason)
      implements SendResult {}

  /// Not sent, and it will not be.
  record Refused(String rule, String reason) implements SendResult {}

  /// The same business key was given before; nothing was added.
  record AlreadyGiven(MessageId message) implements SendResult {}
}
