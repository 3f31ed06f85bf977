package deskhand.conversations;

import deskhand.store.EmailAddress;
import deskhand.store.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a page's chat and contact form speak to. Everything given here comes from strangers: it is
/// checked, bounded and counted, and a refusal says why.
///
/// A visitor is known by a token that only they hold. What they say about themselves proves
/// nothing; a signed identity does.
public interface Chats {

  /// Begins a chat. No conversation exists before the first message.
  Started start(StoreId store, Arrival arrival);

  /// Takes a message of the visitor; the same `id` twice is the same message.
  Posted post(StoreId store, String token, Post post);

  /// What the visitor sees after that number, oldest first, 200 at most; 0 for all. Numbers rise by
  /// one, and what becomes visible later has a higher number: who asks with the last number they
  /// have misses nothing. Empty where the token is unknown or too old.
  Optional<List<Line>> lines(StoreId store, String token, long after);

  Optional<Visitor> visitor(StoreId store, String token);

  /// Takes a message of a contact form, which is answered by mail; the same `id` twice is the same
  /// message.
  Posted form(StoreId store, Form form);

  /// A new secret under which the store's shop signs who is signed in: HMAC-SHA256 (RFC 2104) over
  /// the e-mail address in lower case, written in hexadecimal. Shown this once; the one before is
  /// good for another day.
  String newIdentitySecret(StoreId store);

  /// Who comes.
  ///
  /// @param network the visitor's IP address, for limits
  /// @param name as they say; may be empty
  /// @param address as they say, for an answer by mail
  /// @param identity of a signed-in customer
  record Arrival(
      String network, String name, Optional<EmailAddress> address, Optional<Identity> identity) {}

  /// That the shop knows who this is.
  ///
  /// @param signature as [Chats#newIdentitySecret] says
  record Identity(EmailAddress address, String signature) {}

  sealed interface Started {
    /// @param token unguessable; kept by the visitor alone, and not by us
    record Begun(String token) implements Started {}

    record Refused(Refusal why) implements Started {}
  }

  /// @param id the visitor's own, 1 to 200 characters
  /// @param text 1 to 4,000 characters
  record Post(String id, String text, String network) {}

  /// @param id of the page, 1 to 200 characters; a random one for each form that is shown
  /// @param text 1 to 10,000 characters
  record Form(
      String id, EmailAddress address, String name, String subject, String text, String network) {}

  sealed interface Posted {
    /// @param number what the visitor sees it as; 0 for a form
    record Taken(ConversationId conversation, MessageId message, long number) implements Posted {}

    record Refused(Refusal why) implements Posted {}
  }

  /// Why something was not taken.
  enum Refusal {
    EMPTY,
    TOO_LONG,
    /// The message's own id is missing or too long.
    NO_ID,
    /// Too many in a short time, from that visitor or that network; later it works again.
    TOO_MANY,
    UNKNOWN_VISITOR,
    WRONG_IDENTITY
  }

  /// A line of the chat.
  ///
  /// @param number its place: 1, 2, 3 …
  /// @param sentences of the assistant's words, with their sources; empty for all others
  record Line(long number, Author author, String text, Instant at, List<Sentence> sentences) {}

  /// @param conversation empty before the first message
  record Visitor(
      String name,
      Optional<EmailAddress> address,
      Proven proven,
      Optional<ConversationId> conversation) {}
}
