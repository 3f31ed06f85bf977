package deskhand.triage.understanding;

import deskhand.triage.Understanding.Ask;
import deskhand.triage.Understanding.Guess;
import deskhand.triage.understanding.Asks.Piece;
import deskhand.triage.understanding.Taught.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a message wants: its intents and the pieces that ask.
record Meaning(Guess intent, List<Guess> further, List<Ask> asks) {
  private static final String UNCLEAR = "other/unclear";

  /// A further intent is named from this probability on.
  private static final double FURTHER = 0.3;

  private static final int MOST_FURTHER = 5;
  private static final double UNSURE = 0.5;

  static Meaning of(Words words, Taught taught) {
    String whole = words.whole();
    if (whole.isEmpty()) {
      return new Meaning(new Guess(UNCLEAR, 1), List.of(), List.of());
    }
    List<Read> read = merged(pieces(words), taught);
    List<Verdict> verdicts = new ArrayList<>();
    if (read.size() != 1 || !read.getFirst().text.equals(whole)) {
      verdicts.add(taught.judge(whole));
    }
    read.forEach(each -> verdicts.add(each.verdict));
    List<Guess> intents = intents(verdicts, read.size());
    return new Meaning(
        intents.getFirst(),
        intents.stream()
            .skip(1)
            .filter(guess -> guess.confidence() >= FURTHER)
            .limit(MOST_FURTHER)
            .toList(),
        read.stream().map(each -> new Ask(each.text, each.verdict.best())).toList());
  }

  /// A piece and what it was judged to be.
  private record Read(Piece piece, String text, Verdict verdict) {
    static Read of(Piece piece, Taught taught) {
      return new Read(piece, piece.text(), taught.judge(piece.text()));
    }

    String intent() {
      return verdict.best().intent();
    }
  }

  /// What a message asks; a message of one piece is judged with its subject and with what it
  /// follows.
  private static List<Piece> pieces(Words words) {
    List<Piece> pieces = Asks.in(words.text());
    if (pieces.size() > 1) {
      return pieces;
    }
    String text = words.asOne(pieces.isEmpty() ? "" : pieces.getFirst().text());
    return List.of(new Piece("", " ", text));
  }

  /// Neighbours that ask the same are one; what exceeds the limit goes with the last.
  private static List<Read> merged(List<Piece> pieces, Taught taught) {
    List<Read> read = new ArrayList<>();
    for (Piece piece : pieces) {
      if (read.isEmpty()) {
        read.add(Read.of(piece, taught));
        continue;
      }
      Read before = read.getLast();
      if (read.size() == Asks.MOST || belong(before, Read.of(piece, taught))) {
        read.removeLast();
        read.add(Read.of(before.piece.with(piece), taught));
      } else {
        read.add(Read.of(piece, taught));
      }
    }
    return read;
  }

  private static boolean belong(Read before, Read next) {
    boolean goesOn =
        next.piece.leans()
            && (next.intent().equals(before.intent())
                || next.intent().equals(UNCLEAR)
                || next.verdict.best().confidence() < UNSURE);
    return goesOn || (before.piece.leans() && before.intent().equals(UNCLEAR));
  }

  /// All intents of the message, the main one first: the mean of what the whole says and what the
  /// pieces say.
  ///
  /// @param verdicts of the whole, where it is not the only piece, and of each piece
  private static List<Guess> intents(List<Verdict> verdicts, int pieces) {
    Map<String, Double> shares = new HashMap<>();
    Map<String, Double> sure = new HashMap<>();
    boolean apart = verdicts.size() > pieces;
    for (int i = 0; i < verdicts.size(); i++) {
      double weight = !apart ? 1.0 / pieces : i == 0 ? 0.5 : 0.5 / pieces;
      Verdict verdict = verdicts.get(i);
      verdict
          .ranked()
          .forEach(guess -> shares.merge(guess.intent(), weight * guess.confidence(), Double::sum));
      sure.merge(verdict.best().intent(), verdict.best().confidence(), Math::max);
    }
    Guess main =
        shares.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(
                entry -> guess(entry.getKey(), sure.getOrDefault(entry.getKey(), entry.getValue())))
            .orElseThrow();
    List<Guess> intents = new ArrayList<>();
    intents.add(main);
    (pieces > 1 ? sure : shares)
        .entrySet().stream()
            .filter(entry -> !entry.getKey().equals(main.intent()))
            .map(entry -> guess(entry.getKey(), entry.getValue()))
            .sorted(Comparator.comparingDouble(Guess::confidence).reversed())
            .forEach(intents::add);
    return intents;
  }

  private static Guess guess(String intent, double confidence) {
    return new Guess(intent, Math.clamp(confidence, 0, 1));
  }
}
