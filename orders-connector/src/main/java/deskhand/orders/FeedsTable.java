package deskhand.orders;

import static java.time.ZoneOffset.UTC;

import deskhand.store.StoreId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `order_feeds`.
@Component
class FeedsTable {
  private final JdbcClient jdbc;

  FeedsTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Since when a store is connected.
  ///
  /// @param imported whether the first import is complete
  record Feed(Instant connectedAt, boolean imported) {
    boolean tells(ShopEvent event) {
      return imported && !event.at().isBefore(connectedAt);
    }
  }

  /// The store's feed; begun now where it has none, with a first import still to come.
  Feed begin(StoreId store, String maker, Instant now) {
    insert(store, maker, now, null);
    return of(store);
  }

  /// The store's feed; begun now where it has none, with no import before it.
  Feed beginWithoutImport(StoreId store, Instant now) {
    insert(store, "pushed", now, now);
    return of(store);
  }

  private void insert(StoreId store, String maker, Instant now, @Nullable Instant imported) {
    jdbc.sql(
            """
            insert into order_feeds (store_id, maker, connected_at, first_import_at)
            values (:store, :maker, :now, cast(:imported as timestamptz))
            on conflict (store_id) do nothing
            """)
        .param("store", store.value())
        .param("maker", maker)
        .param("now", now.atOffset(UTC))
        .param("imported", imported == null ? null : imported.atOffset(UTC))
        .update();
  }

  private Feed of(StoreId store) {
    return jdbc.sql(
            """
            select connected_at, first_import_at
            from order_feeds
            where store_id = :store
            """)
        .param("store", store.value())
        .query((row, n) ->
            new Feed(
                row.getTimestamp("connected_at").toInstant(),
                row.getTimestamp("first_import_at") != null))
        .single();
  }

  void firstImportDone(StoreId store, Instant now) {
    jdbc.sql(
            """
            update order_feeds
            set first_import_at = :now
            where store_id = :store and first_import_at is null
            """)
        .param("store", store.value())
        .param("now", now.atOffset(UTC))
        .update();
  }
}
