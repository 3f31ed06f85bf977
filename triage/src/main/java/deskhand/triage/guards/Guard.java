package deskhand.triage.guards;

import deskhand.triage.Situation;
import java.util.Optional;
import java.util.function.Function;

/// A named rule that can keep the assistant from answering.
public record Guard(String name, Function<Situation, Optional<Verdict>> rule) {

  /// What a guard says; none is a word of consent.
  public sealed interface Verdict {
    String reason();

    /// Nothing is sent and nobody needs to look.
    record Silence(String reason, String intent) implements Verdict {}

    /// A person looks at it, and the sender is told nothing.
    record Quiet(String reason) implements Verdict {}

    /// A person takes it, and the customer is told.
    record Person(String reason) implements Verdict {}

    /// The text gives orders: what else it asks may be answered, the rest is for a person; a
    /// stranger who chats is asked once what they want.
    record Hostile(String reason) implements Verdict {}

    /// The assistant may only lay a draft before the people.
    record SuggestOnly(String reason) implements Verdict {}
  }

  Optional<Verdict> judge(Situation situation) {
    return rule.apply(situation);
  }

  static Optional<Verdict> when(boolean holds, Verdict verdict) {
    return holds ? Optional.of(verdict) : Optional.empty();
  }
}
