package deskhand.conversations;

/// A way out to the customer. What comes in through it is given to [Conversations#receive].
public interface Channel {
  ChannelKind kind();

  /// Hands one message over; called outside any transaction, at most once for each attempt.
  Delivered deliver(Dispatch dispatch);

  /// Whether handing the same message over twice has the effect of once: then an attempt that the
  /// program's end cut short is simply repeated.
  default boolean safeToRepeat() {
    return false;
  }

  /// How handing over went.
  sealed interface Delivered {
    /// The other side has it.
    record Sent() implements Delivered {}

    /// Refused for good.
    record Failed(String reason) implements Delivered {}

    /// Not now; worth another try.
    record Postponed(String reason) implements Delivered {}

    /// Nobody knows whether the other side has it; never sent again by itself.
    record InDoubt(String reason) implements Delivered {}
  }
}
