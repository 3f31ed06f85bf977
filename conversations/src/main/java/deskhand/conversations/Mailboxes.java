package deskhand.conversations;

import deskhand.store.StoreId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The mailboxes of all stores, and which replica of the program reads each.
@Component
public class Mailboxes {
  private final MailboxesTable table;
  private final Touched touched;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Mailboxes(
      MailboxesTable table, Touched touched, TransactionTemplate transaction, Clock clock) {
    this.table = table;
    this.touched = touched;
    this.transaction = transaction;
    this.clock = clock;
  }

  public MailboxId connect(StoreId store, Mailbox.Wanted wanted) {
    return transaction.execute(status -> {
      MailboxId added = table.add(store, wanted, clock.instant());
      touched.store(store);
      return added;
    });
  }

  /// No longer read, and nothing is sent by it; its mail stays.
  public void disconnect(StoreId store, MailboxId mailbox) {
    transaction.executeWithoutResult(status -> {
      table.disconnect(store, mailbox, clock.instant());
      touched.store(store);
    });
  }

  /// Changes what the reading side knows; `connectedAt` and the import stay as they are.
  public void setIntake(StoreId store, MailboxId mailbox, Mailbox.Intake intake) {
    transaction.executeWithoutResult(status -> {
      table.setIntake(store, mailbox, intake);
      touched.store(store);
    });
  }

  /// The connected ones of a store: 50 at most.
  public List<Mailbox> of(StoreId store) {
    return table.of(store);
  }

  /// The connected ones of all stores, which a replica may lease: 1,000 at most.
  public List<Mailbox> all() {
    return table.all();
  }

  public Optional<Mailbox> find(StoreId store, MailboxId mailbox) {
    return table.find(store, mailbox);
  }

  /// The one that sends for the store: the first that was connected.
  public Optional<Mailbox> outgoing(StoreId store) {
    return table.of(store).stream().findFirst();
  }

  /// Takes or renews the right to read a mailbox; true where this replica has it for that long.
  /// What a killed replica held is free when its time is over.
  public boolean lease(MailboxId mailbox, String replica, Duration time) {
    Instant now = clock.instant();
    return Boolean.TRUE.equals(
        transaction.execute(status -> table.lease(mailbox, replica, now, now.plus(time))));
  }

  public void release(MailboxId mailbox, String replica) {
    transaction.executeWithoutResult(status -> table.release(mailbox, replica));
  }

  /// The mailbox was reached.
  public void working(MailboxId mailbox) {
    transaction.executeWithoutResult(status -> table.works(mailbox, clock.instant()));
  }

  /// The mailbox could not be reached.
  ///
  /// @param reason for the operator; without secrets
  public void problem(MailboxId mailbox, String reason) {
    transaction.executeWithoutResult(status -> table.problem(mailbox, reason, clock.instant()));
  }

  public Optional<Mailbox.Health> health(StoreId store, MailboxId mailbox) {
    return table.health(store, mailbox);
  }
}
