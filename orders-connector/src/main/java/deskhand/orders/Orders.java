package deskhand.orders;

import deskhand.store.EmailAddress;
import deskhand.store.StoreId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The store's orders, mirrored from its shop.
@Component
public class Orders {

  /// Mirrors all orders of a shop; the first import of a store publishes no events.
  public OrdersImported importFrom(StoreId store, Shop shop) {
    throw new UnsupportedOperationException("being built");
  }

  /// Mirrors `orders.jsonl` of a shop folder (golden/FORMAT.md).
  public OrdersImported importFolder(StoreId store, Path folder) {
    throw new UnsupportedOperationException("being built");
  }

  /// Mirrors one order as it stands now, never backwards in time, and publishes what changed.
  public void mirror(StoreId store, Order order) {
    throw new UnsupportedOperationException("being built");
  }

  /// The order of that number in any spelling: `#1042`, `1042`, `LP 1042`, `no. lp-1042`.
  public Optional<Order> find(StoreId store, String number) {
    throw new UnsupportedOperationException("being built");
  }

  /// The newest 50 orders of that address, newest first.
  public List<Order> ofAddress(StoreId store, EmailAddress address) {
    throw new UnsupportedOperationException("being built");
  }

  /// The order whose parcel has that tracking number, in any spelling.
  public Optional<Order> byTracking(StoreId store, String trackingNumber) {
    throw new UnsupportedOperationException("being built");
  }

  /// Numbers in a text that look like this store's order numbers (whether or not such an order
  /// exists), in the order they stand there.
  public List<String> numbersIn(StoreId store, String text) {
    throw new UnsupportedOperationException("being built");
  }

  /// Tracking numbers in a text.
  public List<TrackingNumber> trackingNumbersIn(String text) {
    throw new UnsupportedOperationException("being built");
  }
}
