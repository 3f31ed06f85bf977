package deskhand.conversations.email;

import deskhand.conversations.Dispatch;
import deskhand.store.EmailAddress;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/// A mail of ours as it goes over the wire: plain text and simple HTML of the same words, with the
/// Message-ID that was stored before.
///
/// It knows whether all of it was handed to the connection: only then can the other side have it.
final class OutgoingMail extends MimeMessage {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final String messageId;
  private boolean written;

  private OutgoingMail(Session session, String messageId) {
    super(session);
    this.messageId = messageId;
  }

  /// Who writes, and when.
  ///
  /// @param replyTo where answers go, if not to `address`; empty where they do
  record Writer(String name, EmailAddress address, String replyTo, ZonedDateTime at) {}

  /// @throws IllegalArgumentException where a header would hold a line break or another control
  ///   character
  static OutgoingMail of(Session session, Dispatch.Mail mail, Writer writer, Content content)
      throws MessagingException {
    OutgoingMail message = new OutgoingMail(session, plain(mail.thread().messageId()));
    try {
      message.setFrom(new InternetAddress(writer.address.value(), plain(writer.name), UTF_8));
      message.setRecipient(
          RecipientType.TO, new InternetAddress(mail.to().value(), plain(mail.toName()), UTF_8));
    } catch (UnsupportedEncodingException impossible) {
      throw new IllegalStateException("every Java has UTF-8", impossible);
    }
    message.setSubject(plain(mail.subject()), UTF_8);
    message.setHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(writer.at));
    thread(message, mail.thread());
    if (!writer.replyTo.isEmpty()) {
      message.setReplyTo(new InternetAddress[] {new InternetAddress(plain(writer.replyTo))});
    }
    if (!content.autoSubmitted.isEmpty()) {
      // RFC 3834 section 5; the second is Exchange's way of saying: no out-of-office to this.
      message.setHeader("Auto-Submitted", content.autoSubmitted);
      message.setHeader("X-Auto-Response-Suppress", "All");
    }
    message.setContent(alternatives(content.text));
    message.saveChanges();
    return message;
  }

  /// What it says.
  ///
  /// @param autoSubmitted the field of that name; empty where a person wrote it
  record Content(String text, String autoSubmitted) {}

  /// RFC 5322 section 3.6.4.
  private static void thread(MimeMessage message, Dispatch.InThread thread)
      throws MessagingException {
    if (!thread.inReplyTo().isEmpty()) {
      message.setHeader("In-Reply-To", plain(thread.inReplyTo()));
    }
    if (!thread.references().isEmpty()) {
      String references = plain(String.join(" ", thread.references()));
      message.setHeader("References", MimeUtility.fold("References: ".length(), references));
    }
  }

  private static MimeMultipart alternatives(String text) throws MessagingException {
    MimeBodyPart plain = new MimeBodyPart();
    plain.setText(text, UTF_8, "plain");
    MimeBodyPart html = new MimeBodyPart();
    html.setText(MailHtml.of(text), UTF_8, "html");
    return new MimeMultipart("alternative", plain, html);
  }

  /// Header injection stops here, whatever checked it before.
  private static String plain(String value) {
    if (value
        .chars()
        .anyMatch(c -> c < ' ' || c == 127 || c == 0x85 || c == 0x2028 || c == 0x2029)) {
      throw new IllegalArgumentException("a header may not hold control characters");
    }
    return value;
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }

  @Override
  public void writeTo(OutputStream out, String @Nullable [] without)
      throws IOException, MessagingException {
    super.writeTo(out, without);
    written = true;
  }

  /// Whether the last byte was given to the connection.
  boolean written() {
    return written;
  }
}
