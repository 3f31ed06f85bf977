package deskhand.triage.articles;

import static java.util.Objects.requireNonNull;

import deskhand.triage.language.Patterns;
import deskhand.triage.language.Speech;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What is asked of gift cards and vouchers: how long they are good, where they can be spent, and
/// how many at once.
public final class Vouchers {
  private static final Patterns MEANT = Patterns.load("vouchers/meant");
  private static final Patterns OTHER = Patterns.load("vouchers/other");
  private static final Patterns HEADING = Patterns.load("vouchers/heading");

  private enum Need {
    VALID,
    WHERE,
    MANY
  }

  private static final Map<Need, Patterns> ASKED =
      Patterns.loadAll(Need.class, "vouchers/", "-asked");
  private static final Map<Need, Patterns> TOLD =
      Patterns.loadAll(Need.class, "vouchers/", "-told");

  private static final Pattern CONTACT =
      Pattern.compile(
          "^(please )?(write|ask|mail|contact|tell|call|schreib\\w*|schrijf|écri\\w*|escrib\\w*|scriv\\w*)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
  private static final int NEAR = 3;
  private static final int START = 40;

  private final PolicyQuestion asked;
  private final List<PolicyFinder.Candidate> sentences;

  Vouchers(PolicyQuestion asked, List<Unit> units) {
    this.asked = asked;
    this.sentences = units.stream().flatMap(unit -> unit.members().stream()).toList();
  }

  /// Whether the message is about them, and of no trouble with one.
  ///
  /// @param said the whole message
  public static boolean areMeantIn(String said) {
    return MEANT.foundIn(said)
        && !OTHER.foundIn(said)
        && !Speech.mentionsReturn(said)
        && !Speech.mentionsRefund(said);
  }

  /// Whether one of the three is asked, by whomever.
  public static boolean areAskedIn(String ask) {
    Set<Need> needs = needs(ask);
    boolean more = needs.contains(Need.VALID) || needs.contains(Need.MANY);
    return more || (!needs.isEmpty() && (Speech.isQuestion(ask) || Speech.asksRule(ask)));
  }

  /// Whether a piece of such a message asks one of the three, or nothing.
  public static boolean isPart(String piece) {
    return !needs(piece).isEmpty()
        || (!Speech.isQuestion(piece) && !Speech.asksRule(piece) && !Speech.tellsOfTrouble(piece));
  }

  static boolean areAsked(PolicyQuestion asked) {
    return asked.subject().equals(Intents.subject("discount/policy"))
        && areMeantIn(asked.query())
        && areAskedIn(asked.ask());
  }

  private static Set<Need> needs(String ask) {
    return Arrays.stream(Need.values())
        .filter(need -> requireNonNull(ASKED.get(need)).foundIn(ask))
        .collect(Collectors.toSet());
  }

  /// For each of what is asked the sentence that tells it, all in one place; empty where one is
  /// missing.
  Optional<Quotes> answer() {
    List<PolicyFinder.Candidate> on = sentences.stream().filter(this::isOnThem).toList();
    return on.stream()
        .map(one -> one.finding().passage())
        .distinct()
        .map(passage ->
            told(on.stream().filter(one -> one.finding().passage().equals(passage)).toList()))
        .flatMap(Optional::stream)
        .findFirst()
        .map(told -> Quotes.of(Quotes.By.TABLE, told, "a table: what is said of vouchers"));
  }

  private Optional<List<PolicyFinder.Candidate>> told(List<PolicyFinder.Candidate> passage) {
    List<PolicyFinder.Candidate> told = new ArrayList<>();
    for (Need need : needs(asked.ask())) {
      Optional<PolicyFinder.Candidate> one =
          passage.stream()
              .filter(sentence -> requireNonNull(TOLD.get(need)).foundIn(sentence.sentence()))
              .findFirst();
      if (one.isEmpty()) {
        return Optional.empty();
      }
      if (!told.contains(one.get())) {
        told.add(one.get());
        instead(one.get(), passage).ifPresent(told::add);
      }
    }
    told.sort(Comparator.comparingInt(PolicyFinder.Candidate::index));
    return Optional.of(told);
  }

  /// Whether it or its heading names them, or a sentence just before it.
  private boolean isOnThem(PolicyFinder.Candidate one) {
    return HEADING.foundIn(Services.heading(one))
        || sentences.stream()
            .filter(other -> other.finding().passage().equals(one.finding().passage()))
            .filter(other -> other.index() <= one.index() && one.index() - other.index() <= NEAR)
            .anyMatch(other -> HEADING.foundIn(start(other.sentence())));
  }

  private static String start(String sentence) {
    return sentence.substring(0, Math.min(sentence.length(), START));
  }

  /// What can be done instead stands after it: "The checkout takes only one. Write to us."
  private static Optional<PolicyFinder.Candidate> instead(
      PolicyFinder.Candidate told, List<PolicyFinder.Candidate> passage) {
    return passage.stream()
        .filter(one -> one.index() == told.index() + 1 && CONTACT.matcher(one.sentence()).find())
        .findFirst();
  }
}
