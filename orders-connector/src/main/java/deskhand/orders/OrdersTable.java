package deskhand.orders;

import static java.time.ZoneOffset.UTC;

import deskhand.store.EmailAddress;
import deskhand.store.StoreId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/// The rows of `orders` and `order_parcels`.
@Component
class OrdersTable {
  private final JdbcClient jdbc;

  OrdersTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Row(long id, Order order) {}

  /// The order of that number, locked until the transaction ends.
  Optional<Row> lock(StoreId store, String key) {
    return jdbc.sql(
            """
            select order_id, read_at, content
            from orders
            where store_id = :store and number_key = :key
            for update
            """)
        .param("store", store.value())
        .param("key", key)
        .query(OrdersTable::row)
        .optional();
  }

  /// The new row's id; empty where somebody else inserted that order first.
  Optional<Long> insert(StoreId store, Order order) {
    OrderNumber number = OrderNumber.of(order.number());
    Optional<Long> id =
        facts(
                jdbc.sql(
                    """
                    insert into orders (store_id, number, number_key, number_prefix, number_digits, email,
                      country, placed_at, cancelled_at, payment, fulfilment, total, currency, read_at, content)
                    values (:store, :number, :key, :prefix, :digits, :email,
                      :country, :placed, :cancelled, :payment, :fulfilment, :total, :currency, :read,
                      cast(:content as jsonb))
                    on conflict (store_id, number_key) do nothing
                    returning order_id
                    """),
                order)
            .param("store", store.value())
            .param("key", number.key())
            .param("prefix", number.serial().map(OrderNumber.Serial::prefix).orElse(null))
            .param("digits", number.serial().map(OrderNumber.Serial::bare).orElse(null))
            .query((row, n) -> row.getLong("order_id"))
            .optional();
    id.ifPresent(row -> parcels(store, row, order));
    return id;
  }

  void update(StoreId store, long id, Order order) {
    facts(
            jdbc.sql(
                """
                update orders
                set number = :number, email = :email, country = :country, placed_at = :placed,
                  cancelled_at = :cancelled, payment = :payment, fulfilment = :fulfilment, total = :total,
                  currency = :currency, read_at = :read, content = cast(:content as jsonb)
                where store_id = :store and order_id = :id
                """),
            order)
        .param("store", store.value())
        .param("id", id)
        .update();
    jdbc.sql("delete from order_parcels where store_id = :store and order_id = :id")
        .param("store", store.value())
        .param("id", id)
        .update();
    parcels(store, id, order);
  }

  /// The shop said again that the order stands so.
  void readAgain(StoreId store, long id, Instant readAt) {
    jdbc.sql("update orders set read_at = :read where store_id = :store and order_id = :id")
        .param("store", store.value())
        .param("id", id)
        .param("read", readAt.atOffset(UTC))
        .update();
  }

  void number(StoreId store, Collection<Long> ids, long change) {
    jdbc.sql(
            """
            update orders
            set change_number = :change
            where store_id = :store and order_id in (:ids)
            """)
        .param("store", store.value())
        .param("change", change)
        .param("ids", ids)
        .update();
  }

  Optional<Order> byKey(StoreId store, String key) {
    return jdbc.sql(
            """
            select order_id, read_at, content
            from orders
            where store_id = :store and number_key = :key
            """)
        .param("store", store.value())
        .param("key", key)
        .query(OrdersTable::row)
        .optional()
        .map(Row::order);
  }

  /// Up to two orders with those digits, leading zeros left out.
  List<Order> byDigits(StoreId store, String digits) {
    return jdbc
        .sql(
            """
            select order_id, read_at, content
            from orders
            where store_id = :store and number_digits = :digits
            order by order_id
            limit 2
            """)
        .param("store", store.value())
        .param("digits", digits)
        .query(OrdersTable::row)
        .list()
        .stream()
        .map(Row::order)
        .toList();
  }

  List<Order> ofAddress(StoreId store, EmailAddress address) {
    return jdbc
        .sql(
            """
            select order_id, read_at, content
            from orders
            where store_id = :store and email = :email
            order by placed_at desc, order_id desc
            limit 50
            """)
        .param("store", store.value())
        .param("email", address.value())
        .query(OrdersTable::row)
        .list()
        .stream()
        .map(Row::order)
        .toList();
  }

  List<Order> newest(StoreId store, int count) {
    return jdbc
        .sql(
            """
            select order_id, read_at, content
            from orders
            where store_id = :store
            order by placed_at desc, order_id desc
            limit :count
            """)
        .param("store", store.value())
        .param("count", count)
        .query(OrdersTable::row)
        .list()
        .stream()
        .map(Row::order)
        .toList();
  }

  Optional<Order> byTracking(StoreId store, String trackingKey) {
    return jdbc.sql(
            """
            select order_id, read_at, content
            from orders
            where store_id = :store
              and order_id in (
                select order_id
                from order_parcels
                where store_id = :store and tracking_key = :key)
            order by placed_at desc, order_id desc
            limit 1
            """)
        .param("store", store.value())
        .param("key", trackingKey)
        .query(OrdersTable::row)
        .optional()
        .map(Row::order);
  }

  /// Which of those keys are tracking numbers of the store's parcels, with their carriers.
  List<Tracked> tracked(StoreId store, Collection<String> keys) {
    return jdbc.sql(
            """
            select distinct tracking_key, carrier
            from order_parcels
            where store_id = :store and tracking_key in (:keys)
            limit 100
            """)
        .param("store", store.value())
        .param("keys", keys)
        .query((row, n) -> new Tracked(row.getString("tracking_key"), row.getString("carrier")))
        .list();
  }

  record Tracked(String key, String carrier) {}

  private void parcels(StoreId store, long id, Order order) {
    for (Shipment parcel : order.contents().shipments()) {
      jdbc.sql(
              """
              insert into order_parcels (order_id, store_id, shipment, carrier, tracking_key, status,
                shipped_at, delivered_at)
              values (:id, :store, :shipment, :carrier, :tracking, :status, :shipped, :delivered)
              on conflict (order_id, shipment) do nothing
              """)
          .param("id", id)
          .param("store", store.value())
          .param("shipment", parcel.id())
          .param("carrier", parcel.tracking().carrier())
          .param("tracking", parcel.tracking().number().map(OrderNumber::key).orElse(null))
          .param("status", parcel.status().name())
          .param("shipped", parcel.shippedAt().map(at -> at.atOffset(UTC)).orElse(null))
          .param("delivered", parcel.deliveredAt().map(at -> at.atOffset(UTC)).orElse(null))
          .update();
    }
  }

  private static StatementSpec facts(StatementSpec statement, Order order) {
    Optional<OffsetDateTime> cancelled = order.times().cancelledAt().map(at -> at.atOffset(UTC));
    return statement
        .param("number", order.number())
        .param("email", order.buyer().email().value())
        .param("country", order.buyer().shippingAddress().map(Order.Address::country).orElse(""))
        .param("placed", order.times().placedAt().atOffset(UTC))
        .param("cancelled", cancelled.orElse(null))
        .param("payment", order.status().payment().name())
        .param("fulfilment", order.status().fulfilment().name())
        .param("total", order.money().total().amount())
        .param("currency", order.money().total().currency().getCurrencyCode())
        .param("read", order.times().readAt().atOffset(UTC))
        .param("content", OrderJson.write(order));
  }

  private static Row row(ResultSet row, int n) throws SQLException {
    return new Row(
        row.getLong("order_id"),
        OrderJson.read(row.getString("content"), row.getTimestamp("read_at").toInstant()));
  }
}
