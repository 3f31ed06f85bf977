package deskhand.flows;

import static java.time.ZoneOffset.UTC;

import deskhand.store.StoreId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `flow_runs`.
@Component
class RunsTable {
  private final JdbcClient jdbc;

  RunsTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Row(StoreId store, FlowRun run, Progress progress) {
    boolean goesOn() {
      return run.state().outcome().isEmpty();
    }
  }

  /// The new run's id; empty where there is one of that flow and subject already.
  Optional<Long> begin(
      StoreId store, String flow, FlowRun.Subject subject, Instant startedAt, Instant now) {
    return jdbc.sql(
            """
            insert into flow_runs (store_id, flow, order_number, shipment, started_at, due_at, wakes_at,
              reason, created_at)
            values (:store, :flow, :order, :shipment, :started, :started, :now, '', :now)
            on conflict (store_id, flow, order_number, shipment) do nothing
            returning run_id
            """)
        .param("store", store.value())
        .param("flow", flow)
        .param("order", subject.order())
        .param("shipment", subject.shipment().orElse(""))
        .param("started", startedAt.atOffset(UTC))
        .param("now", now.atOffset(UTC))
        .query((row, n) -> row.getLong("run_id"))
        .optional();
  }

  /// The run, locked until the transaction ends.
  Optional<Row> lock(StoreId store, long run) {
    return jdbc.sql(
            """
            select *
            from flow_runs
            where store_id = :store and run_id = :run
            for update
            """)
        .param("store", store.value())
        .param("run", run)
        .query(RunsTable::row)
        .optional();
  }

  void sleeps(Row run, Progress progress, Instant until, String reason) {
    write(run, progress, until, null, reason);
  }

  void ends(Row run, Outcome outcome, String reason) {
    write(run, run.progress(), null, outcome, reason);
  }

  private void write(
      Row run,
      Progress progress,
      @Nullable Instant wakesAt,
      @Nullable Outcome outcome,
      String reason) {
    jdbc.sql(
            """
            update flow_runs
            set step = :step, attempt = :attempt, due_at = :due, wakes_at = cast(:wakes as timestamptz),
              outcome = cast(:outcome as text), reason = :reason
            where store_id = :store and run_id = :run
            """)
        .param("store", run.store().value())
        .param("run", run.run().id())
        .param("step", progress.step())
        .param("attempt", progress.attempt())
        .param("due", progress.due().atOffset(UTC))
        .param("wakes", wakesAt == null ? null : wakesAt.atOffset(UTC))
        .param("outcome", outcome == null ? null : outcome.name())
        .param("reason", reason)
        .update();
  }

  void number(StoreId store, long run, long change) {
    jdbc.sql(
            """
            update flow_runs
            set change_number = :change
            where store_id = :store and run_id = :run
            """)
        .param("store", store.value())
        .param("run", run)
        .param("change", change)
        .update();
  }

  Optional<Row> find(StoreId store, long run) {
    return jdbc.sql("select * from flow_runs where store_id = :store and run_id = :run")
        .param("store", store.value())
        .param("run", run)
        .query(RunsTable::row)
        .optional();
  }

  /// The runs about that order that still go on; 100 at most.
  List<Long> goingOn(StoreId store, String order) {
    return jdbc.sql(
            """
            select run_id
            from flow_runs
            where store_id = :store and order_number = :order and outcome is null
            order by run_id
            limit 100
            """)
        .param("store", store.value())
        .param("order", order)
        .query((row, n) -> row.getLong("run_id"))
        .list();
  }

  /// The runs about those orders, newest first; 100 at most.
  List<Row> of(StoreId store, Collection<String> orders) {
    return jdbc.sql(
            """
            select *
            from flow_runs
            where store_id = :store and order_number in (:orders)
            order by run_id desc
            limit 100
            """)
        .param("store", store.value())
        .param("orders", orders)
        .query(RunsTable::row)
        .list();
  }

  List<Row> newest(StoreId store, int count) {
    return jdbc.sql(
            """
            select *
            from flow_runs
            where store_id = :store
            order by run_id desc
            limit :count
            """)
        .param("store", store.value())
        .param("count", count)
        .query(RunsTable::row)
        .list();
  }

  private static Row row(ResultSet row, int n) throws SQLException {
    String shipment = row.getString("shipment");
    String outcome = row.getString("outcome");
    Timestamp wakesAt = row.getTimestamp("wakes_at");
    Instant startedAt = row.getTimestamp("started_at").toInstant();
    return new Row(
        new StoreId(row.getLong("store_id")),
        new FlowRun(
            row.getLong("run_id"),
            row.getString("flow"),
            new FlowRun.Subject(
                row.getString("order_number"),
                shipment.isEmpty() ? Optional.empty() : Optional.of(shipment)),
            new FlowRun.State(
                startedAt,
                Optional.ofNullable(wakesAt).map(Timestamp::toInstant),
                Optional.ofNullable(outcome).map(Outcome::valueOf),
                row.getString("reason")),
            FlowRun.History.none()),
        new Progress(
            row.getInt("step"),
            row.getInt("attempt"),
            startedAt,
            row.getTimestamp("due_at").toInstant()));
  }
}
