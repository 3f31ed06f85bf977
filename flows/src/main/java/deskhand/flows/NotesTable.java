package deskhand.flows;

import static java.time.ZoneOffset.UTC;

import deskhand.store.StoreId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `flow_notes`.
@Component
class NotesTable {
  private static final int LONGEST = 500;

  private final JdbcClient jdbc;

  NotesTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A note that says the same as the run's last one is not kept again.
  void add(StoreId store, long run, FlowRun.Note note) {
    jdbc.sql(
            """
            insert into flow_notes (run_id, store_id, at, what, detail)
            select :run, :store, :at, :what, :detail
            where not exists (
              select 1
              from (
                select what, detail
                from flow_notes
                where run_id = :run
                order by note_id desc
                limit 1) last
              where last.what = :what and last.detail = :detail)
            """)
        .param("run", run)
        .param("store", store.value())
        .param("at", note.at().atOffset(UTC))
        .param("what", note.what().name())
        .param("detail", note.detail().substring(0, Math.min(LONGEST, note.detail().length())))
        .update();
  }

  /// Oldest first; 200 at most.
  List<FlowRun.Note> of(StoreId store, long run) {
    return jdbc.sql(
            """
            select at, what, detail
            from flow_notes
            where store_id = :store and run_id = :run
            order by note_id
            limit 200
            """)
        .param("store", store.value())
        .param("run", run)
        .query((row, n) ->
            new FlowRun.Note(
                row.getTimestamp("at").toInstant(),
                FlowRun.What.valueOf(row.getString("what")),
                row.getString("detail")))
        .list();
  }
}
