package deskhand.conversations.inbox;

import deskhand.conversations.ConversationId;
import deskhand.conversations.Conversations;
import deskhand.conversations.MessageId;
import deskhand.conversations.outbox.LedgerTable;
import deskhand.conversations.outbox.OutboxTable;
import deskhand.conversations.threads.SentencesTable;
import deskhand.store.StoreId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads what was recorded about messages: verdicts, evidence, doubts.
@Component
class Records {
  private final JdbcClient jdbc;
  private final OutboxTable outbox;
  private final LedgerTable ledger;
  private final SentencesTable sentences;

  Records(JdbcClient jdbc, OutboxTable outbox, LedgerTable ledger, SentencesTable sentences) {
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.ledger = ledger;
    this.sentences = sentences;
  }

  List<Conversations.LedgerEntry> ledger(StoreId store, ConversationId conversation) {
    return ledger.of(store, conversation);
  }

  List<Conversations.LedgerEntry> ledger(StoreId store, MessageId message) {
    return ledger.of(store, message);
  }

  List<MessageId> borneBy(StoreId store, String kind, String id, long version) {
    return sentences.borneBy(store, kind, id, version);
  }

  List<Conversations.InDoubt> inDoubt(StoreId store) {
    return outbox.inDoubt(store).stream()
        .map(row ->
            new Conversations.InDoubt(
                row.message(),
                row.conversation(),
                row.business().purpose(),
                row.target().address(),
                row.standing().reason()))
        .toList();
  }

  Optional<ConversationId> conversationOf(StoreId store, MessageId message) {
    return jdbc.sql(
            """
            select conversation_id
            from messages
            where store_id = :store and message_id = :message and conversation_id is not null
            """)
        .param("store", store.value())
        .param("message", message.value())
        .query((row, n) -> new ConversationId(row.getLong("conversation_id")))
        .optional();
  }

  Optional<Long> shownAs(StoreId store, MessageId message) {
    return jdbc.sql(
            """
            select shown
            from messages
            where store_id = :store and message_id = :message and shown is not null
            """)
        .param("store", store.value())
        .param("message", message.value())
        .query((row, n) -> row.getLong("shown"))
        .optional();
  }
}
