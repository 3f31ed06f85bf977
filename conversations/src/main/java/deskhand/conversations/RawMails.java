package deskhand.conversations;

import deskhand.store.StoreId;
import deskhand.store.Task;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Mail as it came. Bytes and UID in one commit are the acknowledgement: from then on the mail is
/// never lost, whatever its content does to those who read it.
@Component
public class RawMails {
  /// Bytes of the largest mail that is taken.
  public static final int LARGEST = 40 * 1024 * 1024;

  /// The task that reads one mail; its key is the row's number.
  static final String READ = "read raw mail";

  private final RawMailsTable table;
  private final Outbox.Workplace workplace;

  RawMails(RawMailsTable table, Outbox.Workplace workplace) {
    this.table = table;
    this.workplace = workplace;
  }

  /// How far a folder is stored.
  public record Position(long uidValidity, long highestUid) {}

  /// Of the UIDVALIDITY that was seen last; empty where the folder was never seen.
  public Optional<Position> position(MailboxId mailbox, String folder) {
    return table.position(mailbox, folder);
  }

  /// From that UID on, without it: what lies below is never fetched.
  public void startAt(RawMail.Where where) {
    workplace
        .transaction()
        .executeWithoutResult(status -> table.reached(where, workplace.clock().instant()));
  }

  /// Stores a mail and has it read; false where it was there already.
  public boolean store(RawMail mail) {
    if (mail.bytes().length > LARGEST) {
      tooLarge(mail.where(), mail.internalDate(), mail.bytes().length, "larger than 40 MiB");
      return true;
    }
    return Boolean.TRUE.equals(workplace.transaction().execute(status -> {
      Instant now = workplace.clock().instant();
      Optional<Long> added =
          table.add(
              mail,
              new RawMailsTable.Storing(
                  mail.bytes().length, RawMailsTable.State.UNREAD, "", now));
      table.reached(mail.where(), now);
      added.ifPresent(number ->
          workplace.tasks().schedule(READ, Task.Key.of(mail.where().store(), number), now));
      return added.isPresent();
    }));
  }

  /// A mail that is not taken for its size: it is shown, and the UID moves on.
  public void tooLarge(RawMail.Where where, Instant internalDate, long size, String reason) {
    workplace.transaction().executeWithoutResult(status -> {
      Instant now = workplace.clock().instant();
      table.add(
          new RawMail(where, new byte[0], internalDate, false),
          new RawMailsTable.Storing(size, RawMailsTable.State.UNREADABLE, reason, now));
      table.reached(where, now);
      workplace.touched().store(where.store());
    });
  }

  /// Mails that could not be read, newest first, below that number: 200 at most.
  public List<RawMail.Unreadable> unreadable(StoreId store, long before, int most) {
    return table.unreadable(store, before, Math.clamp(most, 1, 200));
  }

  /// The bytes as they came, for downloading.
  public Optional<byte[]> bytes(StoreId store, long number) {
    return table.find(store, number).map(stored -> stored.mail().bytes());
  }

  /// Has an unreadable mail read again; false where there is none of that number, or its bytes were
  /// never taken.
  public boolean readAgain(StoreId store, long number) {
    return Boolean.TRUE.equals(workplace.transaction().execute(status -> {
      boolean again = table.readAgain(store, number);
      if (again) {
        workplace
            .tasks()
            .schedule(READ, Task.Key.of(store, number), workplace.clock().instant());
        workplace.touched().store(store);
      }
      return again;
    }));
  }
}
