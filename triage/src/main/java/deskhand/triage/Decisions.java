package deskhand.triage;

import deskhand.conversations.ConversationId;
import deskhand.conversations.MessageId;
import deskhand.store.StoreId;
import java.util.List;
import org.springframework.stereotype.Component;

/// The decisions that were taken, so that "why" stands beside each answer.
@Component
public class Decisions {
  private final DecisionsTable table;

  Decisions(DecisionsTable table) {
    this.table = table;
  }

  /// The newest 50 of a conversation, newest first.
  public List<Decided> of(StoreId store, ConversationId conversation) {
    return table.of(store, conversation);
  }

  /// Erases what was kept about a message: its own words are in no decision, but drafts may repeat
  /// what it was about.
  public void forget(StoreId store, MessageId message) {
    table.forget(store, message);
  }
}
