package deskhand.conversations;

import deskhand.store.StoreId;

/// A message was delivered.
public record MessageSent(StoreId store, MessageId message, Purpose purpose, String key) {}
