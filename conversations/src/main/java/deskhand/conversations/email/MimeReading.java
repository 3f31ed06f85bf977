package deskhand.conversations.email;

import deskhand.conversations.IncomingMessage;
import deskhand.conversations.Kind;
import deskhand.conversations.MailReading;
import deskhand.conversations.MessageText;
import deskhand.conversations.Proven;
import deskhand.conversations.SafeHtml;
import deskhand.store.EmailAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
      // The promise is to read any bytes: a fault of ours costs this mail its text, never the mailbox.
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
        !headers.subject().isEmpty() || !headers.people().from().isEmpty() || !words.isBlank();
    if (!parsed) {
      oddities.add("neither subject, sender nor text");
    }
    Nature nature = nature(mail, headers, new Words(bodyWords(body, words)), mailbox, oddities);
    return new ReadMail(parsed, headers, text, body.attachments(), nature);
  }

  private record Words(String all) {}

  private static String bodyWords(Bodies.Body body, String words) {
    return body.plain().isBlank() ? words : body.plain();
  }

  private static Headers headers(HeaderFields fields, Oddities oddities) {
    List<Mailboxes.Mailbox> from = Mailboxes.parse(fields.first("from").orElse(""), oddities);
    People people =
        new People(
            addresses(from),
            from.isEmpty() ? "" : from.getFirst().name(),
            addresses(Mailboxes.parse(String.join(",", fields.all("to")), oddities)),
            addresses(Mailboxes.parse(fields.first("reply-to").orElse(""), oddities)));
    String subject = fields.text("subject");
    return new Headers(
        subject.length() > LONGEST_SUBJECT ? subject.substring(0, LONGEST_SUBJECT) : subject,
        people,
        fields.first("date").map(MailDates::parse).orElse(null),
        fields.first("message-id").map(MessageIds::one).orElse(""),
        fields.first("in-reply-to").map(MessageIds::one).orElse(""),
        MessageIds.many(fields.first("references").orElse("")));
  }

  private static List<String> addresses(List<Mailboxes.Mailbox> mailboxes) {
    return mailboxes.stream().map(Mailboxes.Mailbox::address).toList();
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
      boolean more = plain.visible().isBlank() || !marked.elided().isEmpty() && !marked.visible().isBlank();
      chosen = more ? marked : plain;
    }
    return new MessageText(
        chosen.visible(),
        chosen.signature(),
        chosen.elided(),
        html.isEmpty() ? null : SafeHtml.of(html));
  }

  private static Nature nature(
      Part mail, Headers headers, Words words, Mailbox mailbox, Oddities oddities) {
    Optional<String> envelope =
        mailbox.envelopeFrom().or(() -> mail.headers().first("return-path"));
    People people = headers.people();
    MailKind.Verdict verdict =
        new MailKind(mail, words.all, oddities)
            .judge(
                new MailKind.Senders(
                    people.from(), people.fromName(), mailbox.ownAddresses(), envelope));
    boolean report =
        switch (verdict.kind()) {
          case BOUNCE, COMPLAINT, DELIVERY_NOTICE, READ_RECEIPT -> true;
          case MESSAGE, AUTOMATIC, LIST -> false;
        };
    if (!report && isForm(people, mailbox)) {
      return form(people, mailbox, oddities);
    }
    List<String> reasons = new ArrayList<>(verdict.noAnswer());
    Optional<IncomingMessage.Sender> sender =
        report ? Optional.empty() : sender(mail, people, mailbox);
    boolean mayAnswer = verdict.kind() == Kind.MESSAGE && sender.isPresent();
    if (sender.isEmpty() && !report) {
      reasons.add("nobody can be answered: no usable address in From");
    }
    reasons.addAll(oddities.reasons());
    return new Nature(verdict.kind(), mayAnswer, List.copyOf(reasons), verdict.bounces(), sender);
  }

  private static boolean isForm(People people, Mailbox mailbox) {
    return people.from().size() == 1
        && EmailAddress.parse(people.from().getFirst()).filter(mailbox.forms()::contains).isPresent();
  }

  /// A form writes in the name of whoever filled it in: they are Reply-To, and have proven nothing.
  private static Nature form(People people, Mailbox mailbox, Oddities oddities) {
    Optional<EmailAddress> customer =
        people.replyTo().stream()
            .map(EmailAddress::parse)
            .flatMap(Optional::stream)
            .filter(address -> !mailbox.ownAddresses().contains(address))
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
            address ->
                new IncomingMessage.Sender(Optional.of(address), "", Proven.NOTHING, "")));
  }

  private static Optional<IncomingMessage.Sender> sender(
      Part mail, People people, Mailbox mailbox) {
    Optional<EmailAddress> address =
        people.from().stream().map(EmailAddress::parse).flatMap(Optional::stream).findFirst();
    boolean one = people.from().size() == 1 && mail.headers().all("from").size() == 1;
    return address.map(
        from -> {
          boolean may = one && !mailbox.ownAddresses().contains(from);
          Proven proven =
              may
                  ? Authentication.proven(mail.headers(), from, mailbox.receivingHost())
                  : Proven.NOTHING;
          return new IncomingMessage.Sender(Optional.of(from), people.fromName(), proven, "");
        });
  }

}
