package deskhand.conversations.receiving;

import deskhand.conversations.AgentId;
import deskhand.conversations.Author;
import deskhand.conversations.ChannelKind;
import deskhand.conversations.ConversationId;
import deskhand.conversations.IncomingMessage;
import deskhand.conversations.MailReading;
import deskhand.conversations.MessageId;
import deskhand.conversations.OutgoingMessage;
import deskhand.conversations.PastMessage;
import deskhand.conversations.Proven;
import deskhand.conversations.RawMail;
import deskhand.conversations.Received;
import deskhand.conversations.threads.StoredText;
import deskhand.conversations.threads.Workplace;
import deskhand.store.EmailAddress;
import deskhand.store.StoreId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Turns a mail that was read into what the store knows: a customer's message, a message of the
/// store's own past, or word of what became of a mail of ours. Runs in the caller's transaction.
@Component
class MailIntake {
  private final Receiving receiving;
  private final Past past;
  private final Returns returns;
  private final Workplace workplace;

  MailIntake(Receiving receiving, Past past, Returns returns, Workplace workplace) {
    this.receiving = receiving;
    this.past = past;
    this.returns = returns;
    this.workplace = workplace;
  }

  /// A mail that was read.
  ///
  /// @param own the store's own addresses
  record Read(RawMail raw, MailReading.ReadMail mail, Set<EmailAddress> own, boolean silent) {
    StoreId store() {
      return raw.where().store();
    }
  }

  MessageId take(Read read) {
    Optional<PastMessage> sent = read.silent() ? ownPast(read) : Optional.empty();
    Received received =
        sent.isPresent()
            ? past.record(sent.get())
            : receiving.receive(message(read, workplace.clock().instant()));
    return switch (received) {
      case Received.Stored(ConversationId conversation, MessageId message) -> {
        returns.note(read, workplace.clock().instant());
        yield message;
      }
      case Received.Duplicate(ConversationId conversation, MessageId message) -> message;
    };
  }

  /// A live mail is received when it is read, by our clock, which is the one that answers are timed
  /// by; a mail of the past when its server got it.
  private static IncomingMessage message(Read read, Instant now) {
    MailReading.ReadMail mail = read.mail();
    MailReading.Headers headers = mail.headers();
    Instant sent = headers.date();
    return new IncomingMessage(
        read.store(),
        new IncomingMessage.Origin(
            ChannelKind.EMAIL,
            RawMailReading.key(read.raw(), mail),
            sent == null ? read.raw().internalDate() : sent,
            read.silent() ? read.raw().internalDate() : now,
            hints(read)),
        mail.nature().sender().orElseGet(() -> from(headers)),
        mail.text(),
        new IncomingMessage.Details(
            headers.subject(),
            mail.nature().kind(),
            mail.nature().reasons(),
            mail.attachments(),
            read.silent()));
  }

  private static IncomingMessage.Sender from(MailReading.Headers headers) {
    return new IncomingMessage.Sender(
        headers.people().from().stream()
            .map(EmailAddress::parse)
            .flatMap(Optional::stream)
            .findFirst(),
        headers.people().fromName(),
        Proven.NOTHING,
        "");
  }

  private static IncomingMessage.ThreadHints hints(Read read) {
    MailReading.Headers headers = read.mail().headers();
    List<String> references = new ArrayList<>(headers.references());
    if (!headers.inReplyTo().isBlank() && !read.mail().nature().kind().isReport()) {
      references.remove(headers.inReplyTo());
      references.add(headers.inReplyTo());
    }
    return new IncomingMessage.ThreadHints(
        headers.messageId(), references, tag(read), Optional.empty());
  }

  /// What stands behind the `+` of an own address that the mail was sent to.
  private static Optional<String> tag(Read read) {
    return read.mail().headers().people().to().stream()
        .limit(200)
        .map(EmailAddress::parse)
        .flatMap(Optional::stream)
        .filter(to -> to.localPart().indexOf('+') > 0)
        .filter(to -> read.own().contains(plain(to)))
        .map(to -> to.localPart().substring(to.localPart().indexOf('+') + 1))
        .filter(tag -> !tag.isEmpty())
        .findFirst();
  }

  private static EmailAddress plain(EmailAddress tagged) {
    String local = tagged.localPart();
    return new EmailAddress(local.substring(0, local.indexOf('+')) + "@" + tagged.domain());
  }

  /// A mail from an own address to somebody else, read in an import: the store's own answer.
  private static Optional<PastMessage> ownPast(Read read) {
    MailReading.Headers headers = read.mail().headers();
    boolean ours =
        headers.people().from().stream()
            .map(EmailAddress::parse)
            .flatMap(Optional::stream)
            .anyMatch(read.own()::contains);
    Optional<EmailAddress> to =
        headers.people().to().stream()
            .limit(200)
            .map(EmailAddress::parse)
            .flatMap(Optional::stream)
            .filter(address -> !read.own().contains(address))
            .findFirst();
    String text = StoredText.of(read.mail().text().visible(), 200_000);
    if (!ours || to.isEmpty() || text.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        new PastMessage(
            read.store(),
            new OutgoingMessage.Destination.ByEmail(to.get(), ""),
            new Author.Agent(new AgentId(0), StoredText.line(headers.people().fromName(), 200)),
            new OutgoingMessage.Content(
                StoredText.line(headers.subject(), StoredText.LINE), text, List.of(), Set.of()),
            read.raw().internalDate(),
            hints(read)));
  }
}
