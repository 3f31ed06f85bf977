package deskhand.orders;

import deskhand.store.StoreId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes over a whole shop or a single order, in transactions of bounded size.
@Component
class OrdersImport {
  private static final int AT_ONCE = 200;
  private static final int BROKEN_KEPT = 1_000;

  private final Mirror mirror;
  private final FeedsTable feeds;
  private final TransactionTemplate transaction;
  private final Clock clock;

  OrdersImport(Mirror mirror, FeedsTable feeds, TransactionTemplate transaction, Clock clock) {
    this.mirror = mirror;
    this.feeds = feeds;
    this.transaction = transaction;
    this.clock = clock;
  }

  OrdersImported all(StoreId store, Shop shop) {
    FeedsTable.Feed feed = begin(store, shop.maker());
    Mirror.Count count = new Mirror.Count(0, 0, 0);
    List<Shop.Row.Broken> broken = new ArrayList<>();
    List<Order> batch = new ArrayList<>();
    try (Stream<Shop.Row> rows = shop.orders()) {
      for (Iterator<Shop.Row> each = rows.iterator(); each.hasNext(); ) {
        switch (each.next()) {
          case Shop.Row.Read(Order order) -> batch.add(order);
          case Shop.Row.Broken row -> {
            if (broken.size() < BROKEN_KEPT) {
              broken.add(row);
            }
          }
        }
        if (batch.size() == AT_ONCE) {
          count = count.plus(mirror(store, feed, batch));
          batch.clear();
        }
      }
    }
    count = count.plus(mirror(store, feed, batch));
    transaction.executeWithoutResult(status -> feeds.firstImportDone(store, clock.instant()));
    return new OrdersImported(count.added(), count.changed(), count.unchanged(), broken);
  }

  /// A store that never imported is connected by its first order: what happened before that moment
  /// is told to nobody.
  void one(StoreId store, Order order) {
    transaction.executeWithoutResult(status ->
        mirror.mirror(store, feeds.beginWithoutImport(store, clock.instant()), List.of(order)));
  }

  private FeedsTable.Feed begin(StoreId store, String maker) {
    return inTransaction(() -> feeds.begin(store, maker, clock.instant()));
  }

  private Mirror.Count mirror(StoreId store, FeedsTable.Feed feed, List<Order> batch) {
    return inTransaction(() -> mirror.mirror(store, feed, batch));
  }

  private <T> T inTransaction(Supplier<T> work) {
    T done = transaction.execute(status -> work.get());
    return Objects.requireNonNull(done);
  }
}
