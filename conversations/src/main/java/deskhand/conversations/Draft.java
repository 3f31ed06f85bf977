package deskhand.conversations;

import java.time.Instant;
import java.util.List;

/// What the assistant would send: shown to a person, who sends, edits or drops it.
///
/// @param reasons why it was not sent by itself
public record Draft(String text, List<Sentence> sentences, List<String> reasons, Instant at) {
  public Draft {
    sentences = List.copyOf(sentences);
    reasons = List.copyOf(reasons);
  }
}
