package deskhand.triage;

import static java.time.ZoneOffset.UTC;

import deskhand.conversations.MessageId;
import deskhand.store.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Rows of `triage_examples`.
@Component
class ExamplesTable {
  private final JdbcClient jdbc;

  ExamplesTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void put(StoreId store, String text, String intent, Optional<MessageId> message, Instant at) {
    delete(store, text, message);
    jdbc.sql(
            """
            insert into triage_examples (store_id, body, intent, message_id, learned_at)
            values (:store, :body, :intent, :message, :at)
            """)
        .param("store", store.value())
        .param("body", text)
        .param("intent", intent)
        .param("message", message.map(MessageId::value).orElse(null))
        .param("at", at.atOffset(UTC))
        .update();
  }

  private void delete(StoreId store, String text, Optional<MessageId> message) {
    jdbc.sql(
            """
            delete from triage_examples
            where store_id = :store
              and md5(body) = md5(:body)
              and message_id is not distinct from cast(:message as bigint)
            """)
        .param("store", store.value())
        .param("body", text)
        .param("message", message.map(MessageId::value).orElse(null))
        .update();
  }

  List<IntentClassifier.Example> list(StoreId store) {
    return jdbc.sql(
            """
            select body, intent from triage_examples
            where store_id = :store
            order by example_id desc
            limit 20000
            """)
        .param("store", store.value())
        .query((row, n) ->
            new IntentClassifier.Example(row.getString("body"), row.getString("intent")))
        .list()
        .reversed();
  }

  Examples.Stamp stamp(StoreId store) {
    return jdbc.sql(
            """
            select count(*) as count, coalesce(max(example_id), 0) as newest
            from triage_examples
            where store_id = :store
            """)
        .param("store", store.value())
        .query((row, n) -> new Examples.Stamp(row.getLong("count"), row.getLong("newest")))
        .single();
  }

  int delete(StoreId store, MessageId message) {
    return jdbc.sql(
            """
            delete from triage_examples
            where store_id = :store and message_id = :message
            """)
        .param("store", store.value())
        .param("message", message.value())
        .update();
  }
}
