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
  private static final String THANKS = "other/thanks";

  /// A further intent is named from this probability on.
  private static final double FURTHER = 0.3;

  private static final int MOST_FURTHER = 5;
  private static final double UNSURE = 0.5;
  private static final double RATHER_SURE = 0.7;

  /// Said by a form of words that nothing else has.
  private static final double BY_RULE = 0.95;

  /// Who sends the number of an order and nothing else wants to know where it is, mostly.
  private static final double LIKELY = 0.7;

  static Meaning of(CaseText words, Taught taught, Occasion occasion) {
    String whole = words.whole();
    if (whole.isEmpty()) {
      return new Meaning(new Guess(UNCLEAR, 1), List.of(), List.of());
    }
    if (words.isAutomatic()) {
      return certain(words, new Guess("other/automatic", BY_RULE));
    }
    if (words.isDataAlone()) {
      return certain(words, new Guess("order/status", LIKELY));
    }
    Verdict all = taught.judge(whole, occasion);
    Judge ofPieces = piece -> Read.of(piece, taught, occasion.shared());
    List<Read> read = merged(words.pieces(), ofPieces);
    List<Guess> intents = intents(all, read.size() > 1 ? read : List.of());
    List<Ask> asks =
        read.size() > 1
            ? read.stream().map(each -> new Ask(each.piece.text(), each.verdict.withKin())).toList()
            : List.of(new Ask(words.ask(), all.withKin()));
    return new Meaning(
        intents.getFirst(),
        intents.stream()
            .skip(1)
            .filter(guess -> guess.confidence() >= FURTHER)
            .filter(guess -> !guess.intent().equals(UNCLEAR) && !guess.intent().equals(THANKS))
            .limit(MOST_FURTHER)
            .toList(),
        asks);
  }

  private static Meaning certain(CaseText words, Guess intent) {
    return new Meaning(intent, List.of(), List.of(new Ask(words.ask(), intent)));
  }

  /// A piece and what it was judged to be.
  private record Read(Piece piece, Verdict verdict) {
    static Read of(Piece piece, Taught taught, Occasion occasion) {
      return new Read(piece, taught.judge(piece.text(), occasion));
    }

    String intent() {
      return verdict.best().intent();
    }
  }

  private interface Judge {
    Read of(Piece piece);
  }

  /// Neighbours that ask the same are one; what exceeds the limit goes with the last.
  private static List<Read> merged(List<Piece> pieces, Judge judge) {
    List<Read> read = new ArrayList<>();
    if (pieces.size() < 2) {
      return read;
    }
    for (Piece piece : pieces) {
      if (read.isEmpty()) {
        read.add(judge.of(piece));
        continue;
      }
      Read before = read.getLast();
      Read next = judge.of(piece);
      if (read.size() == Asks.MOST || belongs(next, before)) {
        read.removeLast();
        read.add(judge.of(before.piece.with(piece)));
      } else if (isRemark(before)) {
        read.removeLast();
        read.add(judge.of(before.piece.before(piece)));
      } else {
        read.add(next);
      }
    }
    if (read.size() > 1 && isRemark(read.getLast())) {
      Read last = read.removeLast();
      read.add(judge.of(read.removeLast().piece.with(last.piece)));
    }
    return read;
  }

  /// It goes on with the question before.
  private static boolean belongs(Read next, Read before) {
    if (next.piece.isScrap()) {
      return true;
    }
    double confidence = next.verdict.best().confidence();
    return next.piece.leans()
        && (next.intent().equals(before.intent())
            || next.intent().equals(UNCLEAR)
            || confidence < (next.piece.context().isEmpty() ? RATHER_SURE : UNSURE));
  }

  /// Wished or said in passing, and not understood as a matter of its own: "I want the blue one".
  private static boolean isRemark(Read read) {
    return !read.piece.isQuestion()
        && (read.intent().equals(UNCLEAR)
            || read.intent().equals(THANKS)
            || read.verdict.best().confidence() < UNSURE);
  }

  /// All intents of the message, the main one first: the mean of what the whole says and what the
  /// pieces say.
  private static List<Guess> intents(Verdict whole, List<Read> pieces) {
    Map<String, Double> shares = new HashMap<>();
    Map<String, Double> sure = new HashMap<>();
    add(whole, pieces.isEmpty() ? 1 : 0.5, shares, sure);
    pieces.forEach(piece -> add(piece.verdict, 0.5 / pieces.size(), shares, sure));
    Guess main =
        shares.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(
                entry -> guess(entry.getKey(), sure.getOrDefault(entry.getKey(), entry.getValue())))
            .orElseThrow();
    List<Guess> intents = new ArrayList<>();
    intents.add(main);
    (pieces.isEmpty() ? shares : sure)
        .entrySet().stream()
            .filter(entry -> !entry.getKey().equals(main.intent()))
            .map(entry -> guess(entry.getKey(), entry.getValue()))
            .sorted(Comparator.comparingDouble(Guess::confidence).reversed())
            .forEach(intents::add);
    return intents;
  }

  private static void add(
      Verdict verdict, double weight, Map<String, Double> shares, Map<String, Double> sure) {
    verdict
        .ranked()
        .forEach(guess -> shares.merge(guess.intent(), weight * guess.confidence(), Double::sum));
    sure.merge(verdict.best().intent(), verdict.best().confidence(), Math::max);
  }

  private static Guess guess(String intent, double confidence) {
    return new Guess(intent, Math.clamp(confidence, 0, 1));
  }
}
