package deskhand.triage.understanding;

import deskhand.triage.understanding.Sentences.Sentence;
import java.util.ArrayList;
import java.util.List;

/// The pieces of a message that ask or want something. A statement in front of a question belongs
/// to it, one behind the last question to that; small talk is left out.
final class Asks {
  static final int MOST = 6;

  /// Of the statements in front of a question the nearest count.
  private static final int LONGEST_CONTEXT = 400;

  private static final int SHORT = 3;

  private Asks() {}

  /// A piece of a message.
  ///
  /// @param context statements that say what it is about; may be empty
  /// @param joint what stood between it and the piece before
  record Piece(String context, String joint, String ask) {
    String text() {
      return context.isEmpty() ? ask : context + " " + ask;
    }

    /// It cannot stand alone: it points back, or is too short to say anything.
    boolean leans() {
      return context.isEmpty()
          && (Phrases.leansOnAnother(ask) || WordFeatures.words(ask).size() <= SHORT);
    }

    Piece with(Piece next) {
      return new Piece(
          context, joint, ask + (next.context.isEmpty() ? next.joint : " ") + next.text());
    }
  }

  /// At least one where there are words; not yet limited to `MOST`.
  static List<Piece> in(String text) {
    List<Piece> pieces = new ArrayList<>();
    List<Sentence> waiting = new ArrayList<>();
    List<Sentence> all = Sentences.of(text);
    for (Sentence sentence : all) {
      if (Phrases.isTalk(sentence.text())) {
        continue;
      }
      if (Phrases.asks(sentence.text())) {
        pieces.add(new Piece(context(waiting), sentence.joint(), sentence.text()));
        waiting.clear();
      } else {
        waiting.add(sentence);
      }
    }
    if (pieces.isEmpty()) {
      List<Sentence> whole = waiting.isEmpty() ? all : waiting;
      return whole.isEmpty()
          ? List.of()
          : List.of(new Piece("", " ", join(whole, Integer.MAX_VALUE)));
    }
    if (!waiting.isEmpty()) {
      Piece last = pieces.removeLast();
      pieces.add(
          new Piece(last.context, last.joint, last.ask + " " + join(waiting, LONGEST_CONTEXT)));
    }
    return pieces;
  }

  private static String context(List<Sentence> waiting) {
    int from = waiting.size();
    int length = 0;
    while (from > 0 && length + waiting.get(from - 1).text().length() <= LONGEST_CONTEXT) {
      length += waiting.get(--from).text().length();
    }
    return join(waiting.subList(from, waiting.size()), LONGEST_CONTEXT);
  }

  private static String join(List<Sentence> sentences, int longest) {
    StringBuilder joined = new StringBuilder();
    for (Sentence sentence : sentences) {
      if (!joined.isEmpty() && joined.length() + sentence.text().length() > longest) {
        break;
      }
      joined.append(joined.isEmpty() ? "" : sentence.joint()).append(sentence.text());
    }
    return joined.toString();
  }
}
