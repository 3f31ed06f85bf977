package deskhand.conversations.email;

import deskhand.conversations.Mailbox;
import deskhand.conversations.MailboxProbe;
import deskhand.conversations.Proven;
import deskhand.conversations.email.mime.AddressList;
import deskhand.conversations.email.mime.HeaderFields;
import deskhand.conversations.email.mime.Oddities;
import deskhand.conversations.email.nature.Authentication;
import deskhand.store.EmailAddress;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens INBOX read-only and reads the headers of the newest mails.
final class ImapProbe implements MailboxProbe {
  private static final Logger LOG = LoggerFactory.getLogger(ImapProbe.class);
  private static final int NEWEST = 50;
  private static final int LARGEST_HEADER = 256 * 1024;
  private static final int DEEPEST_CAUSE = 10;

  private final EmailSettings.Patience patience;

  ImapProbe(EmailSettings.Patience patience) {
    this.patience = patience;
  }

  @Override
  public Look look(Mailbox.Server imap) {
    try (IMAPStore store =
        (IMAPStore) new MailServer(patience).imap(imap, patience.connect()).getStore("imap")) {
      store.connect(imap.host(), imap.port(), imap.user(), imap.secret());
      return look(store);
    } catch (MessagingException refused) {
      LOG.atInfo()
          .addKeyValue("cause", refused.getClass().getSimpleName())
          .log("a mailbox could not be looked into");
      return new Look.Closed(why(refused));
    }
  }

  private static Look look(IMAPStore store) throws MessagingException {
    try (IMAPFolder inbox = (IMAPFolder) store.getFolder("INBOX")) {
      if (!inbox.exists()) {
        return new Look.Closed(Why.NO_INBOX);
      }
      inbox.open(Folder.READ_ONLY);
      int count = inbox.getMessageCount();
      List<HeaderFields> headers = new ArrayList<>();
      for (int i = count; i > Math.max(0, count - NEWEST); i--) {
        headers.add(header(inbox.getMessage(i)));
      }
      return new Look.Open(headers.size(), mark(headers));
    }
  }

  private static HeaderFields header(Message message) throws MessagingException {
    ((IMAPMessage) message).setPeek(true);
    try (InputStream in = ((IMAPMessage) message).getMimeStream()) {
      byte[] bytes = in.readNBytes(LARGEST_HEADER);
      return HeaderFields.read(bytes, 0, bytes.length, new Oddities());
    } catch (IOException lost) {
      throw new MessagingException("a mail could not be fetched", lost);
    }
  }

  /// The mark that stands on more than half of the mails. A mail that came within the host carries
  /// none; what only some senders brought along is never the most frequent.
  static Optional<Mark> mark(List<HeaderFields> mails) {
    Map<String, Integer> counts = new HashMap<>();
    for (HeaderFields mail : mails) {
      Authentication.mark(mail).ifPresent(host -> counts.merge(host, 1, Integer::sum));
    }
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue(Comparator.naturalOrder()))
        .filter(most -> 2 * most.getValue() > mails.size())
        .map(most ->
            new Mark(
                most.getKey(),
                most.getValue(),
                (int) mails.stream().filter(mail -> proves(mail, most.getKey())).count()));
  }

  private static boolean proves(HeaderFields mail, String host) {
    List<AddressList.Entry> from = AddressList.parse(mail.first("from").orElse(""), new Oddities());
    return from.size() == 1
        && EmailAddress.parse(from.getFirst().address())
            .filter(address ->
                Authentication.proven(mail, address, Optional.of(host)) != Proven.NOTHING)
            .isPresent();
  }

  private static Why why(MessagingException refused) {
    if (refused instanceof AuthenticationFailedException) {
      return Why.NOT_LET_IN;
    }
    Throwable cause = refused;
    for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
      if (cause instanceof SSLException
          || String.valueOf(cause.getMessage()).contains("STARTTLS")) {
        return Why.NOT_SECRET;
      }
      cause = cause.getCause();
    }
    return Why.NOT_REACHED;
  }
}
