package deskhand.store;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Gives each change of a store its number, rising by one in the order of commits.
///
/// The counter's row stays locked until the transaction ends: take the number as the last thing of
/// a transaction, and once.
@Component
public class ChangeNumbers {
  private final StoresTable table;
  private final Changes changes;

  ChangeNumbers(StoresTable table, Changes changes) {
    this.table = table;
    this.changes = changes;
  }

  /// The number of the change that this transaction makes; those who watch the store hear of it
  /// after the commit.
  public long next(StoreId store) {
    long number = table.nextChange(store);
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              changes.hint(store);
            }
          });
    } else {
      changes.hint(store);
    }
    return number;
  }
}
