package deskhand.conversations.mailboxes;

import deskhand.conversations.Mailbox;
import deskhand.conversations.MailboxId;
import deskhand.conversations.Mailboxes;
import deskhand.conversations.threads.Touched;
import deskhand.store.StoreId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// [Mailboxes] in the database.
@Component
class StoredMailboxes implements Mailboxes {
  private final MailboxesTable table;
  private final Touched touched;
  private final TransactionTemplate transaction;
  private final Clock clock;

  StoredMailboxes(
      MailboxesTable table, Touched touched, TransactionTemplate transaction, Clock clock) {
    this.table = table;
    this.touched = touched;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public MailboxId connect(StoreId store, Mailbox.Wanted wanted) {
    return transaction.execute(status -> {
      MailboxId added = table.add(store, wanted, clock.instant());
      touched.store(store);
      return added;
    });
  }

  @Override
  public void disconnect(StoreId store, MailboxId mailbox) {
    transaction.executeWithoutResult(status -> {
      table.disconnect(store, mailbox, clock.instant());
      touched.store(store);
    });
  }

  @Override
  public void setIntake(StoreId store, MailboxId mailbox, Mailbox.Intake intake) {
    transaction.executeWithoutResult(status -> {
      table.setIntake(store, mailbox, intake);
      touched.store(store);
    });
  }

  @Override
  public List<Mailbox> of(StoreId store) {
    return table.of(store);
  }

  @Override
  public List<Mailbox> all() {
    return table.all();
  }

  @Override
  public Optional<Mailbox> find(StoreId store, MailboxId mailbox) {
    return table.find(store, mailbox);
  }

  @Override
  public Optional<Mailbox> outgoing(StoreId store) {
    return table.of(store).stream().findFirst();
  }

  @Override
  public boolean lease(MailboxId mailbox, String replica, Duration time) {
    Instant now = clock.instant();
    return Boolean.TRUE.equals(
        transaction.execute(status -> table.lease(mailbox, replica, now, now.plus(time))));
  }

  @Override
  public void release(MailboxId mailbox, String replica) {
    transaction.executeWithoutResult(status -> table.release(mailbox, replica));
  }

  @Override
  public void working(MailboxId mailbox) {
    transaction.executeWithoutResult(status -> table.works(mailbox, clock.instant()));
  }

  @Override
  public void problem(MailboxId mailbox, String reason) {
    transaction.executeWithoutResult(status -> table.problem(mailbox, reason, clock.instant()));
  }

  @Override
  public Optional<Mailbox.Health> health(StoreId store, MailboxId mailbox) {
    return table.health(store, mailbox);
  }
}
