package deskhand.conversations;

import deskhand.store.EmailAddress;
import java.util.List;
import java.util.Optional;

/// A message on its way out, with the conversation it belongs to where there is one.
///
/// @param message as it was given to the door
/// @param stored the row of the message
/// @param conversation as it stands now
/// @param mail what a mail needs besides; present where it leaves by e-mail and has an address
public record Dispatch(
    OutgoingMessage message,
    MessageId stored,
    Optional<Conversation> conversation,
    Optional<Mail> mail) {

  public Dispatch(OutgoingMessage message, MessageId stored, Optional<Conversation> conversation) {
    this(message, stored, conversation, Optional.empty());
  }

  /// The envelope and headers of a mail.
  ///
  /// @param toName may be empty; without control characters
  /// @param subject ready to be written, "Re:" included
  /// @param automatic no person wrote it: it is marked so (RFC 3834)
  public record Mail(
      EmailAddress to, String toName, String subject, InThread thread, boolean automatic) {
    public Mail {
      Controls.refuse(toName);
      Controls.refuse(subject);
    }
  }

  /// How a mail hangs in its thread (RFC 5322 section 3.6.4).
  ///
  /// @param messageId of this mail, with angle brackets: made and committed before it is sent, the
  ///   same if it is sent again
  /// @param inReplyTo empty where it answers nothing
  /// @param references oldest first; 20 at most, each of 900 characters at most
  /// @param replyTag goes behind a `+` into the address that answers go to: lower-case letters and
  ///   digits; empty where there is no conversation
  public record InThread(
      String messageId, String inReplyTo, List<String> references, String replyTag) {
    public InThread {
      references = List.copyOf(references);
    }
  }
}
