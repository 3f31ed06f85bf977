package deskhand.conversations;

import java.util.Optional;

/// Looks into a mailbox before it is relied on, without changing anything there: whether it can be
/// read, and by which mark its host says what a mail's sender has proven.
public interface MailboxProbe {
  Look look(Mailbox.Server imap);

  /// What was seen.
  sealed interface Look {

    /// It can be read.
    ///
    /// @param mails of the newest, how many were looked at
    /// @param mark absent where no mark stands on most of them: then nothing is proven by mail
    record Open(int mails, Optional<Mark> mark) implements Look {}

    /// It can't be read.
    record Closed(Why why) implements Look {}
  }

  /// What the receiving host writes first into the topmost `Authentication-Results` (RFC 8601).
  ///
  /// @param receivingHost its name, as [Mailbox.Intake] takes it
  /// @param mails how many of those that were looked at carry it
  /// @param proven how many of these prove their sender's address
  record Mark(String receivingHost, int mails, int proven) {}

  /// Why a mailbox can't be read.
  enum Why {
    /// No such host, a closed port, or no answer in time.
    NOT_REACHED,
    /// No TLS there, or a certificate that is not the server's.
    NOT_SECRET,
    /// The server knows no such user and password.
    NOT_LET_IN,
    /// It answers, but gives no INBOX.
    NO_INBOX
  }
}
