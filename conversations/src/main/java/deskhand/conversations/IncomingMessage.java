package deskhand.conversations;

import deskhand.store.EmailAddress;
import deskhand.store.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A message that reached the store, read but not yet stored.
///
/// @param origin how it came, and what tells it from every other message
/// @param text what it says
public record IncomingMessage(
    StoreId store, Origin origin, Sender sender, MessageText text, Details details) {

  /// How a message came.
  ///
  /// @param channel which way
  /// @param key the same for the same message delivered twice (a hash over Message-ID and bytes for
  ///   mail; the visitor's own message id for chat)
  /// @param sentAt as the sender says; never trusted for anything but showing
  /// @param receivedAt by our clock
  /// @param thread what ties it to earlier messages
  public record Origin(
      ChannelKind channel, String key, Instant sentAt, Instant receivedAt, ThreadHints thread) {}

  /// What ties a message to earlier ones; hints, which join only where the sender takes part
  /// (STANDARDS).
  ///
  /// @param messageId of the mail, with its angle brackets; empty for chat
  /// @param references Message-IDs of earlier mails, oldest first, In-Reply-To last
  /// @param replyToken the signed token of the address it was sent to
  /// @param chat the visitor's conversation
  public record ThreadHints(
      String messageId,
      List<String> references,
      Optional<String> replyToken,
      Optional<ConversationId> chat) {
    public ThreadHints {
      references = List.copyOf(references);
    }

    public static ThreadHints none() {
      return new ThreadHints("", List.of(), Optional.empty(), Optional.empty());
    }
  }

  /// Who wrote.
  ///
  /// @param address where an answer goes; absent for a chat visitor who gave none
  /// @param name as they call themselves; may be empty
  /// @param proven what they have proven
  /// @param visitor a chat visitor's key; empty for mail
  public record Sender(
      Optional<EmailAddress> address, String name, Proven proven, String visitor) {}

  /// Everything else.
  ///
  /// @param subject empty for chat
  /// @param kind only `MESSAGE` may be answered
  /// @param reasons why the kind is what it is, and what was odd in reading it
  /// @param silent an import: never answered, notified or escalated
  public record Details(
      String subject,
      Kind kind,
      List<String> reasons,
      List<Attachment> attachments,
      boolean silent) {
    public Details {
      reasons = List.copyOf(reasons);
      attachments = List.copyOf(attachments);
    }
  }
}
