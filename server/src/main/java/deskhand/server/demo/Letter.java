package deskhand.server.demo;

import java.time.Instant;

/// A mail in a customer's mailbox, theirs or the store's.
///
/// @param mine the customer wrote it
/// @param replyTo where an answer goes
record Letter(
    String from, String subject, String text, Instant at, boolean mine, Ids ids, String replyTo) {

  /// @param references of the mail itself, joined by spaces
  record Ids(String messageId, String references, boolean automatic) {}
}
