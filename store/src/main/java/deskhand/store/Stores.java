package deskhand.store;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// All stores of this installation.
@Component
public class Stores {
  private final StoresTable table;
  private final ChangeNumbers changes;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Stores(StoresTable table, ChangeNumbers changes, TransactionTemplate transaction, Clock clock) {
    this.table = table;
    this.changes = changes;
    this.transaction = transaction;
    this.clock = clock;
  }

  public StoreId create(Store.Profile profile, StoreMode mode) {
    return transaction.execute(status -> table.insert(profile, mode, clock.instant()));
  }

  public Optional<Store> find(StoreId id) {
    return table.find(id);
  }

  /// The store of that id; an unknown id is a broken caller.
  public Store get(StoreId id) {
    return find(id).orElseThrow(() -> new IllegalArgumentException("no store " + id));
  }

  public List<Store> all() {
    return table.all();
  }

  public void setMode(StoreId id, StoreMode mode) {
    transaction.executeWithoutResult(status -> {
      table.setMode(id, mode);
      changes.next(id);
    });
  }

  /// "Stop all automatic sending": from the commit of this call on, no replica claims an automatic
  /// message of the store.
  public void setStopped(StoreId id, boolean stopped) {
    transaction.executeWithoutResult(status -> {
      table.setStopped(id, stopped);
      changes.next(id);
    });
  }
}
