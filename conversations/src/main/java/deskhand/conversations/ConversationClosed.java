package deskhand.conversations;

import deskhand.store.StoreId;

/// A conversation was closed.
public record ConversationClosed(StoreId store, ConversationId conversation) {}
