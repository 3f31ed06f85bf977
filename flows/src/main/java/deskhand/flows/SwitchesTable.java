package deskhand.flows;

import deskhand.store.StoreId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `flow_switches`. A flow without a row is on.
@Component
class SwitchesTable {
  private final JdbcClient jdbc;

  SwitchesTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  boolean isOn(StoreId store, String flow) {
    return jdbc.sql("select is_on from flow_switches where store_id = :store and flow = :flow")
        .param("store", store.value())
        .param("flow", flow)
        .query((row, n) -> row.getBoolean("is_on"))
        .optional()
        .orElse(true);
  }

  void set(StoreId store, String flow, boolean on) {
    jdbc.sql(
            """
            insert into flow_switches (store_id, flow, is_on)
            values (:store, :flow, :on)
            on conflict (store_id, flow) do update
            set is_on = excluded.is_on
            """)
        .param("store", store.value())
        .param("flow", flow)
        .param("on", on)
        .update();
  }
}
