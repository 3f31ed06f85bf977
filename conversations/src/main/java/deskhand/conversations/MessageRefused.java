package deskhand.conversations;

import deskhand.store.StoreId;
import java.util.Optional;

/// A rule refused a message at its delivery. Published in the transaction that records it.
public record MessageRefused(
    StoreId store,
    MessageId message,
    Optional<ConversationId> conversation,
    String rule,
    String reason) {}
