package deskhand.store;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `stores` and their counters.
@Component
class StoresTable {
  private final JdbcClient jdbc;

  StoresTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  StoreId insert(Store.Profile profile, StoreMode mode, Instant at) {
    long id =
        jdbc.sql(
                """
                insert into stores (name, domain, support_address, country, zone, language, currency,
                  opening_hours, mode, created_at)
                values (:name, :domain, :support, :country, :zone, :language, :currency,
                  cast(:hours as jsonb), :mode, :at)
                returning store_id
                """)
            .param("name", profile.name())
            .param("domain", profile.domain())
            .param("support", profile.supportAddress().value())
            .param("country", profile.country())
            .param("zone", profile.habits().zone().getId())
            .param("language", profile.habits().language().toLanguageTag())
            .param("currency", profile.habits().currency().getCurrencyCode())
            .param("hours", OpeningHoursJson.write(profile.habits().hours()))
            .param("mode", mode.name())
            .param("at", at.atOffset(UTC))
            .query((row, n) -> row.getLong("store_id"))
            .single();
    jdbc.sql("insert into store_counters (store_id) values (:id)").param("id", id).update();
    return new StoreId(id);
  }

  Optional<Store> find(StoreId id) {
    return jdbc.sql("select * from stores where store_id = :id")
        .param("id", id.value())
        .query(StoresTable::store)
        .optional();
  }

  /// All stores, oldest first; an installation holds tens of stores, and never more than 1,000 are
  /// read.
  List<Store> all() {
    return jdbc.sql("select * from stores order by store_id limit 1000")
        .query(StoresTable::store)
        .list();
  }

  void setMode(StoreId id, StoreMode mode) {
    jdbc.sql("update stores set mode = :mode where store_id = :id")
        .param("id", id.value())
        .param("mode", mode.name())
        .update();
  }

  void setStopped(StoreId id, boolean stopped) {
    jdbc.sql("update stores set stopped = :stopped where store_id = :id")
        .param("id", id.value())
        .param("stopped", stopped)
        .update();
  }

  long nextChange(StoreId id) {
    return jdbc.sql(
            """
            update store_counters
            set change_number = change_number + 1
            where store_id = :id
            returning change_number
            """)
        .param("id", id.value())
        .query((row, n) -> row.getLong("change_number"))
        .single();
  }

  long change(StoreId id) {
    return jdbc.sql("select change_number from store_counters where store_id = :id")
        .param("id", id.value())
        .query((row, n) -> row.getLong("change_number"))
        .single();
  }

  /// The last number of every store.
  List<Change> changes() {
    return jdbc.sql("select store_id, change_number from store_counters limit 1000")
        .query((row, n) ->
            new Change(new StoreId(row.getLong("store_id")), row.getLong("change_number")))
        .list();
  }

  record Change(StoreId store, long number) {}

  private static Store store(ResultSet row, int n) throws SQLException {
    Store.Habits habits =
        new Store.Habits(
            ZoneId.of(row.getString("zone")),
            Locale.forLanguageTag(row.getString("language")),
            Currency.getInstance(row.getString("currency")),
            OpeningHoursJson.read(row.getString("opening_hours")));
    Store.Profile profile =
        new Store.Profile(
            row.getString("name"),
            row.getString("domain"),
            new EmailAddress(row.getString("support_address")),
            row.getString("country"),
            habits);
    return new Store(
        new StoreId(row.getLong("store_id")),
        profile,
        StoreMode.valueOf(row.getString("mode")),
        row.getBoolean("stopped"));
  }
}
