package deskhand.store;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Tasks that were tried as often as allowed: a person sees them and can have them tried again.
@Component
public class FailedTasks {
  private final JdbcClient jdbc;
  private final Tasks tasks;
  private final TransactionTemplate transaction;
  private final Clock clock;

  FailedTasks(JdbcClient jdbc, Tasks tasks, TransactionTemplate transaction, Clock clock) {
    this.jdbc = jdbc;
    this.tasks = tasks;
    this.transaction = transaction;
    this.clock = clock;
  }

  /// A task that gave up.
  ///
  /// @param reason the kind of the last error, without what customers wrote
  public record Failed(long id, String task, Task.Key key, String reason, Instant at) {}

  void record(String task, Task.Key key, String reason) {
    jdbc.sql(
            """
            insert into failed_tasks (store_id, task_name, task_instance, reason, failed_at)
            values (:store, :task, :instance, :reason, :at)
            on conflict (task_name, task_instance) do update
            set reason = excluded.reason, failed_at = excluded.failed_at
            """)
        .param("store", key.store().value())
        .param("task", task)
        .param("instance", key.toString())
        .param("reason", reason)
        .param("at", clock.instant().atOffset(UTC))
        .update();
  }

  /// The newest 200 of a store.
  public List<Failed> list(StoreId store) {
    return jdbc.sql(
            """
            select * from failed_tasks
            where store_id = :store
            order by failed_at desc
            limit 200
            """)
        .param("store", store.value())
        .query((row, n) ->
            new Failed(
                row.getLong("failed_task_id"),
                row.getString("task_name"),
                Task.Key.parse(row.getString("task_instance")),
                row.getString("reason"),
                row.getTimestamp("failed_at").toInstant()))
        .list();
  }

  /// Schedules the task anew, now, and forgets that it failed.
  public void tryAgain(StoreId store, long id) {
    transaction.executeWithoutResult(status ->
        list(store).stream()
            .filter(failed -> failed.id() == id)
            .findFirst()
            .ifPresent(failed -> {
              jdbc.sql("delete from failed_tasks where failed_task_id = :id and store_id = :store")
                  .param("id", id)
                  .param("store", store.value())
                  .update();
              tasks.schedule(failed.task(), failed.key(), clock.instant());
            }));
  }
}
