package deskhand.orders;

import deskhand.store.ChangeNumbers;
import deskhand.store.StoreId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Brings the mirrored orders up to what the shop says, never backwards in time, and publishes what
/// changed in the same transaction.
@Component
class Mirror {
  private final OrdersTable orders;
  private final NumberShapesTable shapes;
  private final ChangeNumbers numbers;
  private final ApplicationEventPublisher publisher;

  Mirror(
      OrdersTable orders,
      NumberShapesTable shapes,
      ChangeNumbers numbers,
      ApplicationEventPublisher publisher) {
    this.orders = orders;
    this.shapes = shapes;
    this.numbers = numbers;
    this.publisher = publisher;
  }

  record Count(int added, int changed, int unchanged) {
    Count plus(Count other) {
      return new Count(added + other.added, changed + other.changed, unchanged + other.unchanged);
    }
  }

  /// Mirrors some orders; runs in the caller's transaction.
  Count mirror(StoreId store, FeedsTable.Feed feed, List<Order> read) {
    List<Long> touched = new ArrayList<>();
    List<String> added = new ArrayList<>();
    int unchanged = 0;
    List<Order> sorted =
        read.stream()
            .sorted(Comparator.comparing(order -> OrderNumber.key(order.number())))
            .toList();
    for (Order now : sorted) {
      Optional<OrdersTable.Row> known = orders.lock(store, OrderNumber.key(now.number()));
      if (known.isEmpty()) {
        Optional<Long> id = orders.insert(store, now);
        if (id.isPresent()) {
          touched.add(id.get());
          added.add(now.number());
          publish(feed, WhatHappened.between(store, Optional.empty(), now));
          continue;
        }
        known = orders.lock(store, OrderNumber.key(now.number()));
      }
      OrdersTable.Row before = known.orElseThrow();
      if (isNews(store, before, now)) {
        orders.update(store, before.id(), now);
        touched.add(before.id());
        publish(feed, WhatHappened.between(store, Optional.of(before.order()), now));
      } else {
        unchanged++;
      }
    }
    NumberShape.joined(added).forEach(shape -> shapes.learn(store, shape));
    if (!touched.isEmpty()) {
      orders.number(store, touched, numbers.next(store));
    }
    return new Count(added.size(), touched.size() - added.size(), unchanged);
  }

  private boolean isNews(StoreId store, OrdersTable.Row before, Order now) {
    if (now.times().readAt().isBefore(before.order().times().readAt())) {
      return false;
    }
    if (!OrderJson.withReadAt(now, before.order().times().readAt()).equals(before.order())) {
      return true;
    }
    orders.readAgain(store, before.id(), now.times().readAt());
    return false;
  }

  private void publish(FeedsTable.Feed feed, List<ShopEvent> events) {
    events.stream().filter(feed::tells).forEach(publisher::publishEvent);
  }
}
