package deskhand.conversations.receiving;

import deskhand.conversations.MailReading;
import deskhand.conversations.Mailbox;
import deskhand.conversations.MessageId;
import deskhand.conversations.RawMail;
import deskhand.conversations.mailboxes.MailboxesTable;
import deskhand.conversations.mailboxes.RawMailsTable;
import deskhand.conversations.threads.Sha256;
import deskhand.conversations.threads.Workplace;
import deskhand.store.EmailAddress;
import deskhand.store.StoreId;
import deskhand.store.Stores;
import deskhand.store.Task;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.stereotype.Component;

/// Reads one raw mail into a message. What cannot be read is kept, shown with its reason, and can
/// be read again; a database that is away is waited for.
@Component
class RawMailReading {
  private static final Logger log = LoggerFactory.getLogger(RawMailReading.class);

  private final RawMailsTable table;
  private final MailboxesTable mailboxes;
  private final MailIntake intake;
  private final ObjectProvider<MailReading> reader;
  private final Workplace workplace;

  RawMailReading(
      RawMailsTable table,
      MailboxesTable mailboxes,
      MailIntake intake,
      ObjectProvider<MailReading> reader,
      Workplace workplace) {
    this.table = table;
    this.mailboxes = mailboxes;
    this.intake = intake;
    this.reader = reader;
    this.workplace = workplace;
  }

  Optional<Instant> run(Task.Key key) {
    table
        .find(key.store(), key.number())
        .filter(stored -> stored.state() == RawMailsTable.State.UNREAD)
        .ifPresent(stored -> read(key.number(), stored.mail()));
    return Optional.empty();
  }

  private void read(long number, RawMail raw) {
    StoreId store = raw.where().store();
    Mailbox mailbox = mailboxes.find(store, raw.where().mailbox()).orElseThrow();
    Set<EmailAddress> own = own(mailbox);
    try {
      MailReading.ReadMail mail =
          reader
              .getObject()
              .read(
                  raw.bytes(),
                  new MailReading.Mailbox(
                      own,
                      mailbox.intake().receivingHost(),
                      mailbox.intake().forms(),
                      Optional.empty()));
      if (!mail.parsed()) {
        unreadable(store, number, reason(mail.nature().reasons()));
        return;
      }
      MailIntake.Read read = new MailIntake.Read(raw, mail, own, raw.silent());
      workplace
          .transaction()
          .executeWithoutResult(status -> {
            MessageId message = intake.take(read);
            table.become(store, number, RawMailsTable.State.READ, "", message);
          });
    } catch (NonTransientDataAccessResourceException away) {
      throw away;
    } catch (NonTransientDataAccessException | IllegalArgumentException broken) {
      log.warn("raw mail={} of store={} cannot be stored as a message", number, store, broken);
      unreadable(
          store, number, "it cannot be stored as text: " + broken.getClass().getSimpleName());
    }
  }

  private Set<EmailAddress> own(Mailbox mailbox) {
    Set<EmailAddress> own = new HashSet<>(mailbox.intake().ownAddresses());
    own.add(mailbox.address());
    own.add(stores().get(mailbox.store()).profile().supportAddress());
    return own;
  }

  private Stores stores() {
    return workplace.stores();
  }

  private void unreadable(StoreId store, long number, String reason) {
    workplace
        .transaction()
        .executeWithoutResult(status -> {
          table.become(store, number, RawMailsTable.State.UNREADABLE, reason, null);
          workplace.touched().store(store);
        });
  }

  private static String reason(List<String> reasons) {
    return reasons.isEmpty() ? "it is no mail" : String.join("; ", reasons);
  }

  /// The same for the same mail delivered twice, even with other trace headers; another for another
  /// mail, even with a Message-ID that its program uses every time.
  static String key(RawMail raw, MailReading.ReadMail mail) {
    MailReading.Headers headers = mail.headers();
    if (headers.messageId().isBlank()) {
      return HexFormat.of().formatHex(Sha256.of(raw.bytes()));
    }
    Instant date = headers.date();
    StringBuilder files = new StringBuilder();
    mail.attachments()
        .forEach(
            file -> files.append(file.filename()).append(' ').append(file.size()).append('\n'));
    return HexFormat.of()
        .formatHex(
            Sha256.of(
                headers.messageId(),
                date == null ? "" : date.toString(),
                String.join(",", headers.people().from()),
                headers.subject(),
                mail.text().visible(),
                mail.text().elided(),
                files.toString()));
  }
}
