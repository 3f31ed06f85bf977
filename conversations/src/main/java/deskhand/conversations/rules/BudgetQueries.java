package deskhand.conversations.rules;

import static java.time.ZoneOffset.UTC;

import deskhand.conversations.ConversationId;
import deskhand.conversations.Dispatch;
import deskhand.conversations.Kind;
import deskhand.conversations.MessageId;
import deskhand.store.EmailAddress;
import deskhand.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Counts what was sent by itself, for the rules. Each count stops at 10,000 rows.
@Component
class BudgetQueries {
  /// Automatic answers that went before the one that is asked about; what was refused or failed
  /// does not count.
  private static final String COUNT =
      """
      select count(*) as sum
      from (
        select 1
        from outbox
        where store_id = :store and automatic and purpose in ('REPLY', 'NOTICE')
          and state not in ('REFUSED', 'FAILED') and queued_at > :since and message_id < :before
          and %s
        limit 10000) counted
      """;

  private final JdbcClient jdbc;

  BudgetQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Of which message, and how far back.
  record Window(StoreId store, MessageId before, Instant since) {
    static Window of(Dispatch dispatch, Instant now, Duration back) {
      return new Window(dispatch.message().store(), dispatch.stored(), now.minus(back));
    }
  }

  int inConversation(Window window, ConversationId conversation) {
    return count(window, "conversation_id = :of", conversation.value());
  }

  int toAddress(Window window, EmailAddress address) {
    return count(window, "recipient = :of", address.value());
  }

  int toDomain(Window window, EmailAddress address) {
    return count(window, "recipient_domain = :of", address.domain());
  }

  int inStore(Window window) {
    return count(window, "0 = :of", 0);
  }

  private int count(Window window, String condition, Object of) {
    return jdbc.sql(COUNT.formatted(condition))
        .param("store", window.store().value())
        .param("since", window.since().atOffset(UTC))
        .param("before", window.before().value())
        .param("of", of)
        .query((row, n) -> row.getInt("sum"))
        .single();
  }

  /// Texts that were sent by themselves to that address before, newest first: 20 at most.
  List<String> sentTo(Window window, EmailAddress address) {
    return jdbc.sql(
            """
            select left(m.visible, 4000) as text
            from outbox o
            join messages m on m.store_id = o.store_id and m.message_id = o.message_id
            where o.store_id = :store and o.automatic and o.recipient = :address
              and o.purpose in ('REPLY', 'NOTICE') and o.state not in ('REFUSED', 'FAILED')
              and o.queued_at > :since and o.message_id < :before
            order by o.queued_at desc
            limit 20
            """)
        .param("store", window.store().value())
        .param("address", address.value())
        .param("since", window.since().atOffset(UTC))
        .param("before", window.before().value())
        .query((row, n) -> row.getString("text"))
        .list();
  }

  /// Texts that came from that address, newest first: 20 at most.
  List<String> receivedFrom(Window window, EmailAddress address) {
    return jdbc.sql(
            """
            select left(visible, 4000) as text
            from messages
            where store_id = :store and peer = :address and entry = 'IN' and at > :since
              and message_id < :before
            order by at desc
            limit 20
            """)
        .param("store", window.store().value())
        .param("address", address.value())
        .param("since", window.since().atOffset(UTC))
        .param("before", window.before().value())
        .query((row, n) -> row.getString("text"))
        .list();
  }

  /// What sort the newest incoming message of a conversation is.
  Optional<Kind> newestKind(StoreId store, ConversationId conversation) {
    return jdbc.sql(
            """
            select kind
            from messages
            where store_id = :store and conversation_id = :conversation and entry = 'IN'
            order by at desc, message_id desc
            limit 1
            """)
        .param("store", store.value())
        .param("conversation", conversation.value())
        .query((row, n) -> Kind.valueOf(row.getString("kind")))
        .optional();
  }

  /// Mails of a conversation that arrived so soon after an automatic one of ours that no person can
  /// have written them.
  int quickAnswers(Window window, ConversationId conversation, Duration quick) {
    return jdbc.sql(
            """
            select count(*) as sum
            from messages i
            where i.store_id = :store and i.conversation_id = :conversation and i.entry = 'IN'
              and i.at > :since and i.message_id < :before and exists (
                select 1
                from messages m
                join outbox o on o.store_id = m.store_id and o.message_id = m.message_id
                where m.store_id = i.store_id and m.conversation_id = i.conversation_id
                  and o.automatic
                  and o.state = 'SENT' and o.finished_at <= i.at
                  and o.finished_at > i.at - make_interval(secs => :quick))
            """)
        .param("store", window.store().value())
        .param("conversation", conversation.value())
        .param("since", window.since().atOffset(UTC))
        .param("before", window.before().value())
        .param("quick", quick.toMillis() / 1000.0)
        .query((row, n) -> row.getInt("sum"))
        .single();
  }
}
