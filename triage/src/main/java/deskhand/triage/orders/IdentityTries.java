package deskhand.triage.orders;

import static java.time.ZoneOffset.UTC;

import deskhand.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Rows of `triage_identity_tries`: how often somebody named an order without proving that it is
/// theirs. After too many tries in a day nobody proves that order by number, e-mail and postcode;
/// the wording stays the same.
@Component
public class IdentityTries {
  private static final int MOST = 10;
  private static final Duration PERIOD = Duration.ofHours(24);

  private final JdbcClient jdbc;

  IdentityTries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  boolean allowed(StoreId store, String order, Instant now) {
    return jdbc.sql(
                """
                select count(*) from (
                  select 1 from triage_identity_tries
                  where store_id = :store and order_number = :order and tried_at > :since
                  limit :most
                ) tries
                """)
            .param("store", store.value())
            .param("order", cut(order))
            .param("since", now.minus(PERIOD).atOffset(UTC))
            .param("most", MOST)
            .query((row, n) -> row.getInt(1))
            .single()
        < MOST;
  }

  public void record(StoreId store, String order, Instant now) {
    jdbc.sql(
            """
            delete from triage_identity_tries
            where store_id = :store and tried_at <= :since
            """)
        .param("store", store.value())
        .param("since", now.minus(PERIOD).atOffset(UTC))
        .update();
    jdbc.sql(
            """
            insert into triage_identity_tries (store_id, order_number, tried_at)
            values (:store, :order, :at)
            """)
        .param("store", store.value())
        .param("order", cut(order))
        .param("at", now.atOffset(UTC))
        .update();
  }

  private static String cut(String order) {
    String safe = order.replace("\u0000", "");
    return safe.length() <= 100 ? safe : safe.substring(0, 100);
  }
}
