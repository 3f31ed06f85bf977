package deskhand.conversations;

import java.util.List;

/// What a line of a conversation is.
public sealed interface Entry {

  /// A message that came in.
  ///
  /// @param reasons why the kind is what it is, and what was odd in reading it
  /// @param silent of an import: never answered, notified or escalated
  record Incoming(Kind kind, List<String> reasons, Proven proven, boolean silent)
      implements Entry {
    public Incoming {
      reasons = List.copyOf(reasons);
    }
  }

  /// A message that goes or went out.
  ///
  /// @param key the business key; empty for a message of the past
  record Outgoing(Purpose purpose, String key) implements Entry {}

  /// Seen by the store's people alone.
  record Note() implements Entry {}

  /// Something happened to the conversation; the message's author did it.
  ///
  /// @param detail a reason, an agent's number or an address, depending on `what`; may be empty
  record Event(What what, String detail) implements Entry {
    public enum What {
      /// Detail: the agent's number.
      ASSIGNED,
      UNASSIGNED,
      /// Detail: why.
      ESCALATED,
      CLOSED,
      REOPENED,
      /// Detail: until when (ISO 8601, UTC).
      SNOOZED,
      WOKE_UP,
      SPAM,
      HANDED_BACK,
      /// Detail: the number of the conversation that the message named without taking part in it.
      LINKED,
      /// Detail: the rule, a colon, and its reason.
      REFUSED,
      /// Detail: why.
      FAILED,
      /// Detail: why.
      IN_DOUBT,
      TAKEN_BACK,
      /// A person had a message in doubt, or one that failed, sent again.
      SENT_AGAIN,
      /// A person knows that a message in doubt arrived.
      CONFIRMED,
      /// Detail: the recipient's address, a space, and the status code.
      BOUNCED,
      /// Detail: the recipient's address.
      COMPLAINED
    }
  }
}
