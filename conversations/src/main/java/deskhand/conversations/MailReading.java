package deskhand.conversations;

import deskhand.store.EmailAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a raw mail (RFC 5322, MIME) leniently: whatever is broken is read as far as it can be,
/// with a reason.
///
/// Never throws for any bytes; does no input or output.
public interface MailReading {
  ReadMail read(byte[] raw, Mailbox mailbox);

  /// What the reading side knows of its own mailbox.
  ///
  /// @param ownAddresses the store's own addresses
  /// @param receivingHost the authserv-id that the own host writes into Authentication-Results (RFC
  ///   8601); empty where it is not known, and then nothing is proven
  /// @param forms senders declared as forms: their Reply-To is the customer
  /// @param envelopeFrom the SMTP sender, where the transport tells it
  record Mailbox(
      Set<EmailAddress> ownAddresses,
      Optional<String> receivingHost,
      Set<EmailAddress> forms,
      Optional<String> envelopeFrom) {
    public Mailbox {
      ownAddresses = Set.copyOf(ownAddresses);
      forms = Set.copyOf(forms);
    }

    public static Mailbox unknown() {
      return new Mailbox(Set.of(), Optional.empty(), Set.of(), Optional.empty());
    }
  }

  /// A mail as it was read.
  ///
  /// @param parsed false only where not even a subject, a sender or a text could be read
  record ReadMail(
      boolean parsed,
      Headers headers,
      MessageText text,
      List<Attachment> attachments,
      Nature nature) {}

  /// The headers that matter.
  ///
  /// @param date absent where it cannot be read
  /// @param messageId with its angle brackets; empty where there is none
  /// @param references with their angle brackets, oldest first
  record Headers(
      String subject,
      People people,
      @Nullable Instant date,
      String messageId,
      String inReplyTo,
      List<String> references) {}

  /// @param from addresses as written, without names
  /// @param replyTo addresses as written
  /// @param fromName the display name of the first From; may be empty
  record People(List<String> from, String fromName, List<String> to, List<String> replyTo) {}

  /// What sort of mail it is.
  ///
  /// @param reasons why the kind is what it is, and what was odd
  /// @param sender who the customer is: From, or a form's Reply-To; absent where nobody can be
  ///   answered
  record Nature(
      Kind kind,
      boolean mayAutoReply,
      List<String> reasons,
      List<Bounce> bounces,
      Optional<IncomingMessage.Sender> sender) {}

  /// A recipient that did not get a message of ours.
  ///
  /// @param status enhanced status code (RFC 3463), such as `5.1.1`; empty where there is none
  record Bounce(String recipient, String status, boolean permanent) {}
}
