package deskhand.triage;

import deskhand.conversations.MessageId;
import deskhand.conversations.Sentence;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// A decision as it is kept: what was decided about which messages, and why.
///
/// @param about the messages, oldest first
/// @param what came of it
/// @param sentences what was sent, or the draft, each with its sources
public record Decided(
    long id, List<MessageId> about, Result what, List<Sentence> sentences, Instant at) {
  public Decided {
    about = List.copyOf(about);
    sentences = List.copyOf(sentences);
  }

  /// @param outcome `answer`, `clarify`, `suggest`, `escalate` or `no_reply`
  /// @param intent the main one
  /// @param confidence that the decision is right, 0 to 1
  /// @param further other intents
  /// @param reasons each guard's and step's word, in order
  /// @param orders that it is about
  public record Result(
      String outcome,
      String intent,
      double confidence,
      List<String> further,
      List<String> reasons,
      Set<String> orders) {
    public Result {
      further = List.copyOf(further);
      reasons = List.copyOf(reasons);
      orders = Set.copyOf(orders);
    }
  }
}
