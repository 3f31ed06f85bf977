package deskhand.triage.guards;

import static deskhand.triage.guards.Guard.when;

import deskhand.conversations.ChannelKind;
import deskhand.conversations.Kind;
import deskhand.triage.Case;
import deskhand.triage.Situation;
import deskhand.triage.guards.Guard.Verdict;
import deskhand.triage.language.Patterns;
import deskhand.triage.writing.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The rules that keep the assistant from answering, in the order they are asked. The first that
/// speaks decides; what it says is a reason that a person reads.
///
/// All of them look at what the text is, none at what it demands.
public final class Guards {
  private static final int SHOUTED_LETTERS = 60;

  private static final Patterns AUTOMATIC = Patterns.load("guards/automatic");
  private static final Patterns PERHAPS_AUTOMATIC = Patterns.load("guards/perhaps-automatic");
  private static final Patterns MANIPULATION = Patterns.load("guards/manipulation");
  private static final Patterns REPEATED = Patterns.load("guards/repeated");

  private static final List<Guard> ALL = all();

  private Guards() {}

  private static List<Guard> all() {
    List<Guard> all = new ArrayList<>();
    all.add(new Guard("automatic mail", Guards::automaticMail));
    all.add(new Guard("words of automatic mail", Guards::automaticWords));
    all.add(new Guard("a person has it", Guards::personHasIt));
    all.add(subject("legal threat", "legal"));
    all.add(subject("safety", "safety"));
    all.add(subject("chargeback", "chargeback"));
    all.add(subject("security", "security"));
    all.add(subject("vulnerable person", "vulnerable"));
    all.add(subject("press or authority", "press"));
    all.add(subject("personal data", "privacy"));
    all.add(subject("wish for a person", "person"));
    all.add(subject("abuse or anger", "abuse"));
    all.add(new Guard("spam", Guards::spam));
    all.add(new Guard("repeated contact", Guards::repeated));
    all.add(new Guard("thanks", Guards::thanks));
    all.add(new Guard("budget of automatic replies", Guards::budget));
    all.add(new Guard("words in that language", Guards::language));
    // It may end in an answer, so it is asked when nothing else keeps from answering.
    all.add(new Guard("manipulation", Guards::manipulation));
    return List.copyOf(all);
  }

  static List<Guard> list() {
    return ALL;
  }

  /// What the first guard says that does not consent, with its name.
  public static Optional<Named> judge(Situation situation) {
    for (Guard guard : ALL) {
      Optional<Verdict> verdict = guard.judge(situation);
      if (verdict.isPresent()) {
        return Optional.of(new Named(guard.name(), verdict.get()));
      }
    }
    return Optional.empty();
  }

  public record Named(String guard, Verdict verdict) {
    public String reason() {
      return guard + ": " + verdict.reason();
    }
  }

  private static Optional<Verdict> automaticMail(Situation situation) {
    return situation.given().messages().stream()
        .filter(message -> message.kind() != Kind.MESSAGE)
        .findFirst()
        .filter(first ->
            situation.given().messages().stream()
                .allMatch(message -> message.kind() != Kind.MESSAGE))
        .map(message ->
            new Verdict.Silence(
                "the mail says of itself that it is " + message.kind().label(), "other/automatic"));
  }

  private static Optional<Verdict> automaticWords(Situation situation) {
    boolean words = AUTOMATIC.foundIn(situation.text());
    if (situation.given().writer().channel() == ChannelKind.CHAT
        || !(words || PERHAPS_AUTOMATIC.foundIn(situation.text()))) {
      return Optional.empty();
    }
    boolean sure =
        situation.intent().equals("other/automatic")
            && situation.understanding().intent().confidence() >= situation.settings().intent();
    return Optional.of(
        sure || (words && situation.body().indexOf('?') < 0)
            ? new Verdict.Silence("its words are those of an automatic notice", "other/automatic")
            : new Verdict.Quiet("its words may be those of an automatic notice"));
  }

  private static Optional<Verdict> personHasIt(Situation situation) {
    return when(
        situation.given().standing().personHasIt(),
        new Verdict.SuggestOnly("somebody of the store replied, joined or is assigned"));
  }

  private static Guard subject(String name, String file) {
    Patterns patterns = Patterns.load("guards/" + file);
    Function<Situation, Optional<Verdict>> rule =
        situation ->
            when(
                patterns.foundIn(situation.text()),
                new Verdict.Person("the message is about a matter for people"));
    return new Guard(name, rule);
  }

  /// Whether a text gives the assistant orders.
  public static boolean givesOrders(String text) {
    return MANIPULATION.foundIn(text);
  }

  private static Optional<Verdict> manipulation(Situation situation) {
    return when(
        givesOrders(situation.text()),
        new Verdict.Hostile("the text tries to give orders; it is read as text alone"));
  }

  private static Optional<Verdict> repeated(Situation situation) {
    long answers = situation.answeredBefore();
    boolean sameAgain =
        answers >= 2
            && situation.given().history().stream()
                    .filter(turn -> turn.by() == Case.Turn.By.ASSISTANT)
                    .map(Case.Turn::text)
                    .map(text -> text.length() > 60 ? text.substring(0, 60) : text)
                    .distinct()
                    .count()
                < answers;
    if (REPEATED.foundIn(situation.text()) || sameAgain) {
      return Optional.of(new Verdict.Person("the customer comes back with the same matter"));
    }
    return when(
        shouted(situation.body()), new Verdict.Person("the message is written in capitals"));
  }

  private static boolean shouted(String text) {
    long letters = text.chars().filter(Character::isLetter).count();
    long capitals = text.chars().filter(Character::isUpperCase).count();
    return letters >= SHOUTED_LETTERS && capitals * 10 >= letters * 6;
  }

  private static Optional<Verdict> thanks(Situation situation) {
    if (Closing.is(situation.body())) {
      return Optional.of(
          new Verdict.Silence("thanks or a good-bye, nothing is asked", "other/thanks"));
    }
    boolean intent = situation.intent().equals("other/thanks");
    boolean answered = situation.answeredBefore() > 0 && Closing.thanksForAnswer(situation.body());
    return when(
        intent || answered, new Verdict.Quiet("it looks like thanks, but there may be more in it"));
  }

  private static Optional<Verdict> spam(Situation situation) {
    if (!situation.intent().equals("other/spam")) {
      return Optional.empty();
    }
    boolean customer =
        !situation.identity().own().isEmpty()
            || !situation.understanding().entities().orderNumbers().isEmpty()
            || !situation.given().history().isEmpty();
    boolean sure =
        situation.understanding().intent().confidence() >= situation.settings().silence()
            && situation.given().writer().channel() != ChannelKind.CHAT;
    return Optional.of(
        sure && !customer
            ? new Verdict.Silence("advertising or phishing from somebody unknown", "other/spam")
            : new Verdict.Quiet("it may be advertising or phishing"));
  }

  private static Optional<Verdict> budget(Situation situation) {
    return when(
        situation.given().standing().automaticReplies() >= situation.settings().automaticReplies(),
        new Verdict.Person("the assistant has answered often enough in this conversation"));
  }

  private static Optional<Verdict> language(Situation situation) {
    return when(
        situation.understanding().language().filter(said -> !Words.speaks(said)).isPresent(),
        new Verdict.Person("the assistant does not speak the customer's language"));
  }
}
