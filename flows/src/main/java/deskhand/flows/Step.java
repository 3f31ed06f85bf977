package deskhand.flows;

import java.time.Duration;

/// One step of a flow.
public sealed interface Step {
  /// Waits until so long after something.
  ///
  /// @param giveUpAfter how long after the run's start the something may still be missing
  record Wait(Duration length, Anchor anchor, Duration giveUpAfter) implements Step {}

  /// Waits for as long as something is so, until sending would be too late.
  record Hold(Condition condition, Duration lookAgainAfter) implements Step {
    public Hold {
      if (lookAgainAfter.compareTo(Duration.ofMinutes(1)) < 0) {
        throw new IllegalArgumentException("a hold looks again after a minute at the earliest");
      }
    }
  }

  /// Sends one of the flow's letters.
  record Send(String letter) implements Step {}

  /// From when a wait counts.
  enum Anchor {
    /// What began the run.
    START,
    /// The delivery of the order's last parcel, where every parcel was delivered and nothing is
    /// still to come.
    LAST_DELIVERY
  }
}
