package deskhand.triage;

import deskhand.conversations.MessageId;
import deskhand.store.ChangeNumbers;
import deskhand.store.StoreId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// What a store's own people have taught: texts and the intent each has, also intents of their own.
/// An example that came from a customer's message names it, and is erased with it.
@Component
public class Examples {
  private static final int LONGEST_TEXT = 2_000;
  private static final int LONGEST_INTENT = 100;

  private final ExamplesTable table;
  private final ChangeNumbers changes;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Examples(
      ExamplesTable table, ChangeNumbers changes, TransactionTemplate transaction, Clock clock) {
    this.table = table;
    this.changes = changes;
    this.transaction = transaction;
    this.clock = clock;
  }

  /// How far a store's examples are; equal stamps mean equal examples.
  public record Stamp(long count, long newest) {}

  /// Adds an example; the same text of the same message takes the new intent.
  ///
  /// @param message that the text came from; empty where a person wrote it as an example
  public void learn(StoreId store, IntentClassifier.Example example, Optional<MessageId> message) {
    String text = cut(example.text().strip(), LONGEST_TEXT);
    if (text.isEmpty() || example.label().isBlank() || example.label().length() > LONGEST_INTENT) {
      throw new IllegalArgumentException("an example has a text and the name of an intent");
    }
    transaction.executeWithoutResult(status -> {
      table.put(store, text, example.label(), message, clock.instant());
      changes.next(store);
    });
  }

  /// The newest 20,000 of a store, oldest first.
  public List<IntentClassifier.Example> of(StoreId store) {
    return table.list(store);
  }

  public Stamp stamp(StoreId store) {
    return table.stamp(store);
  }

  /// Erases what came from that message.
  public void forget(StoreId store, MessageId message) {
    transaction.executeWithoutResult(status -> {
      if (table.delete(store, message) > 0) {
        changes.next(store);
      }
    });
  }

  private static String cut(String text, int most) {
    String safe = text.replace('\u0000', '\uFFFD');
    return safe.length() <= most ? safe : safe.substring(0, most);
  }
}
