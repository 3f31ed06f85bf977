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
  private static final int LONGEST_KEY = 500;

  public OutgoingMessage {
    if (key.isBlank() || key.length() > LONGEST_KEY) {
      throw new IllegalArgumentException("a business key has 1 to 500 characters");
    }
  }

  /// Whether the program wrote it by itself: what stop, mode and budgets hold back.
  public boolean automatic() {
    return author instanceof Author.Assistant || author instanceof Author.Flow;
  }

  /// Where a message goes.
  public sealed interface Destination {
    /// An answer in a conversation, by the channel it came through.
    record InConversation(ConversationId conversation) implements Destination {}

    /// A mail that starts a conversation, or none where it goes to staff or suppliers.
    ///
    /// @param name may be empty; without control characters
    record ByEmail(EmailAddress address, String name) implements Destination {
      public ByEmail {
        Controls.refuse(name);
      }
    }
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
      Controls.refuse(subject);
      if (text.isBlank() || text.length() > LONGEST_TEXT) {
        throw new IllegalArgumentException("a message has 1 to 200,000 characters");
      }
    }

    private static final int LONGEST_TEXT = 200_000;

    public static Content plain(String text) {
      return new Content("", text, List.of(), Set.of());
    }
  }
}
