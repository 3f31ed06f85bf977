package deskhand.conversations;

import deskhand.store.StoreId;
import java.time.Instant;

/// A message that the store sent before it was connected, or that a demonstration pretends: stored
/// with its own time, and nothing else happens.
///
/// @param destination the conversation, or the address: then the conversation is found by `thread`
///   where the customer takes part in it, or begun
/// @param author of the store's side; a customer's message of the past is received with
///   `silent` instead
/// @param thread Message-ID and references of the mail; `ThreadHints.none()` where it was none. The
///   same Message-ID twice is the same message
public record PastMessage(
    StoreId store,
    OutgoingMessage.Destination destination,
    Author author,
    OutgoingMessage.Content content,
    Instant at,
    IncomingMessage.ThreadHints thread) {
  public PastMessage {
    if (author instanceof Author.Customer) {
      throw new IllegalArgumentException("a customer's message is received, not recorded");
    }
  }
}
