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
  private static final int LONGEST_LIST = 200;

  private final OrdersImport importing;
  private final OrderSearch search;
  private final OrdersTable table;
  private final ShopFolders folders;

  Orders(OrdersImport importing, OrderSearch search, OrdersTable table, ShopFolders folders) {
    this.importing = importing;
    this.search = search;
    this.table = table;
    this.folders = folders;
  }

  /// Mirrors all orders of a shop, a few hundred in each transaction; the first import of a store
  /// publishes no events, also where it is broken off and begun again.
  public OrdersImported importFrom(StoreId store, Shop shop) {
    return importing.all(store, shop);
  }

  /// Mirrors `orders.jsonl` of a shop folder (golden/FORMAT.md).
  public OrdersImported importFolder(StoreId store, Path folder) {
    return importing.all(store, folders.open(folder));
  }

  /// Mirrors one order as it stands now, never backwards in time, and publishes what changed since
  /// the store was connected. Joins the caller's transaction where there is one.
  public void mirror(StoreId store, Order order) {
    importing.one(store, order);
  }

  /// The order of that number in any spelling: `#1042`, `1042`, `LP 1042`, `no. lp-1042`; empty
  /// where it could be more than one.
  public Optional<Order> find(StoreId store, String number) {
    return search.find(store, number);
  }

  /// The newest 50 orders of that address, newest first.
  public List<Order> ofAddress(StoreId store, EmailAddress address) {
    return table.ofAddress(store, address);
  }

  /// The newest orders of the store, newest first.
  ///
  /// @param count 200 at most
  public List<Order> newest(StoreId store, int count) {
    return table.newest(store, Math.clamp(count, 0, LONGEST_LIST));
  }

  /// The order whose parcel has that tracking number, in any spelling.
  public Optional<Order> byTracking(StoreId store, String trackingNumber) {
    return search.byTracking(store, trackingNumber);
  }

  /// Numbers in a text that look like this store's order numbers (whether or not such an order
  /// exists), each once, in the store's own spelling, in the order they stand there; 20 at most.
  public List<String> numbersIn(StoreId store, String text) {
    return search.numbersIn(store, text);
  }

  /// Tracking numbers in a text, by the carriers' patterns and check digits, each once, in the
  /// order they stand there; 20 at most.
  public List<TrackingNumber> trackingNumbersIn(String text) {
    return TrackingNumbers.in(text);
  }

  /// The same, and what no carrier's pattern fits but is the number of a parcel of this store.
  public List<TrackingNumber> trackingNumbersIn(StoreId store, String text) {
    return search.trackingNumbersIn(store, text);
  }
}
