package deskhand.triage.understanding;

import deskhand.triage.understanding.Sentences.Sentence;
import java.util.ArrayList;
import java.util.List;

/// The pieces of a message that ask or want something. A statement in front of a question belongs
/// to it, one behind the last question to that; small talk is left out.
final class Asks {
  static final int MOST = 6;

  /// What comes after so many is one with the last: each is judged.
  private static final int MOST_PIECES = 10;

  /// Of the statements in front of a question the nearest count.
  private static final int LONGEST_CONTEXT = 400;

  /// Words, question marks counted too.
  private static final int SCRAP = 3;

  private static final int FEW = 5;

  private Asks() {}

  /// A piece of a message.
  ///
  /// @param context statements that say what it is about; may be empty
  /// @param joint what stood in front of the question
  record Piece(String context, String joint, String ask) {
    String text() {
      return context.isEmpty() ? ask : context + joint + ask;
    }

    boolean isQuestion() {
      return Phrases.isQuestion(ask);
    }

    /// It means something of what was said before.
    boolean leans() {
      return Phrases.leansOnAnother(ask) || isShort(FEW);
    }

    /// So few words that they say nothing alone: "and when?"
    boolean isScrap() {
      return isShort(SCRAP);
    }

    private boolean isShort(int most) {
      return context.isEmpty() && WordFeatures.words(Phrases.withoutAnd(ask)).size() <= most;
    }

    Piece with(Piece next) {
      return new Piece(
          context, joint, ask + (next.context.isEmpty() ? next.joint : " ") + next.text());
    }

    /// As a statement in front of another piece.
    Piece before(Piece next) {
      return new Piece(
          text() + (next.context.isEmpty() ? "" : " " + next.context), next.joint, next.ask);
    }
  }

  /// At least one where there are words, and at most ten: who judges them joins some.
  static List<Piece> in(String text) {
    List<Piece> pieces = new ArrayList<>();
    List<Sentence> waiting = new ArrayList<>();
    List<Sentence> all = Sentences.of(text);
    for (Sentence sentence : all) {
      if (Phrases.isTalk(sentence.text())) {
        continue;
      }
      if (pieces.size() < MOST_PIECES && Phrases.asks(sentence.text())) {
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
    while (!waiting.isEmpty() && Phrases.isName(waiting.getLast().text())) {
      waiting.removeLast();
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
