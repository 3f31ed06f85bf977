package deskhand.conversations;

import java.util.List;

/// A part of an outgoing text with what bears it; all sentences in order make the whole text.
public record Sentence(String text, List<Source> sources) {
  public Sentence {
    sources = List.copyOf(sources);
  }
}
