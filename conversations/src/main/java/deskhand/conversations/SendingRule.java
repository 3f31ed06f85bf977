package deskhand.conversations;

import java.time.Instant;

/// A named rule at the one door out. Every rule is asked when a message is given to the door, and
/// again, outside any transaction and with facts read anew, right before it is delivered. All
/// verdicts stand in the ledger.
public interface SendingRule {
  /// Shown to people, such as `a person has it`.
  String name();

  /// The smaller, the earlier it is asked; the first that does not allow decides.
  default int order() {
    return 100;
  }

  Verdict judge(Dispatch dispatch, Instant now);

  /// What a rule says.
  sealed interface Verdict {
    record Allow() implements Verdict {}

    record Defer(Instant until, String reason) implements Verdict {}

    record Refuse(String reason) implements Verdict {}

    static Verdict allow() {
      return new Allow();
    }
  }
}
