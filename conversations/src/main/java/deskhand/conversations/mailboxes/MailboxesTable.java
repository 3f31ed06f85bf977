package deskhand.conversations.mailboxes;

import static java.time.ZoneOffset.UTC;

import deskhand.conversations.Mailbox;
import deskhand.conversations.MailboxId;
import deskhand.conversations.threads.ReferenceColumn;
import deskhand.conversations.threads.StoredText;
import deskhand.store.EmailAddress;
import deskhand.store.Secrets;
import deskhand.store.StoreId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `mailboxes`; secrets are encrypted, each for its own store, address and server.
@Component
public class MailboxesTable {
  private static final Logger log = LoggerFactory.getLogger(MailboxesTable.class);

  private final JdbcClient jdbc;
  private final Secrets secrets;

  MailboxesTable(JdbcClient jdbc, Secrets secrets) {
    this.jdbc = jdbc;
    this.secrets = secrets;
  }

  MailboxId add(StoreId store, Mailbox.Wanted wanted, Instant at) {
    return jdbc.sql(
            """
            insert into mailboxes (store_id, address, imap_host, imap_port, imap_tls, imap_user,
              imap_secret, smtp_host, smtp_port, smtp_tls, smtp_user, smtp_secret, connected_at,
              import_mode, receiving_host, forms, own_addresses)
            values (:store, :address, :imapHost, :imapPort, :imapTls, :imapUser,
              :imapSecret, :smtpHost, :smtpPort, :smtpTls, :smtpUser, :smtpSecret, :at,
              :mode, :receivingHost, :forms, :own)
            returning mailbox_id
            """)
        .param("store", store.value())
        .param("address", wanted.address().value())
        .param("imapHost", wanted.imap().host())
        .param("imapPort", wanted.imap().port())
        .param("imapTls", wanted.imap().tls().name())
        .param("imapUser", wanted.imap().user())
        .param(
            "imapSecret",
            secrets.encrypt(
                wanted.imap().secret(), context(store, wanted.address().value(), "imap")))
        .param("smtpHost", wanted.smtp().host())
        .param("smtpPort", wanted.smtp().port())
        .param("smtpTls", wanted.smtp().tls().name())
        .param("smtpUser", wanted.smtp().user())
        .param(
            "smtpSecret",
            secrets.encrypt(
                wanted.smtp().secret(), context(store, wanted.address().value(), "smtp")))
        .param("at", at.atOffset(UTC))
        .param("mode", wanted.mode().name())
        .param("receivingHost", wanted.receivingHost().orElse(null), Types.VARCHAR)
        .param("forms", texts(wanted.forms()))
        .param("own", texts(wanted.ownAddresses()))
        .query((row, n) -> new MailboxId(row.getLong("mailbox_id")))
        .single();
  }

  void disconnect(StoreId store, MailboxId mailbox, Instant at) {
    jdbc.sql(
            """
            update mailboxes
            set disconnected_at = :at, lease_by = null, lease_until = null
            where store_id = :store and mailbox_id = :mailbox and disconnected_at is null
            """)
        .param("at", at.atOffset(UTC))
        .param("store", store.value())
        .param("mailbox", mailbox.value())
        .update();
  }

  void setIntake(StoreId store, MailboxId mailbox, Mailbox.Intake intake) {
    jdbc.sql(
            """
            update mailboxes
            set receiving_host = :receivingHost, forms = :forms, own_addresses = :own
            where store_id = :store and mailbox_id = :mailbox
            """)
        .param("receivingHost", intake.receivingHost().orElse(null), Types.VARCHAR)
        .param("forms", texts(intake.forms()))
        .param("own", texts(intake.ownAddresses()))
        .param("store", store.value())
        .param("mailbox", mailbox.value())
        .update();
  }

  List<Mailbox> of(StoreId store) {
    return jdbc.sql(
            """
            select *
            from mailboxes
            where store_id = :store and disconnected_at is null
            order by mailbox_id
            limit 50
            """)
        .param("store", store.value())
        .query(this::mailbox)
        .list();
  }

  List<Mailbox> all() {
    return jdbc.sql(
            """
            select *
            from mailboxes
            where disconnected_at is null
            order by mailbox_id
            limit 1000
            """)
        .query(this::mailbox)
        .list();
  }

