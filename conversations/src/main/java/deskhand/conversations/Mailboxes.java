package deskhand.conversations;

import deskhand.store.StoreId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The mailboxes of all stores, and which replica of the program reads each.
public interface Mailboxes {

  MailboxId connect(StoreId store, Mailbox.Wanted wanted);

  /// No longer read, and nothing is sent by it; its mail stays.
  void disconnect(StoreId store, MailboxId mailbox);

  /// Changes what the reading side knows; `connectedAt` and the import stay as they are.
  void setIntake(StoreId store, MailboxId mailbox, Mailbox.Intake intake);

  /// The connected ones of a store: 50 at most.
  List<Mailbox> of(StoreId store);

  /// The connected ones of all stores, which a replica may lease: 1,000 at most.
  List<Mailbox> all();

  Optional<Mailbox> find(StoreId store, MailboxId mailbox);

  /// The one that sends for the store: the first that was connected.
  Optional<Mailbox> outgoing(StoreId store);

  /// Takes or renews the right to read a mailbox; true where this replica has it for that long.
  /// What a killed replica held is free when its time is over.
  boolean lease(MailboxId mailbox, String replica, Duration time);

  void release(MailboxId mailbox, String replica);

  /// The mailbox was reached.
  void working(MailboxId mailbox);

  /// The mailbox could not be reached.
  ///
  /// @param reason for the operator; without secrets
  void problem(MailboxId mailbox, String reason);

  Optional<Mailbox.Health> health(StoreId store, MailboxId mailbox);
}
