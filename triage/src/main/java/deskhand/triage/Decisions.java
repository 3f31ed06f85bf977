package deskhand.triage;

import deskhand.conversations.ConversationId;
import deskhand.conversations.MessageId;
import deskhand.store.StoreId;
import java.util.List;

/// The decisions that were taken, so that "why" stands beside each answer.
public interface Decisions {
  /// The newest 50 of a conversation, newest first.
  List<Decided> of(StoreId store, ConversationId conversation);

  /// Erases what was kept about a message: its own words are in no decision, but drafts may repeat
  /// what it was about.
  void forget(StoreId store, MessageId message);
}
