package deskhand.conversations;

import deskhand.store.StoreId;
import java.time.Instant;

/// A mail as the server gave it, byte for byte.
///
/// @param internalDate when the server got it (RFC 3501 section 2.3.3)
/// @param silent an import: never answered, notified or escalated
public record RawMail(Where where, byte[] bytes, Instant internalDate, boolean silent) {

  /// Where a mail lies; no two have the same (RFC 3501 section 2.3.1.1).
  public record Where(
      StoreId store, MailboxId mailbox, String folder, long uidValidity, long uid) {}

  /// A mail that could not be read; its bytes are kept.
  ///
  /// @param number by which it is read again
  /// @param size in bytes, as the server says
  public record Unreadable(
      long number, MailboxId mailbox, String reason, long size, Instant internalDate) {}
}
