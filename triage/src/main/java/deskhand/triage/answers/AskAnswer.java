package deskhand.triage.answers;

import deskhand.triage.Reply;
import java.util.List;
import java.util.Set;

/// What came of one question.
public sealed interface AskAnswer {
  String reason();

  /// It can be answered.
  ///
  /// @param confidence that this is the right answer, 0 to 1
  record Said(List<Reply.Part> parts, double confidence, Set<String> orders, String reason)
      implements AskAnswer {
    public Said {
      parts = List.copyOf(parts);
      orders = Set.copyOf(orders);
    }
  }

  /// Something is missing that only the customer knows.
  ///
  /// @param template that asks for it
  record Missing(String template, String reason) implements AskAnswer {}

  /// A person has to answer it.
  ///
  /// @param draft what could be said nevertheless; may be empty
  record ForPerson(List<Reply.Part> draft, Set<String> orders, String reason) implements AskAnswer {
    public ForPerson {
      draft = List.copyOf(draft);
      orders = Set.copyOf(orders);
    }
  }

  /// Nothing need be said to it.
  record Nothing(String reason) implements AskAnswer {}

  static ForPerson person(String reason) {
    return new ForPerson(List.of(), Set.of(), reason);
  }
}
