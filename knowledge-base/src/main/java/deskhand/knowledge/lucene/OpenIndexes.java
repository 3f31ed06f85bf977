package deskhand.knowledge.lucene;

import deskhand.store.StoreId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The indexes that are open: opened on use, closed after 15 idle minutes, at most 50 beside those
/// in use.
final class OpenIndexes {
  private static final Duration IDLE = Duration.ofMinutes(15);
  private static final int MOST = 50;

  private final Function<StoreId, StoreIndex> make;
  private final Clock clock;
  private final Map<StoreId, Use> open = new LinkedHashMap<>(16, 0.75f, true);

  OpenIndexes(Function<StoreId, StoreIndex> make, Clock clock) {
    this.make = make;
    this.clock = clock;
  }

  private static final class Use {
    final StoreIndex index;
    int users;
    Instant last;

    Use(StoreIndex index, Instant last) {
      this.index = index;
      this.last = last;
    }
  }

  /// Lends the index of a store; it stays open until the work is done.
  <T> T with(StoreId store, Function<StoreIndex, T> work) {
    StoreIndex index = take(store);
    try {
      return work.apply(index);
    } finally {
      give(store);
    }
  }

  /// Closes what nobody has used for a while.
  void closeIdle() {
    close(use -> use.last.plus(IDLE).isBefore(clock.instant()), 0);
  }

  void closeAll() {
    close(use -> true, 0);
  }

  synchronized int count() {
    return open.size();
  }

  private synchronized StoreIndex take(StoreId store) {
    Use use = open.computeIfAbsent(store, id -> new Use(make.apply(id), clock.instant()));
    use.users++;
    return use.index;
  }

  private void give(StoreId store) {
    synchronized (this) {
      Use use = open.get(store);
      if (use != null) {
        use.users--;
        use.last = clock.instant();
      }
    }
    close(use -> true, MOST);
  }

  /// Closes those that may be closed, least recently used first, as long as there are more than
  /// `keep`.
  private synchronized void close(java.util.function.Predicate<Use> which, int keep) {
    List<StoreIndex> closing = new ArrayList<>();
    Iterator<Use> all = open.values().iterator();
    int size = open.size();
    while (all.hasNext() && size > keep) {
      Use use = all.next();
      if (use.users == 0 && which.test(use)) {
        all.remove();
        size--;
        closing.add(use.index);
      }
    }
    closing.forEach(StoreIndex::close);
  }
}
