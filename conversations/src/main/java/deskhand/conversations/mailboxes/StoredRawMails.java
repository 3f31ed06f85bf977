package deskhand.conversations.mailboxes;

import deskhand.conversations.MailboxId;
import deskhand.conversations.RawMail;
import deskhand.conversations.RawMails;
import deskhand.conversations.threads.Workplace;
import deskhand.store.StoreId;
import deskhand.store.Task;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/// [RawMails] in the database, each with the task that reads it.
@Component
class StoredRawMails implements RawMails {
  private final RawMailsTable table;
  private final Workplace workplace;

  StoredRawMails(RawMailsTable table, Workplace workplace) {
    this.table = table;
    this.workplace = workplace;
  }

  @Override
  public Optional<Position> position(MailboxId mailbox, String folder) {
    return table.position(mailbox, folder);
  }

  @Override
  public void startAt(RawMail.Where where) {
    workplace
        .transaction()
        .executeWithoutResult(status -> table.reached(where, workplace.clock().instant()));
  }

  @Override
  public boolean store(RawMail mail) {
    if (mail.bytes().length > LARGEST) {
      return tooLarge(mail.where(), mail.internalDate(), mail.bytes().length, "larger than 40 MiB");
    }
    return inTransaction(now -> {
      Optional<Long> added =
          table.add(
              mail,
              new RawMailsTable.Storing(mail.bytes().length, RawMailsTable.State.UNREAD, "", now));
      table.reached(mail.where(), now);
      added.ifPresent(number ->
          workplace
              .tasks()
              .schedule(RawMailsTable.READ, Task.Key.of(mail.where().store(), number), now));
      return added.isPresent();
    });
  }

  @Override
  public boolean tooLarge(RawMail.Where where, Instant internalDate, long size, String reason) {
    return inTransaction(now -> {
      Optional<Long> added =
          table.add(
              new RawMail(where, new byte[0], internalDate, false),
              new RawMailsTable.Storing(size, RawMailsTable.State.UNREADABLE, reason, now));
      table.reached(where, now);
      workplace.touched().store(where.store());
      return added.isPresent();
    });
  }

  @Override
  public List<RawMail.Unreadable> unreadable(StoreId store, long before, int most) {
    return table.unreadable(store, before, Math.clamp(most, 1, 200));
  }

  @Override
  public Optional<byte[]> bytes(StoreId store, long number) {
    return table.find(store, number).map(stored -> stored.mail().bytes());
  }

  @Override
  public boolean readAgain(StoreId store, long number) {
    return inTransaction(now -> {
      boolean again = table.readAgain(store, number);
      if (again) {
        workplace.tasks().schedule(RawMailsTable.READ, Task.Key.of(store, number), now);
        workplace.touched().store(store);
      }
      return again;
    });
  }

  private boolean inTransaction(Predicate<Instant> change) {
    return Boolean.TRUE.equals(
        workplace.transaction().execute(status -> change.test(workplace.clock().instant())));
  }
}
