package deskhand.conversations.threads;

import static java.time.ZoneOffset.UTC;

import deskhand.conversations.CustomerId;
import deskhand.store.EmailAddress;
import deskhand.store.StoreId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `customers` and `customer_addresses`.
@Component
public class CustomersTable {
  private final JdbcClient jdbc;

  CustomersTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<CustomerId> find(StoreId store, EmailAddress address) {
    return jdbc.sql(
            """
            select customer_id
            from customer_addresses
            where store_id = :store and address = :address
            """)
        .param("store", store.value())
        .param("address", address.value())
        .query((row, n) -> new CustomerId(row.getLong("customer_id")))
        .optional();
  }

  /// The customer of that address, made where there is none; of two transactions that make it at
  /// the same time the second waits for the first.
  public CustomerId findOrAdd(StoreId store, EmailAddress address, String name, Instant at) {
    return find(store, address)
        .orElseGet(() -> {
          CustomerId fresh = add(store, name, at);
          int added =
              jdbc.sql(
                      """
                      insert into customer_addresses (store_id, address, customer_id)
                      values (:store, :address, :customer)
                      on conflict do nothing
                      """)
                  .param("store", store.value())
                  .param("address", address.value())
                  .param("customer", fresh.value())
                  .update();
          if (added == 1) {
            return fresh;
          }
          jdbc.sql("delete from customers where customer_id = :customer and store_id = :store")
              .param("customer", fresh.value())
              .param("store", store.value())
              .update();
          return find(store, address).orElseThrow();
        });
  }

  /// A customer without an address.
  public CustomerId add(StoreId store, String name, Instant at) {
    return jdbc.sql(
            """
            insert into customers (store_id, name, created_at)
            values (:store, :name, :at)
            returning customer_id
            """)
        .param("store", store.value())
        .param("name", StoredText.line(name, StoredText.LINE))
        .param("at", at.atOffset(UTC))
        .query((row, n) -> new CustomerId(row.getLong("customer_id")))
        .single();
  }
}
