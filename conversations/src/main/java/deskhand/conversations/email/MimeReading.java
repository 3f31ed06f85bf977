package deskhand.conversations.email;

import deskhand.conversations.IncomingMessage;
import deskhand.conversations.Kind;
import deskhand.conversations.MailReading;
import deskhand.conversations.Mailbox;
import deskhand.conversations.MessageText;
import deskhand.conversations.Proven;
import deskhand.conversations.SafeHtml;
import deskhand.conversations.email.mime.AddressList;
import deskhand.conversations.email.mime.Bodies;
import deskhand.conversations.email.mime.HeaderFields;
import deskhand.conversations.email.mime.MailDates;
import deskhand.conversations.email.mime.MessageIds;
import deskhand.conversations.email.mime.MimeTree;
import deskhand.conversations.email.mime.Oddities;
import deskhand.conversations.email.mime.Part;
import deskhand.conversations.email.nature.Authentication;
import deskhand.conversations.email.nature.MailKind;
import deskhand.conversations.email.nature.ReturnedMail;
import deskhand.conversations.email.text.HtmlLines;
import deskhand.conversations.email.text.Line;
import deskhand.conversations.email.text.ReplyText;
import deskhand.store.EmailAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Reads mail by [MimeTree] (what it is made of), [Bodies] (what is text), [ReplyText] (what the
/// person wrote), [MailKind] (what sort of mail it is) and [Authentication] (what is proven).
@Component
class MimeReading implements MailReading {
  private static final Logger LOG = LoggerFactory.getLogger(MimeReading.class);
  private static final int LONGEST_SUBJECT = 2_000;

  MimeReading() {}

  @Override
  public ReadMail read(byte[] raw, Mailbox mailbox) {
    Oddities oddities = new Oddities();
    try {
      return read(MimeTree.read(raw, oddities), mailbox, oddities);
    } catch (RuntimeException | StackOverflowError bug) {
      // The promise is to read any bytes: a fault of ours costs this mail its text, never the
      // mailbox.
      LOG.atWarn().addKeyValue("bytes", raw.length).log("a mail could not be read", bug);
      oddities.add("the mail could not be read (" + bug.getClass().getSimpleName() + ")");
      return unreadable(oddities);
    }
  }

  private static ReadMail unreadable(Oddities oddities) {
    return new ReadMail(
        false,
        new Headers("", new People(List.of(), "", List.of(), List.of()), null, "", "", List.of()),
        MessageText.plain(""),
        List.of(),
        new Nature(Kind.MESSAGE, false, oddities.reasons(), List.of(), Optional.empty()));
  }

  private static ReadMail read(Part mail, Mailbox mailbox, Oddities oddities) {
    Headers headers = headers(mail.headers(), oddities);
    Bodies.Body body = Bodies.of(mail, oddities);
    MessageText text = text(body, oddities);
    String words = text.visible() + "\n" + text.signature() + "\n" + text.elided();
    boolean parsed =
        !headers.subject().isEmpty()
            || !headers.people().from().isEmpty()
            || !words.isBlank()
            || !body.attachments().isEmpty();
    if (!parsed) {
      oddities.add("neither subject, sender, text nor files");
    }
    String all = body.plain().isBlank() ? words : body.plain();
    Nature nature = nature(new Given(mail, headers, all), mailbox, oddities);
    return new ReadMail(
        parsed, withReturned(headers, nature.kind(), mail), text, body.attachments(), nature);
  }

  /// A mail as far as it is read.
  ///
  /// @param words its plain text, quoted or not
  private record Given(Part mail, Headers headers, String words) {}

  /// A report names the mail that it is about last among its references.
  private static Headers withReturned(Headers headers, Kind kind, Part mail) {
    Optional<String> returned = isReport(kind) ? ReturnedMail.messageId(mail) : Optional.empty();
    if (returned.isEmpty()) {
      return headers;
    }
    List<String> references = new ArrayList<>(headers.references());
    references.remove(returned.get());
    references.add(returned.get());
    return new Headers(
        headers.subject(),
        headers.people(),
        headers.date(),
        headers.messageId(),
        headers.inReplyTo(),
        List.copyOf(references));
  }

  private static boolean isReport(Kind kind) {
    return switch (kind) {
      case BOUNCE, COMPLAINT, DELIVERY_NOTICE, READ_RECEIPT -> true;
      case MESSAGE, AUTOMATIC, LIST -> false;
    };
  }

  private static Headers headers(HeaderFields fields, Oddities oddities) {
    List<AddressList.Entry> from = AddressList.parse(fields.first("from").orElse(""), oddities);
    People people =
        new People(
            addresses(from),
            from.isEmpty() ? "" : from.getFirst().name(),
            recipients(fields, oddities),
            addresses(AddressList.parse(fields.first("reply-to").orElse(""), oddities)));
    String subject = fields.text("subject");
    return new Headers(
        subject.length() > LONGEST_SUBJECT ? subject.substring(0, LONGEST_SUBJECT) : subject,
        people,
        fields.first("date").map(MailDates::parse).orElse(null),
        fields.first("message-id").map(MessageIds::one).orElse(""),
        fields.first("in-reply-to").map(MessageIds::one).orElse(""),
        MessageIds.many(fields.first("references").orElse("")));
  }

  /// To and Cc, then where the mail was really delivered: the reply token may stand there.
  private static List<String> recipients(HeaderFields fields, Oddities oddities) {
    Set<String> recipients = new LinkedHashSet<>();
    for (String name : List.of("to", "cc", "delivered-to", "x-original-to", "envelope-to")) {
      for (String field : fields.all(name)) {
        if (recipients.size() < 2 * AddressList.MOST) {
          recipients.addAll(addresses(AddressList.parse(field, oddities)));
        }
      }
    }
    return List.copyOf(recipients);
  }

  private static List<String> addresses(List<AddressList.Entry> mailboxes) {
    return mailboxes.stream().map(AddressList.Entry::address).toList();
  }

  /// From the plain text where there is one; from the HTML where there is none, or where its markup
  /// knows a quotation that the plain text does not show.
  private static MessageText text(Bodies.Body body, Oddities oddities) {
    String html = body.html().isBlank() ? "" : body.html();
    MessageText plain =
        body.plain().isBlank()
            ? MessageText.plain("")
            : ReplyText.take(Line.ofText(body.plain(), oddities));
    MessageText chosen = plain;
    if (!html.isEmpty() && plain.elided().isEmpty()) {
      MessageText marked = ReplyText.take(HtmlLines.of(html, oddities));
      boolean shorter =
          !marked.elided().isEmpty()
              && !marked.visible().isBlank()
              && letters(plain.visible()).startsWith(letters(marked.visible()));
      chosen = body.plain().isBlank() || shorter ? marked : plain;
    }
    return new MessageText(
        chosen.visible(),
        chosen.signature(),
        chosen.elided().isEmpty() ? body.enclosed().strip() : chosen.elided(),
        html.isEmpty() ? null : SafeHtml.of(html));
  }

  private static String letters(String text) {
    StringBuilder letters = new StringBuilder();
    text.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
    return letters.toString();
  }

  private static Nature nature(Given given, Mailbox mailbox, Oddities oddities) {
    Part mail = given.mail;
    Optional<String> envelope =
        mailbox.envelopeFrom().or(() -> mail.headers().first("return-path"));
    People people = given.headers.people();
    MailKind.Senders senders =
        new MailKind.Senders(people.from(), people.fromName(), mailbox.ownAddresses(), envelope);
    MailKind.Verdict verdict = new MailKind(mail, given.words, oddities).judge(senders);
    boolean report = isReport(verdict.kind());
    if (!report && isForm(people, mailbox)) {
      return form(people, senders, mailbox, oddities);
    }
    List<String> reasons = new ArrayList<>(verdict.noAnswer());
    Optional<IncomingMessage.Sender> sender =
        report ? Optional.empty() : sender(mail, people, senders, mailbox);
    boolean mayAnswer = verdict.kind() == Kind.MESSAGE && sender.isPresent();
    if (sender.isEmpty() && !report) {
      reasons.add("nobody can be answered: no usable address in From");
    }
    reasons.addAll(oddities.reasons());
    return new Nature(verdict.kind(), mayAnswer, List.copyOf(reasons), verdict.bounces(), sender);
  }

  private static boolean isForm(People people, Mailbox mailbox) {
    return people.from().size() == 1
        && EmailAddress.parse(people.from().getFirst())
            .filter(mailbox.forms()::contains)
            .isPresent();
  }

  /// A form writes in the name of whoever filled it in: they are Reply-To, and have proven nothing.
  private static Nature form(
      People people, MailKind.Senders senders, Mailbox mailbox, Oddities oddities) {
    Optional<EmailAddress> customer =
        people.replyTo().stream()
            .map(EmailAddress::parse)
            .flatMap(Optional::stream)
            .filter(address -> !senders.isOwn(address))
            .filter(address -> !mailbox.forms().contains(address))
            .findFirst();
    oddities.add(
        customer.isPresent()
            ? "a form's mail: the customer is Reply-To"
            : "a form's mail without a customer's address in Reply-To");
    return new Nature(
        Kind.MESSAGE,
        customer.isPresent(),
        oddities.reasons(),
        List.of(),
        customer.map(
            address -> new IncomingMessage.Sender(Optional.of(address), "", Proven.NOTHING, "")));
  }

  private static Optional<IncomingMessage.Sender> sender(
      Part mail, People people, MailKind.Senders senders, Mailbox mailbox) {
    Optional<EmailAddress> address =
        people.from().stream().map(EmailAddress::parse).flatMap(Optional::stream).findFirst();
    boolean one = people.from().size() == 1 && mail.headers().all("from").size() == 1;
    return address.map(from -> {
      boolean may = one && !senders.isOwn(from);
      Proven proven =
          may
              ? Authentication.proven(mail.headers(), from, mailbox.receivingHost())
              : Proven.NOTHING;
      return new IncomingMessage.Sender(Optional.of(from), people.fromName(), proven, "");
    });
  }
}
