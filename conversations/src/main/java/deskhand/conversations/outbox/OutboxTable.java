package deskhand.conversations.outbox;

import static java.time.ZoneOffset.UTC;

import deskhand.conversations.ChannelKind;
import deskhand.conversations.ConversationId;
import deskhand.conversations.Message;
import deskhand.conversations.MessageId;
import deskhand.conversations.Purpose;
import deskhand.conversations.Reference;
import deskhand.conversations.threads.ReferenceColumn;
import deskhand.conversations.threads.StoredText;
import deskhand.store.EmailAddress;
import deskhand.store.StoreId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `outbox`.
@Component
public class OutboxTable {
  private final JdbcClient jdbc;

  OutboxTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A row.
  ///
  /// @param standing how far it is
  public record Row(
      StoreId store,
      MessageId message,
      Optional<ConversationId> conversation,
      Business business,
      Target target,
      Standing standing) {

    public Task task() {
      return new Task(store, message);
    }
  }

  public record Task(StoreId store, MessageId message) {}

  public record Business(Purpose purpose, String key, boolean automatic, Set<Reference> about) {}

  /// Where it goes.
  ///
  /// @param channel by which it leaves
  /// @param address of the recipient; empty for chat
  public record Target(ChannelKind channel, Optional<EmailAddress> address, String name) {}

  public record Standing(
      Message.Delivery.Step step, String rule, String reason, Clock clock, Attempts attempts) {}

  /// Times it was handed to the channel.
  ///
  /// @param all ever; this tells attempts apart
  /// @param since a person last had it sent again
  public record Attempts(int all, int since) {}

  /// @param expiresAt too late from then on; absent where it is never too late
  public record Clock(Instant queuedAt, Instant notBefore, Optional<Instant> expiresAt) {}

  void add(Row row) {
    jdbc.sql(
            """
            insert into outbox (message_id, store_id, conversation_id, purpose, key, channel,
              recipient, recipient_name, recipient_domain, automatic, state, queued_at, not_before,
              expires_at, about)
            values (:message, :store, :conversation, :purpose, :key, :channel,
              :recipient, :name, :domain, :automatic, :state, :queuedAt, :notBefore,
              :expiresAt, :about)
            """)
        .param("message", row.message().value())
        .param("store", row.store().value())
        .param(
            "conversation",
            row.conversation().map(ConversationId::value).orElse(null),
            Types.BIGINT)
        .param("purpose", row.business().purpose().name())
        .param("key", row.business().key())
        .param("channel", row.target().channel().name())
        .param(
            "recipient",
            row.target().address().map(EmailAddress::value).orElse(null),
            Types.VARCHAR)
        .param("name", row.target().name())
        .param(
            "domain", row.target().address().map(EmailAddress::domain).orElse(null), Types.VARCHAR)
        .param("automatic", row.business().automatic())
        .param("state", row.standing().step().name())
        .param("queuedAt", row.standing().clock().queuedAt().atOffset(UTC))
        .param("notBefore", row.standing().clock().notBefore().atOffset(UTC))
        .param(
            "expiresAt",
            row.standing().clock().expiresAt().map(at -> at.atOffset(UTC)).orElse(null),
            Types.TIMESTAMP_WITH_TIMEZONE)
        .param("about", ReferenceColumn.write(row.business().about()))
        .update();
  }

  public Optional<Row> find(StoreId store, MessageId message) {
    return jdbc.sql("select * from outbox where store_id = :store and message_id = :message")
        .param("store", store.value())
        .param("message", message.value())
        .query(OutboxTable::row)
        .optional();
  }

  /// From QUEUED or DEFERRED to ATTEMPTING, in one statement with the reading of the store's stop
  /// and mode: an automatic message is not claimed once either was committed, in whatever replica.
  boolean claim(Task task, Instant now) {
    return jdbc.sql(
            """
            update outbox o
            set state = 'ATTEMPTING', attempts = o.attempts + 1, attempted_at = :now,
              rule = '', reason = ''
            from stores s
            where o.store_id = :store and o.message_id = :message and s.store_id = o.store_id
              and o.state in ('QUEUED', 'DEFERRED') and o.not_before <= :now
              and (not o.automatic or (not s.stopped and s.mode = 'AUTOMATIC'))
            returning o.attempts
            """)
        .param("now", now.atOffset(UTC))
        .param("store", task.store().value())
        .param("message", task.message().value())
        .query((row, n) -> row.getInt("attempts"))
        .optional()
        .isPresent();
  }

