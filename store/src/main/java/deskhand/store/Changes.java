package deskhand.store;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Tells listeners in this program that a store's change number rose, whichever replica raised it.
///
/// The counters are read every second; a hint (from a commit here, or by NOTIFY from another
/// replica) only shortens the wait. Hints within 50 ms are joined.
@Component
public class Changes implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Changes.class);
  private static final long POLL_MILLIS = 1_000;
  private static final long JOIN_MILLIS = 50;

  private final StoresTable table;
  private final JdbcClient jdbc;
  private final Map<StoreId, CopyOnWriteArrayList<LongConsumer>> listeners =
      new ConcurrentHashMap<>();
  private final Map<StoreId, Long> seen = new ConcurrentHashMap<>();
  private final Set<StoreId> hinted = ConcurrentHashMap.newKeySet();
  private final Semaphore wake = new Semaphore(0);
  private volatile boolean running;

  Changes(StoresTable table, JdbcClient jdbc) {
    this.table = table;
    this.jdbc = jdbc;
  }

  /// Calls the listener with each new number of the store, never twice with the same, on a thread
  /// of its own; close the result to end it. The listener must not block.
  public AutoClosing listen(StoreId store, LongConsumer listener) {
    listeners.computeIfAbsent(store, id -> new CopyOnWriteArrayList<>()).add(listener);
    return () -> listeners.getOrDefault(store, new CopyOnWriteArrayList<>()).remove(listener);
  }

  /// The last number of a store as it stands in the database now.
  public long current(StoreId store) {
    return table.change(store);
  }

  /// A resource whose end cannot fail.
  public interface AutoClosing extends AutoCloseable {
    @Override
    void close();
  }

  /// The store has a new number, as far as the caller knows; what the counters say decides.
  void hint(StoreId store) {
    hinted.add(store);
    wake.release();
  }

  /// Another replica says that something changed.
  void hintFromAfar() {
    wake.release();
  }

  @Override
  public void start() {
    running = true;
    Thread.ofVirtual().name("changes").start(this::follow);
  }

  @Override
  public void stop() {
    running = false;
    wake.release();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void follow() {
    while (running) {
      try {
        if (wake.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
          TimeUnit.MILLISECONDS.sleep(JOIN_MILLIS);
          wake.drainPermits();
        }
        if (!running) {
          return;
        }
        announce();
        table.changes().forEach(change -> tell(change.store(), change.number()));
      } catch (InterruptedException end) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException broken) {
        if (running) {
          log.warn("changes not read; trying again in a second", broken);
        }
      }
    }
  }

  private void announce() {
    if (!hinted.isEmpty()) {
      hinted.clear();
      jdbc.sql("select pg_notify('deskhand_changes', '')").query((row, n) -> true).single();
    }
  }

  private void tell(StoreId store, long number) {
    Long before = seen.put(store, number);
    if (before == null || before < number) {
      for (LongConsumer listener : listeners.getOrDefault(store, new CopyOnWriteArrayList<>())) {
        try {
          listener.accept(number);
        } catch (RuntimeException broken) {
          log.warn("a listener of store={} failed", store, broken);
        }
      }
    }
  }
}
