package deskhand.conversations;

import deskhand.store.EmailAddress;
import deskhand.store.StoreId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// A thread of messages with one customer, as it stands.
///
/// @param about what it is about, where that is known
/// @param handling who has it
/// @param times when things happened
public record Conversation(
    StoreId store, ConversationId id, Party party, About about, Handling handling, Times times) {

  /// With whom, and by which way.
  public record Party(
      CustomerId customer,
      String name,
      Optional<EmailAddress> address,
      ChannelKind channel,
      Proven proven) {}

  /// @param subject of the first message, without "Re:"
  /// @param topic the main intent, such as `order/status`; empty where it is not known yet
  public record About(String subject, String topic, Set<Reference> references, Set<String> tags) {}

  /// @param escalated waits for a person
  /// @param personHasIt a person replied, joined or is assigned: the assistant only suggests until
  ///   it is closed or handed back
  public record Handling(
      State state, Optional<AgentId> assignee, boolean escalated, boolean personHasIt) {}

  /// @param snoozedUntil where it is snoozed
  public record Times(Instant startedAt, Instant lastAt, Optional<Instant> snoozedUntil) {}

  /// Where a conversation stands in the inbox.
  public enum State {
    OPEN,
    WAITING,
    SNOOZED,
    CLOSED,
    SPAM
  }
}