  public Optional<Mailbox> find(StoreId store, MailboxId mailbox) {
    return jdbc.sql("select * from mailboxes where store_id = :store and mailbox_id = :mailbox")
        .param("store", store.value())
        .param("mailbox", mailbox.value())
        .query(this::mailbox)
        .optional();
  }

  boolean lease(MailboxId mailbox, String replica, Instant now, Instant until) {
    return jdbc.sql(
                """
                update mailboxes
                set lease_by = :replica, lease_until = :until
                where mailbox_id = :mailbox and disconnected_at is null
                  and (lease_by is null or lease_by = :replica or lease_until < :now)
                """)
            .param("replica", replica)
            .param("until", until.atOffset(UTC))
            .param("now", now.atOffset(UTC))
            .param("mailbox", mailbox.value())
            .update()
        == 1;
  }

  void release(MailboxId mailbox, String replica) {
    jdbc.sql(
            """
            update mailboxes
            set lease_by = null, lease_until = null
            where mailbox_id = :mailbox and lease_by = :replica
            """)
        .param("mailbox", mailbox.value())
        .param("replica", replica)
        .update();
  }

  void works(MailboxId mailbox, Instant at) {
    jdbc.sql("update mailboxes set problem = '', worked_at = :at where mailbox_id = :mailbox")
        .param("at", at.atOffset(UTC))
        .param("mailbox", mailbox.value())
        .update();
  }

  void problem(MailboxId mailbox, String reason, Instant at) {
    jdbc.sql(
            """
            update mailboxes
            set problem = :reason, problem_at = :at
            where mailbox_id = :mailbox
            """)
        .param("reason", StoredText.line(reason, 300))
        .param("at", at.atOffset(UTC))
        .param("mailbox", mailbox.value())
        .update();
  }

  Optional<Mailbox.Health> health(StoreId store, MailboxId mailbox) {
    return jdbc.sql(
            """
            select problem, problem_at, worked_at
            from mailboxes
            where store_id = :store and mailbox_id = :mailbox
            """)
        .param("store", store.value())
        .param("mailbox", mailbox.value())
        .query((row, n) ->
            new Mailbox.Health(
                row.getString("problem"), time(row, "problem_at"), time(row, "worked_at")))
        .optional();
  }

  private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private Mailbox mailbox(ResultSet row, int n) throws SQLException {
    StoreId store = new StoreId(row.getLong("store_id"));
    return new Mailbox(
        new MailboxId(row.getLong("mailbox_id")),
        store,
        new EmailAddress(row.getString("address")),
        server(row, store, "imap"),
        server(row, store, "smtp"),
        new Mailbox.Intake(
            row.getTimestamp("connected_at").toInstant(),
            Mailbox.ImportMode.valueOf(row.getString("import_mode")),
            Optional.ofNullable(row.getString("receiving_host")),
            addresses(ReferenceColumn.texts(row.getArray("forms"))),
            addresses(ReferenceColumn.texts(row.getArray("own_addresses")))));
  }

  private Mailbox.Server server(ResultSet row, StoreId store, String which) throws SQLException {
    return new Mailbox.Server(
        row.getString(which + "_host"),
        row.getInt(which + "_port"),
        Mailbox.Tls.valueOf(row.getString(which + "_tls")),
        row.getString(which + "_user"),
        secret(row.getString(which + "_secret"), context(store, row.getString("address"), which)));
  }

  /// A secret that this key cannot read must not hide the other mailboxes: without it, this one
  /// fails when it is connected, where the operator sees it.
  private String secret(String encrypted, String context) {
    try {
      return secrets.decrypt(encrypted, context);
    } catch (IllegalArgumentException unreadable) {
      log.warn("the secret of a mailbox cannot be read with this installation's key", unreadable);
      return "";
    }
  }

  private static String context(StoreId store, String address, String which) {
    return "mailbox " + store + " " + address + " " + which;
  }

  private static String[] texts(Collection<EmailAddress> addresses) {
    return addresses.stream().map(EmailAddress::value).toArray(String[]::new);
  }

  private static Set<EmailAddress> addresses(List<String> texts) {
    Set<EmailAddress> addresses = new LinkedHashSet<>();
    texts.forEach(text -> addresses.add(new EmailAddress(text)));
    return addresses;
  }
}
