package deskhand.server.inbox;

import deskhand.conversations.Sentence;
import deskhand.server.inbox.Line.Paragraph;
import deskhand.server.inbox.Line.Phrase;
import java.util.ArrayList;
import java.util.List;

/// Cuts a text into paragraphs and lines; every sentence keeps the numbers of its sources.
final class Paragraphs {
  private final List<Paragraph> done = new ArrayList<>();
  private List<Phrase> current = new ArrayList<>();
  private int breaks;

  private Paragraphs() {}

  static List<Paragraph> of(String text) {
    Paragraphs paragraphs = new Paragraphs();
    paragraphs.add(text, List.of());
    return paragraphs.end();
  }

  /// The text, in which each sentence keeps its sources; what stands between them has none. A
  /// sentence that is not found in the text is left out of it.
  static List<Paragraph> of(String text, List<Sentence> sentences, Numbered numbered) {
    Paragraphs paragraphs = new Paragraphs();
    int done = 0;
    for (Sentence sentence : sentences) {
      String words = sentence.text().strip();
      int from = text.indexOf(words, done);
      if (from >= 0 && !words.isEmpty()) {
        paragraphs.add(text.substring(done, from), List.of());
        paragraphs.add(words, numbered.numbers(sentence));
        done = from + words.length();
      }
    }
    paragraphs.add(text.substring(done), List.of());
    return paragraphs.end();
  }

  /// A line break may stand at the end of one sentence, at the beginning of the next, or be one of
  /// its own.
  private void add(String text, List<Integer> sources) {
    for (String line : text.replace("\r", "").splitWithDelimiters("\n", -1)) {
      if (line.equals("\n")) {
        breaks++;
      } else if (!line.isBlank()) {
        if (breaks > 1) {
          close();
        }
        current.add(new Phrase(line.strip(), sources, breaks > 0 && !current.isEmpty()));
        breaks = 0;
      }
    }
  }

  private void close() {
    if (!current.isEmpty()) {
      done.add(new Paragraph(List.copyOf(current)));
      current = new ArrayList<>();
    }
  }

  private List<Paragraph> end() {
    close();
    return List.copyOf(done);
  }
}
