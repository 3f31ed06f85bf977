package deskhand.conversations.threads;

import static java.time.ZoneOffset.UTC;

import deskhand.conversations.ConversationId;
import deskhand.conversations.MessageId;
import deskhand.conversations.Received;
import deskhand.store.StoreId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `received_keys` and `given_keys`: what makes the same thing twice the same thing.
///
/// The key is claimed as the first statement of a transaction: a second transaction with the same
/// key waits for the first one's end, and then finds what became of it.
@Component
public class KeysTable {
  private final JdbcClient jdbc;

  KeysTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// False where the key was received before.
  public boolean claimReceived(StoreId store, byte[] hash, Instant at) {
    return jdbc.sql(
                """
                insert into received_keys (store_id, key_hash, received_at)
                values (:store, :hash, :at)
                on conflict do nothing
                """)
            .param("store", store.value())
            .param("hash", hash)
            .param("at", at.atOffset(UTC))
            .update()
        == 1;
  }

  public void received(StoreId store, byte[] hash, ConversationId conversation, MessageId message) {
    jdbc.sql(
            """
            update received_keys
            set conversation_id = :conversation, message_id = :message
            where store_id = :store and key_hash = :hash
            """)
        .param("store", store.value())
        .param("hash", hash)
        .param("conversation", conversation.value())
        .param("message", message.value())
        .update();
  }

  public Received.Duplicate received(StoreId store, byte[] hash) {
    return jdbc.sql(
            """
            select conversation_id, message_id
            from received_keys
            where store_id = :store and key_hash = :hash
            """)
        .param("store", store.value())
        .param("hash", hash)
        .query((row, n) ->
            new Received.Duplicate(
                new ConversationId(row.getLong("conversation_id")),
                new MessageId(row.getLong("message_id"))))
        .single();
  }

  /// False where the key was given before.
  public boolean claimGiven(StoreId store, byte[] hash, Instant at) {
    return jdbc.sql(
                """
                insert into given_keys (store_id, key_hash, given_at)
                values (:store, :hash, :at)
                on conflict do nothing
                """)
            .param("store", store.value())
            .param("hash", hash)
            .param("at", at.atOffset(UTC))
            .update()
        == 1;
  }

  public void given(StoreId store, byte[] hash, MessageId message) {
    jdbc.sql(
            """
            update given_keys
            set message_id = :message
            where store_id = :store and key_hash = :hash
            """)
        .param("store", store.value())
        .param("hash", hash)
        .param("message", message.value())
        .update();
  }

  public Optional<MessageId> given(StoreId store, byte[] hash) {
    return jdbc.sql(
            """
            select message_id
            from given_keys
            where store_id = :store and key_hash = :hash
            """)
        .param("store", store.value())
        .param("hash", hash)
        .query((row, n) -> new MessageId(row.getLong("message_id")))
        .optional();
  }
}
