package deskhand.triage.articles;

import deskhand.triage.language.AskKind;
import deskhand.triage.language.Patterns;
import deskhand.triage.language.Speech;
import deskhand.triage.language.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A question for delivery to a place: what it costs, how long it takes, from when on it is free,
/// or whether something is sent there at all.
public final class DeliveryQuestion {
  /// What makes a question about delivery one that the plain row does not answer.
  private static final Patterns QUALIFIED = Patterns.load("tables/qualified");

  private static final Patterns DELIVERY = Patterns.load("tables/delivery");
  private static final Patterns WHETHER = Patterns.load("tables/whether");
  private static final Patterns FREE = Patterns.load("tables/free");
  private static final Patterns FREE_ASKED = Patterns.load("tables/free-asked");
  private static final Patterns COST = Patterns.load("tables/cost");

  /// What is said around such a question, beside goods and places.
  private static final Patterns TALK = Patterns.load("tables/talk");

  /// The goods were named before.
  private static final Patterns OF_IT = Patterns.load("tables/of-it");

  private static final Pattern JOINT =
      Pattern.compile("[?;:+&\\n]|\\b(?:and|und|en|et|y|e|also)\\b", Pattern.CASE_INSENSITIVE);
  private static final Patterns SIGN = new Patterns(List.of(Pattern.compile("[+&]")));
  private static final int MOST_CLAUSES = 20;

  private final PolicyQuestion asked;
  private final List<AskKind> numbers;

  DeliveryQuestion(PolicyQuestion asked) {
    this.asked = asked;
    this.numbers = numbers(asked.ask());
  }

  /// Whether it asks what delivery costs, from when on it is free, or whether something is sent
  /// somewhere, and nothing that makes it another matter.
  public static boolean isAskedIn(String text) {
    return DELIVERY.foundIn(text)
        && (COST.foundIn(text) || FREE_ASKED.foundIn(text) || WHETHER.foundIn(text))
        && !QUALIFIED.foundIn(text);
  }

  /// Whether it asks for nothing but a time or a price of the delivery that was named before: "how
  /// many days is it normally", "and is it free above a sum?"
  public static boolean isNumberAlone(String text, Locale language) {
    return !numbers(text).isEmpty()
        && !QUALIFIED.foundIn(text)
        && Terms.content(TALK.removedFrom(FREE_ASKED.removedFrom(text)), language).isEmpty();
  }

  boolean isAsked() {
    return asked.subject().equals(Intents.subject("shipping/policy"))
        && DELIVERY.foundIn(asked.query())
        && (asksWhether() || (!numbers.isEmpty() && !QUALIFIED.foundIn(asked.ask())));
  }

  /// Whether it asks if something is sent to a place at all.
  boolean asksWhether() {
    return !asked.place().named().isEmpty() && WHETHER.foundIn(asked.query());
  }

  /// Whether nothing but time, price and place are asked for.
  boolean isPlain() {
    return !QUALIFIED.foundIn(asked.ask()) && !isOfFreeThings() && elsewhere().isEmpty();
  }

  boolean asksPrice() {
    return numbers.contains(AskKind.MONEY);
  }

  /// Whether the row gives what is asked for.
  boolean isAnsweredBy(DeliveryRow row) {
    return numbers.stream().allMatch(row::gives)
        && (!numbers.isEmpty() || row.gives(AskKind.MONEY))
        && (!FREE_ASKED.foundIn(asked.ask()) || FREE.foundIn(row.text()));
  }

  /// Whether it speaks of goods, by their name or as named before.
  boolean isOfGoods() {
    return !goods().isEmpty() || OF_IT.foundIn(asked.ask());
  }

  /// Which of time and price are asked for; from when on it is free is a price.
  private static List<AskKind> numbers(String ask) {
    List<AskKind> numbers = new ArrayList<>();
    boolean free = FREE_ASKED.foundIn(ask);
    Set<AskKind> kinds = AskKind.of(FREE_ASKED.removedFrom(ask));
    if (kinds.contains(AskKind.TIME)) {
      numbers.add(AskKind.TIME);
    }
    if (COST.foundIn(ask) || free) {
      numbers.add(AskKind.MONEY);
    }
    return numbers;
  }

  /// Whether another question is joined to one for delivery, and what is told holds nothing that it
  /// names: "whats delivery to belfast + when do i clean a box".
  public static boolean leavesElse(PolicyQuestion asked, String told) {
    DeliveryQuestion question = new DeliveryQuestion(asked);
    Set<String> held = Terms.of(told, asked.language());
    return question.isAsked()
        && question.elsewhere().stream()
            .map(clause -> Terms.subject(TALK.removedFrom(clause), asked.language()))
            .anyMatch(named ->
                named.stream().noneMatch(term -> Terms.holds(held, term, asked.language())));
  }

  /// The clauses that ask for something else.
  private List<String> elsewhere() {
    List<String> found = new ArrayList<>();
    Matcher joint = JOINT.matcher(asked.ask());
    int from = 0;
    boolean sign = false;
    boolean more = true;
    for (int i = 0; more && i < MOST_CLAUSES; i++) {
      more = joint.find();
      String clause = asked.ask().substring(from, more ? joint.start() : asked.ask().length());
      boolean next = more && SIGN.foundIn(joint.group());
      if (isElse(clause, sign || next)) {
        found.add(clause);
      }
      sign = next;
      from = more ? joint.end() : from;
    }
    return found;
  }

  private boolean isElse(String clause, boolean sign) {
    boolean asks = sign || !AskKind.of(clause).isEmpty() || Speech.isQuestion(clause);
    boolean own = DELIVERY.foundIn(clause) || isNumberAlone(clause, asked.language());
    return asks && !own && !Terms.subject(TALK.removedFrom(clause), asked.language()).isEmpty();
  }

  /// "Do you send free samples to Austria?" asks for samples.
  private boolean isOfFreeThings() {
    return numbers.isEmpty() && FREE.foundIn(asked.ask());
  }

  /// What the question names beside a place and the words of delivery and money themselves.
  Set<String> goods() {
    Set<String> goods =
        Terms.subject(TALK.removedFrom(FREE_ASKED.removedFrom(asked.ask())), asked.language());
    goods.removeIf(term -> DELIVERY.foundIn(term) || term.chars().allMatch(Character::isDigit));
    return goods;
  }
}
