package deskhand.conversations;

import deskhand.store.StoreId;

/// A message could not be delivered, for good, or nobody knows whether it was.
public record DeliveryFailed(StoreId store, MessageId message, boolean inDoubt, String reason) {}
