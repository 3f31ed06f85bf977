package deskhand.conversations;

import deskhand.store.EmailAddress;
import deskhand.store.StoreId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// A mailbox of the store: where its mail comes from, and by which server it sends.
public record Mailbox(
    MailboxId id, StoreId store, EmailAddress address, Server imap, Server smtp, Intake intake) {

  /// A mail server.
  ///
  /// @param user empty where the server asks for none (SMTP)
  /// @param secret the password, in clear; never logged or shown
  public record Server(String host, int port, Tls tls, String user, String secret) {
    public Server {
      if (host.isBlank() || host.length() > 253 || port < 1 || port > 65_535) {
        throw new IllegalArgumentException("a mail server has a host and a port");
      }
      Controls.refuse(host);
      Controls.refuse(user);
    }

    @Override
    public String toString() {
      return "Server[" + host + ":" + port + ", " + tls + "]";
    }
  }

  /// How the connection is kept secret.
  public enum Tls {
    /// From the first byte (RFC 8314).
    IMPLICIT,
    STARTTLS,
    /// For a server on the same machine alone.
    NONE
  }

  /// What is taken in.
  ///
  /// @param connectedAt nothing that arrived before is answered, notified or escalated
  /// @param receivingHost what the own host writes into Authentication-Results (RFC 8601); empty
  ///   where it is not known, and then nothing is proven
  /// @param forms senders declared as forms: their Reply-To is the customer
  /// @param ownAddresses the store's own addresses besides the mailbox's
  public record Intake(
      Instant connectedAt,
      ImportMode mode,
      Optional<String> receivingHost,
      Set<EmailAddress> forms,
      Set<EmailAddress> ownAddresses) {
    public Intake {
      forms = Set.copyOf(forms);
      ownAddresses = Set.copyOf(ownAddresses);
    }

    /// The same, believing that host alone.
    public Intake trusting(Optional<String> host) {
      return new Intake(connectedAt, mode, host, forms, ownAddresses);
    }
  }

  /// Which mail is read when a mailbox is connected.
  public enum ImportMode {
    FROM_NOW_ON,
    /// Silently: without answers, tasks and notifications.
    LAST_12_MONTHS
  }

  /// A mailbox that is to be connected; `intake.connectedAt` is set by the program.
  public record Wanted(
      EmailAddress address,
      Server imap,
      Server smtp,
      ImportMode mode,
      Optional<String> receivingHost,
      Set<EmailAddress> forms,
      Set<EmailAddress> ownAddresses) {}

  /// How a mailbox works at the moment.
  ///
  /// @param problem why it does not; empty where it does
  public record Health(String problem, Optional<Instant> problemAt, Optional<Instant> workedAt) {}
}
