package deskhand.conversations.threads;

import deskhand.conversations.ConversationId;
import deskhand.store.ChangeNumbers;
import deskhand.store.StoreId;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The conversations that a transaction changed. They get the store's next change number once, as
/// the transaction's last statements, however many calls it joined.
@Component
public class Touched {
  private final ChangeNumbers numbers;
  private final JdbcClient jdbc;

  Touched(ChangeNumbers numbers, JdbcClient jdbc) {
    this.numbers = numbers;
    this.jdbc = jdbc;
  }

  public void conversation(StoreId store, ConversationId conversation) {
    ofThisTransaction(store).add(conversation.value());
  }

  /// Something of the store changed that belongs to no conversation.
  public void store(StoreId store) {
    ofThisTransaction(store);
  }

  private SortedSet<Long> ofThisTransaction(StoreId store) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      throw new IllegalStateException("conversations change in transactions alone");
    }
    return TransactionSynchronizationManager.getSynchronizations().stream()
        .filter(synchronization -> synchronization instanceof Numbering)
        .map(synchronization -> (Numbering) synchronization)
        .findFirst()
        .orElseGet(() -> {
          Numbering fresh = new Numbering();
          TransactionSynchronizationManager.registerSynchronization(fresh);
          return fresh;
        })
        .changed
        .computeIfAbsent(store.value(), id -> new TreeSet<>());
  }

  private final class Numbering implements TransactionSynchronization, Ordered {
    /// By store, in the order of ids, so that two transactions lock counters in the same order.
    private final SortedMap<Long, SortedSet<Long>> changed = new TreeMap<>();

    @Override
    public int getOrder() {
      return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      changed.forEach((store, conversations) -> {
        long number = numbers.next(new StoreId(store));
        if (!conversations.isEmpty()) {
          jdbc.sql(
                  """
                  update conversations
                  set change_number = :number
                  where store_id = :store and conversation_id in (:conversations)
                  """)
              .param("number", number)
              .param("store", store)
              .param("conversations", conversations)
              .update();
        }
      });
    }
  }
}
