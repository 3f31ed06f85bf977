package deskhand.triage.articles;

import deskhand.triage.language.Patterns;
import deskhand.triage.language.Speech;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether and how one returns what one was given: what the articles say of it, all together.
public final class Gifts {
  private static final Patterns RECEIVED = Patterns.load("gifts/received");
  private static final Patterns BOUGHT = Patterns.load("gifts/bought");
  private static final Patterns PART = Patterns.load("gifts/part");
  private static final Patterns SECRET_ASKED = Patterns.load("gifts/secret-asked");
  private static final Patterns SECRET_TOLD = Patterns.load("gifts/secret-told");
  private static final Patterns TOLD = Patterns.load("gifts/told");
  private static final Patterns RECEIVER = Patterns.load("gifts/receiver");
  private static final int MOST = 3;

  private final PolicyQuestion asked;
  private final List<PolicyFinder.Candidate> sentences;

  Gifts(PolicyQuestion asked, List<Unit> units) {
    this.asked = asked;
    this.sentences = units.stream().flatMap(unit -> unit.members().stream()).toList();
  }

  /// Whether the writer was given something that is to go back, and nothing is wrong with it.
  public static boolean goBackIn(String said) {
    return RECEIVED.foundIn(said)
        && Speech.mentionsReturn(said)
        && !BOUGHT.foundIn(said)
        && !Speech.tellsOfTrouble(said)
        && !Speech.tellsOfFault(said);
  }

  /// Whether a piece of such a message asks for that return, or asks nothing.
  public static boolean isPart(String piece) {
    return PART.foundIn(piece)
        || (!Speech.isQuestion(piece) && !Speech.asksRule(piece) && !Speech.tellsOfTrouble(piece));
  }

  static boolean areAsked(PolicyQuestion asked) {
    return asked.subject().equals(Intents.subject("return/policy")) && goBackIn(asked.query());
  }

  /// The sentences on it where they stand in one place, and tell what is asked.
  Optional<Quotes> answer() {
    List<PolicyFinder.Candidate> first =
        sentences.stream().filter(one -> isOfReturns(one) && tells(one)).toList();
    if (first.isEmpty()) {
      return Optional.empty();
    }
    PolicyFinder.Candidate start = first.getFirst();
    boolean elsewhere =
        first.stream().anyMatch(one -> !one.finding().passage().equals(start.finding().passage()));
    List<PolicyFinder.Candidate> told = new ArrayList<>(List.of(start));
    sentences.stream()
        .filter(one -> one.finding().passage().equals(start.finding().passage()))
        .filter(one -> one.index() > start.index())
        .takeWhile(
            one -> one.index() == told.getLast().index() + 1 && RECEIVER.foundIn(one.sentence()))
        .limit(MOST)
        .forEach(told::add);
    boolean secret =
        !SECRET_ASKED.foundIn(asked.query())
            || told.stream().anyMatch(one -> SECRET_TOLD.foundIn(one.sentence()));
    return elsewhere || !secret
        ? Optional.empty()
        : Optional.of(Quotes.of(Quotes.By.TABLE, told, "a table: what is said of presents"));
  }

  /// It, or the few words before it, names a present.
  private boolean tells(PolicyFinder.Candidate one) {
    boolean led =
        sentences.stream()
            .anyMatch(other ->
                other.finding().passage().equals(one.finding().passage())
                    && other.index() == one.index() - 1
                    && TOLD.foundIn(other.sentence())
                    && !RECEIVER.foundIn(other.sentence()));
    return RECEIVER.foundIn(one.sentence())
        && (led || TOLD.foundIn(one.sentence()) || TOLD.foundIn(Services.heading(one)));
  }

  private static boolean isOfReturns(PolicyFinder.Candidate one) {
    return one.finding().passage().headings().stream()
        .anyMatch(heading ->
            Speech.mentionsReturn(heading)
                || Speech.mentionsRefund(heading)
                || TOLD.foundIn(heading));
  }
}
