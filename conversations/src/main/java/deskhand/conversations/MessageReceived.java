package deskhand.conversations;

import deskhand.store.StoreId;
import java.time.Instant;

/// A message was stored. Published in the transaction that stores it: a listener may only insert
/// and schedule.
public record MessageReceived(
    StoreId store,
    ConversationId conversation,
    MessageId message,
    ChannelKind channel,
    Kind kind,
    Instant at) {}
