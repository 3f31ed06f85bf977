package deskhand.triage;

import java.util.List;
import java.util.Set;

/// What happens to the messages of a case.
public sealed interface Decision {
  Basis basis();

  /// Why, for a person to read.
  ///
  /// @param understanding what was understood
  /// @param confidence that the decision is right, 0 to 1
  /// @param reasons each guard's and step's word, in order
  /// @param orders the orders it is about
  record Basis(
      Understanding understanding, double confidence, List<String> reasons, Set<String> orders) {
    public Basis {
      reasons = List.copyOf(reasons);
      orders = Set.copyOf(orders);
    }
  }

  /// Goes to the customer without a person.
  record Answer(Basis basis, Reply reply) implements Decision {}

  /// Asks the customer for exactly what is missing.
  record Clarification(Basis basis, Reply reply) implements Decision {}

  /// Lies before a person; the customer hears nothing from it.
  record Suggestion(Basis basis, Reply draft) implements Decision {}

  /// Goes to a person.
  ///
  /// @param notice tells the customer what happens next; empty where they were told already or it
  ///   must not be said
  /// @param draft what a person could answer; may be empty
  record Escalation(Basis basis, Reply notice, Reply draft) implements Decision {}

  /// Nothing is sent.
  record NoReply(Basis basis) implements Decision {}
}
