package deskhand.conversations;

import deskhand.store.EmailAddress;
import deskhand.store.StoreId;
import java.util.List;
import java.util.Set;

/// A message that somebody wants to send.
///
/// @param key the business key: a second message of the same store, purpose and key is the same
///   message and is not sent
/// @param destination where to
public record OutgoingMessage(
    StoreId store,
    Purpose purpose,
    String key,
    Author author,
    Destination destination,
    Content content) {

  /// Where a message goes.
  public sealed interface Destination {
    /// An answer in a conversation, by the channel it came through.
    record InConversation(ConversationId conversation) implements Destination {}

    /// A mail that starts a conversation.
    record ByEmail(EmailAddress address, String name) implements Destination {}
  }

  /// What a message says.
  ///
  /// @param subject without "Re:"; empty for an answer, which takes the conversation's
  /// @param text plain, as the customer reads it
  /// @param sentences the same text in parts, each with its sources; empty where a person wrote it
  /// @param references what the message is about
  public record Content(
      String subject, String text, List<Sentence> sentences, Set<Reference> references) {
    public Content {
      sentences = List.copyOf(sentences);
      references = Set.copyOf(references);
    }

    public static Content plain(String text) {
      return new Content("", text, List.of(), Set.of());
    }
  }
}
