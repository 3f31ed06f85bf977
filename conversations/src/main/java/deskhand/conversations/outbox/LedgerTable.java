package deskhand.conversations.outbox;

import static java.time.ZoneOffset.UTC;

import deskhand.conversations.ConversationId;
import deskhand.conversations.Conversations;
import deskhand.conversations.MessageId;
import deskhand.conversations.Purpose;
import deskhand.conversations.threads.StoredText;
import deskhand.store.StoreId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `ledger`.
@Component
public class LedgerTable {
  private final JdbcClient jdbc;

  LedgerTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// When a rule was asked.
  enum Asked {
    /// The message was given to the door.
    GIVEN,
    /// It was about to be delivered.
    DELIVERY
  }

  /// What one rule said.
  record Line(String rule, String verdict, String reason) {}

  void add(OutboxTable.Row message, Asked asked, List<Line> lines, Instant at) {
    jdbc.sql(
            """
            insert into ledger (store_id, message_id, conversation_id, purpose, key, asked, rule,
              verdict, reason, at)
            select :store, :message, :conversation, :purpose, :key, :asked, said.rule,
              said.verdict, said.reason, :at
            from unnest(:rules, :verdicts, :reasons) with ordinality
              as said (rule, verdict, reason, place)
            order by said.place
            """)
        .param("store", message.store().value())
        .param("message", message.message().value())
        .param(
            "conversation",
            message.conversation().map(ConversationId::value).orElse(null),
            Types.BIGINT)
        .param("purpose", message.business().purpose().name())
        .param("key", message.business().key())
        .param("asked", asked.name())
        .param("rules", lines.stream().map(Line::rule).toArray(String[]::new))
        .param("verdicts", lines.stream().map(Line::verdict).toArray(String[]::new))
        .param(
            "reasons",
            lines.stream()
                .map(line -> StoredText.line(line.reason(), StoredText.LINE))
                .toArray(String[]::new))
        .param("at", at.atOffset(UTC))
        .update();
  }

  /// Oldest first: the newest 2,000.
  public List<Conversations.LedgerEntry> of(StoreId store, ConversationId conversation) {
    return jdbc.sql(
            """
            select *
            from ledger
            where store_id = :store and conversation_id = :conversation
            order by ledger_id desc
            limit 2000
            """)
        .param("store", store.value())
        .param("conversation", conversation.value())
        .query(LedgerTable::entry)
        .list()
        .reversed();
  }

  /// Oldest first: the newest 500.
  public List<Conversations.LedgerEntry> of(StoreId store, MessageId message) {
    return jdbc.sql(
            """
            select *
            from ledger
            where store_id = :store and message_id = :message
            order by ledger_id desc
            limit 500
            """)
        .param("store", store.value())
        .param("message", message.value())
        .query(LedgerTable::entry)
        .list()
        .reversed();
  }

  private static Conversations.LedgerEntry entry(ResultSet row, int n) throws SQLException {
    return new Conversations.LedgerEntry(
        new MessageId(row.getLong("message_id")),
        Purpose.valueOf(row.getString("purpose")),
        row.getString("key"),
        row.getString("rule"),
        row.getString("verdict"),
        row.getString("reason"),
        row.getTimestamp("at").toInstant());
  }
}
