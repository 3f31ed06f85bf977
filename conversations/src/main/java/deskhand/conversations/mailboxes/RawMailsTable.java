package deskhand.conversations.mailboxes;

import static java.time.ZoneOffset.UTC;

import deskhand.conversations.MailboxId;
import deskhand.conversations.MessageId;
import deskhand.conversations.RawMail;
import deskhand.conversations.RawMails;
import deskhand.conversations.threads.StoredText;
import deskhand.store.StoreId;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `raw_mails` and `mailbox_positions`.
@Component
public class RawMailsTable {
  /// The task that reads one mail; its key is the row's number.
  public static final String READ = "read raw mail";

  private final JdbcClient jdbc;

  RawMailsTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// What became of a mail.
  public enum State {
    UNREAD,
    READ,
    UNREADABLE
  }

  /// How a mail is stored.
  ///
  /// @param size as the server says: the bytes may be missing
  record Storing(long size, State state, String reason, Instant at) {}

  /// The row's number; empty where it was there already.
  Optional<Long> add(RawMail mail, Storing storing) {
    RawMail.Where where = mail.where();
    return jdbc.sql(
            """
            insert into raw_mails (store_id, mailbox_id, folder, uid_validity, uid, bytes, size,
              internal_date, stored_at, silent, state, reason)
            values (:store, :mailbox, :folder, :validity, :uid, :bytes, :size,
              :internalDate, :at, :silent, :state, :reason)
            on conflict do nothing
            returning raw_mail_id
            """)
        .param("store", where.store().value())
        .param("mailbox", where.mailbox().value())
        .param("folder", where.folder())
        .param("validity", where.uidValidity())
        .param("uid", where.uid())
        .param("bytes", mail.bytes())
        .param("size", storing.size())
        .param("internalDate", mail.internalDate().atOffset(UTC))
        .param("at", storing.at().atOffset(UTC))
        .param("silent", mail.silent())
        .param("state", storing.state().name())
        .param("reason", StoredText.line(storing.reason(), 300))
        .query((row, n) -> row.getLong("raw_mail_id"))
        .optional();
  }

  void reached(RawMail.Where where, Instant at) {
    jdbc.sql(
            """
            insert into mailbox_positions (store_id, mailbox_id, folder, uid_validity, highest_uid,
              seen_at)
            values (:store, :mailbox, :folder, :validity, :uid, :at)
            on conflict (mailbox_id, folder, uid_validity) do update
            set highest_uid = greatest(mailbox_positions.highest_uid, excluded.highest_uid),
              seen_at = excluded.seen_at
            """)
        .param("store", where.store().value())
        .param("mailbox", where.mailbox().value())
        .param("folder", where.folder())
        .param("validity", where.uidValidity())
        .param("uid", where.uid())
        .param("at", at.atOffset(UTC))
        .update();
  }

  Optional<RawMails.Position> position(MailboxId mailbox, String folder) {
    return jdbc.sql(
            """
            select uid_validity, highest_uid
            from mailbox_positions
            where mailbox_id = :mailbox and folder = :folder
            order by seen_at desc
            limit 1
            """)
        .param("mailbox", mailbox.value())
        .param("folder", folder)
        .query((row, n) ->
            new RawMails.Position(row.getLong("uid_validity"), row.getLong("highest_uid")))
        .optional();
  }

  /// @param mail with its bytes
  public record Stored(RawMail mail, State state) {}

  public Optional<Stored> find(StoreId store, long number) {
    return jdbc.sql("select * from raw_mails where store_id = :store and raw_mail_id = :number")
        .param("store", store.value())
        .param("number", number)
        .query((row, n) ->
            new Stored(
                new RawMail(
                    new RawMail.Where(
                        store,
                        new MailboxId(row.getLong("mailbox_id")),
                        row.getString("folder"),
                        row.getLong("uid_validity"),
                        row.getLong("uid")),
                    row.getBytes("bytes"),
                    row.getTimestamp("internal_date").toInstant(),
                    row.getBoolean("silent")),
                State.valueOf(row.getString("state"))))
        .optional();
  }

  public void become(
      StoreId store, long number, State state, String reason, @Nullable MessageId message) {
    jdbc.sql(
            """
            update raw_mails
            set state = :state, reason = :reason, message_id = :message
            where store_id = :store and raw_mail_id = :number
            """)
        .param("state", state.name())
        .param("reason", StoredText.line(reason, 300))
        .param("message", message == null ? null : message.value(), Types.BIGINT)
        .param("store", store.value())
        .param("number", number)
        .update();
  }

  /// Only what has its bytes can be read again.
  boolean readAgain(StoreId store, long number) {
    return jdbc.sql(
                """
                update raw_mails
                set state = 'UNREAD', reason = ''
                where store_id = :store and raw_mail_id = :number and state = 'UNREADABLE'
                  and length(bytes) > 0
                """)
            .param("store", store.value())
            .param("number", number)
            .update()
        == 1;
  }

  List<RawMail.Unreadable> unreadable(StoreId store, long before, int most) {
    return jdbc.sql(
            """
            select raw_mail_id, mailbox_id, reason, size, internal_date
            from raw_mails
            where store_id = :store and state = 'UNREADABLE' and raw_mail_id < :before
            order by raw_mail_id desc
            limit :most
            """)
        .param("store", store.value())
        .param("before", before)
        .param("most", most)
        .query((row, n) ->
            new RawMail.Unreadable(
                row.getLong("raw_mail_id"),
                new MailboxId(row.getLong("mailbox_id")),
                row.getString("reason"),
                row.getLong("size"),
                row.getTimestamp("internal_date").toInstant()))
        .list();
  }
}
