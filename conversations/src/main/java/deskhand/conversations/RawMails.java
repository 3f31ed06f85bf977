package deskhand.conversations;

import deskhand.store.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Mail as it came. Bytes and UID in one commit are the acknowledgement: from then on the mail is
/// never lost, whatever its content does to those who read it.
public interface RawMails {
  /// Bytes of the largest mail that is taken.
  int LARGEST = 40 * 1024 * 1024;

  /// How far a folder is stored.
  record Position(long uidValidity, long highestUid) {}

  /// Of the UIDVALIDITY that was seen last; empty where the folder was never seen.
  Optional<Position> position(MailboxId mailbox, String folder);

  /// From that UID on, without it: what lies below is never fetched.
  void startAt(RawMail.Where where);

  /// Stores a mail and has it read; false where it was there already.
  boolean store(RawMail mail);

  /// A mail that is not taken for its size: it is shown, and the UID moves on; false where it was
  /// there already.
  boolean tooLarge(RawMail.Where where, Instant internalDate, long size, String reason);

  /// Mails that could not be read, newest first, below that number: 200 at most.
  List<RawMail.Unreadable> unreadable(StoreId store, long before, int most);

  /// The bytes as they came, for downloading.
  Optional<byte[]> bytes(StoreId store, long number);

  /// Has an unreadable mail read again; false where there is none of that number, or its bytes were
  /// never taken.
  boolean readAgain(StoreId store, long number);
}
