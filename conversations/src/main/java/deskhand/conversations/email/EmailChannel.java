package deskhand.conversations.email;

import deskhand.conversations.Channel;
import deskhand.conversations.ChannelKind;
import deskhand.conversations.Dispatch;
import deskhand.conversations.Mailbox;
import deskhand.conversations.Mailboxes;
import deskhand.conversations.OutgoingMessage;
import deskhand.store.Store;
import deskhand.store.Stores;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands mail to the mailbox's own server by SMTP (RFC 5321).
///
/// What went wrong is told by where it went wrong: a server's 5xx is for good, its 4xx is not now;
/// a connection that fails before the whole mail was handed to it took nothing, afterwards nobody
/// knows.
final class EmailChannel implements Channel {
  private static final Logger LOG = LoggerFactory.getLogger(EmailChannel.class);
  private static final int LONGEST_REASON = 300;

  /// RFC 4954 section 6: log-in needed, refused, too weak: the mailbox's settings, not this mail.
  private static final String LOG_IN_CODES = "530 534 535 538";

  private final Mailboxes mailboxes;
  private final Stores stores;
  private final EmailSettings settings;
  private final Clock clock;

  EmailChannel(Mailboxes mailboxes, Stores stores, EmailSettings settings, Clock clock) {
    this.mailboxes = mailboxes;
    this.stores = stores;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public ChannelKind kind() {
    return ChannelKind.EMAIL;
  }

  @Override
  public Delivered deliver(Dispatch dispatch) {
    Optional<Dispatch.Mail> mail = dispatch.mail();
    if (mail.isEmpty()) {
      return new Delivered.Failed("there is no address to send to");
    }
    Optional<Mailbox> mailbox = mailboxes.outgoing(dispatch.message().store());
    if (mailbox.isEmpty()) {
      return new Delivered.Postponed("no mailbox is connected");
    }
    Session session =
        new MailServer(settings.patience())
            .smtp(mailbox.get().smtp(), mailbox.get().address().value());
    try {
      OutgoingMail message = write(session, dispatch.message(), mail.get(), mailbox.get());
      return hand(session, message, mailbox.get().smtp());
    } catch (IllegalArgumentException | MessagingException unwritable) {
      LOG.atWarn().addKeyValue("message", dispatch.stored()).log("a mail cannot be written");
      return new Delivered.Failed("the mail cannot be written: " + reason(unwritable));
    }
  }

  private OutgoingMail write(
      Session session, OutgoingMessage message, Dispatch.Mail mail, Mailbox mailbox)
      throws MessagingException {
    Store store = stores.get(message.store());
    OutgoingMail.Writer writer =
        new OutgoingMail.Writer(
            store.name(),
            mailbox.address(),
            replyTo(mailbox, mail.thread().replyTag()),
            clock.instant().atZone(store.zone()));
    return OutgoingMail.of(
        session,
        mail,
        writer,
        new OutgoingMail.Content(
            message.content().text(), mail.automatic() ? autoSubmitted(message) : ""));
  }

  private String replyTo(Mailbox mailbox, String tag) {
    if (!settings.plusAddresses() || tag.isEmpty()) {
      return "";
    }
    return mailbox.address().localPart() + "+" + tag + "@" + mailbox.address().domain();
  }

  /// RFC 3834 section 5: an answer to a message, or a message out of a program's own accord.
  private static String autoSubmitted(OutgoingMessage message) {
    return switch (message.purpose()) {
      case REPLY, NOTICE -> "auto-replied";
      case TRANSACTIONAL, FEEDBACK, MARKETING, STAFF, SUPPLIER -> "auto-generated";
    };
  }

  private static Delivered hand(Session session, OutgoingMail message, Mailbox.Server server)
      throws MessagingException {
    Address[] recipients = message.getAllRecipients();
    Transport transport = session.getTransport("smtp");
    try {
      transport.connect(
          server.host(),
          server.port(),
          server.user().isEmpty() ? null : server.user(),
          server.user().isEmpty() ? null : server.secret());
      transport.sendMessage(message, recipients);
      return new Delivered.Sent();
    } catch (AuthenticationFailedException refused) {
      return new Delivered.Postponed("the mail server refuses to let us log in");
    } catch (MessagingException failed) {
      return judged(failed, message.written());
    } finally {
      close(transport);
    }
  }

  private static Delivered judged(MessagingException failed, boolean written) {
    int code = code(failed);
    String reason = reason(failed);
    if (code >= 500 && !LOG_IN_CODES.contains(Integer.toString(code))) {
      return new Delivered.Failed(reason);
    }
    if (code >= 400 || !written) {
      return new Delivered.Postponed(reason);
    }
    return new Delivered.InDoubt("the connection was lost before the mail server answered");
  }

  /// The server's last word on this mail; 0 where it said none.
  private static int code(MessagingException failed) {
    int code = 0;
    Exception next = failed;
    for (int depth = 0; next instanceof MessagingException current && depth < 10; depth++) {
      code = Math.max(code, ownCode(current));
      next = current.getNextException();
    }
    return code;
  }

  private static int ownCode(MessagingException failed) {
    return switch (failed) {
      case SMTPAddressFailedException address -> address.getReturnCode();
      case SMTPSenderFailedException sender -> sender.getReturnCode();
      case SMTPSendFailedException send -> send.getReturnCode();
      default -> 0;
    };
  }

  /// The innermost words of the server, short and on one line.
  private static String reason(Exception failed) {
    Exception innermost = failed;
    for (int depth = 0; innermost instanceof MessagingException current && depth < 10; depth++) {
      Exception next = current.getNextException();
      if (next == null) {
        break;
      }
      innermost = next;
    }
    String words = String.valueOf(innermost.getMessage()).replaceAll("\\p{Cntrl}+", " ").strip();
    return words.length() > LONGEST_REASON ? words.substring(0, LONGEST_REASON) : words;
  }

  /// What was sent stays sent, however the farewell goes.
  private static void close(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException farewell) {
      LOG.atDebug().log("the mail server did not say goodbye");
    }
  }
}
