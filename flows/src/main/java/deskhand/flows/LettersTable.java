package deskhand.flows;

import deskhand.conversations.MessageId;
import deskhand.store.StoreId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `flow_letters`.
@Component
class LettersTable {
  private final JdbcClient jdbc;

  LettersTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Which letter a message is.
  record Row(long run, String letter, int step, int attempt) {}

  void add(RunsTable.Row run, MessageId message, String letter, Progress sending) {
    jdbc.sql(
            """
            insert into flow_letters (store_id, message_id, run_id, letter, step, attempt)
            values (:store, :message, :run, :letter, :step, :attempt)
            on conflict do nothing
            """)
        .param("store", run.store().value())
        .param("message", message.value())
        .param("run", run.run().id())
        .param("letter", letter)
        .param("step", sending.step())
        .param("attempt", sending.attempt())
        .update();
  }

  Optional<Row> find(StoreId store, MessageId message) {
    return jdbc.sql(
            """
            select run_id, letter, step, attempt
            from flow_letters
            where store_id = :store and message_id = :message
            """)
        .param("store", store.value())
        .param("message", message.value())
        .query((row, n) ->
            new Row(
                row.getLong("run_id"),
                row.getString("letter"),
                row.getInt("step"),
                row.getInt("attempt")))
        .optional();
  }

  /// Oldest first; 100 at most.
  List<MessageId> of(StoreId store, long run) {
    return jdbc.sql(
            """
            select message_id
            from flow_letters
            where store_id = :store and run_id = :run
            order by message_id
            limit 100
            """)
        .param("store", store.value())
        .param("run", run)
        .query((row, n) -> new MessageId(row.getLong("message_id")))
        .list();
  }
}