  /// Ends the given attempt, whose row may have been found and marked in doubt by another replica
  /// meanwhile; false where another attempt has begun.
  boolean attempted(
      Row attempt, Message.Delivery.Step step, String reason, Instant now, Instant notBefore) {
    return jdbc.sql(
                """
                update outbox
                set state = :step, rule = '', reason = :reason, finished_at = :now,
                  not_before = :notBefore
                where store_id = :store and message_id = :message and attempts = :attempt
                  and state in ('ATTEMPTING', 'IN_DOUBT')
                """)
            .param("step", step.name())
            .param("reason", StoredText.line(reason, 300))
            .param("now", now.atOffset(UTC))
            .param("notBefore", notBefore.atOffset(UTC))
            .param("store", attempt.store().value())
            .param("message", attempt.message().value())
            .param("attempt", attempt.standing().attempts().all())
            .update()
        == 1;
  }

  /// A message that waits is deferred or refused; false where it no longer waits.
  boolean judged(
      Task task, Message.Delivery.Step step, Word word, Instant now, @Nullable Instant notBefore) {
    return jdbc.sql(
                """
                update outbox
                set state = :step, rule = :rule, reason = :reason,
                  not_before = coalesce(cast(:notBefore as timestamptz), not_before),
                  finished_at = case when :step = 'REFUSED' then cast(:now as timestamptz) end
                where store_id = :store and message_id = :message
                  and state in ('QUEUED', 'DEFERRED')
                """)
            .param("step", step.name())
            .param("rule", word.rule())
            .param("reason", StoredText.line(word.reason(), StoredText.LINE))
            .param("now", now.atOffset(UTC))
            .param(
                "notBefore",
                notBefore == null ? null : notBefore.atOffset(UTC),
                Types.TIMESTAMP_WITH_TIMEZONE)
            .param("store", task.store().value())
            .param("message", task.message().value())
            .update()
        == 1;
  }

  /// A rule's name and what it said.
  record Word(String rule, String reason) {}

  /// A person's word about a message in doubt or one that failed; false where it is neither.
  boolean settle(Task task, Message.Delivery.Step step, Instant now) {
    return jdbc.sql(
                """
                update outbox
                set state = :step, rule = '', reason = '', expires_at = null, not_before = :now,
                  attempts_before = attempts
                where store_id = :store and message_id = :message
                  and state in ('IN_DOUBT', 'FAILED')
                """)
            .param("step", step.name())
            .param("now", now.atOffset(UTC))
            .param("store", task.store().value())
            .param("message", task.message().value())
            .update()
        == 1;
  }

  /// In doubt, and called not sent.
  boolean leave(Task task, String reason) {
    return jdbc.sql(
                """
                update outbox
                set state = 'FAILED', reason = :reason
                where store_id = :store and message_id = :message and state = 'IN_DOUBT'
                """)
            .param("reason", reason)
            .param("store", task.store().value())
            .param("message", task.message().value())
            .update()
        == 1;
  }

  /// Sent, and came back.
  public boolean bounced(Task task, String reason) {
    return jdbc.sql(
                """
                update outbox
                set state = 'FAILED', reason = :reason
                where store_id = :store and message_id = :message and state in ('SENT', 'IN_DOUBT')
                """)
            .param("reason", StoredText.line(reason, 300))
            .param("store", task.store().value())
            .param("message", task.message().value())
            .update()
        == 1;
  }

  /// Newest first: 200 at most.
  public List<Row> inDoubt(StoreId store) {
    return jdbc.sql(
            """
            select *
            from outbox
            where store_id = :store and state = 'IN_DOUBT'
            order by message_id desc
            limit 200
            """)
        .param("store", store.value())
        .query(OutboxTable::row)
        .list();
  }

  private static Row row(ResultSet row, int n) throws SQLException {
    long conversation = row.getLong("conversation_id");
    Optional<ConversationId> belongs =
        row.wasNull() ? Optional.empty() : Optional.of(new ConversationId(conversation));
    return new Row(
        new StoreId(row.getLong("store_id")),
        new MessageId(row.getLong("message_id")),
        belongs,
        new Business(
            Purpose.valueOf(row.getString("purpose")),
            row.getString("key"),
            row.getBoolean("automatic"),
            ReferenceColumn.read(row.getArray("about"))),
        new Target(
            ChannelKind.valueOf(row.getString("channel")),
            Optional.ofNullable(row.getString("recipient")).map(EmailAddress::new),
            row.getString("recipient_name")),
        new Standing(
            Message.Delivery.Step.valueOf(row.getString("state")),
            row.getString("rule"),
            row.getString("reason"),
            new Clock(
                row.getTimestamp("queued_at").toInstant(),
                row.getTimestamp("not_before").toInstant(),
                Optional.ofNullable(row.getObject("expires_at", OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant)),
            new Attempts(
                row.getInt("attempts"), row.getInt("attempts") - row.getInt("attempts_before"))));
  }
}
