package deskhand.triage.articles;

import deskhand.knowledge.Article;
import deskhand.triage.language.AskKind;
import deskhand.triage.language.Patterns;
import deskhand.triage.language.Speech;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What other businesses ask that want to sell the goods: how much they must order first, and where
/// they apply.
public final class Trade {
  private static final Patterns SAID = Patterns.load("trade/said");
  private static final Patterns MINIMUM_ASKED = Patterns.load("trade/minimum-asked");
  private static final Patterns MINIMUM = Patterns.load("trade/minimum-told");
  private static final Patterns APPLY_ASKED = Patterns.load("trade/apply-asked");

  /// A minimum for free delivery is another one.
  private static final Patterns FREE = Patterns.load("tables/free");

  private static final Patterns APPLY = Patterns.load("trade/apply-told");
  private static final Patterns HEADING = Patterns.load("trade/heading");

  /// A page or an address.
  private static final Pattern WHERE =
      Pattern.compile("[\\w.-]+\\.\\w{2,}/[\\w/-]+|[\\w.+-]+@[\\w.-]+\\.\\w{2,}");

  /// What is counted where a sum of money is not.
  private static final Pattern COUNTED = Pattern.compile("\\d+ ?(\\w+ ){0,2}\\p{L}+");

  private final PolicyQuestion asked;
  private final List<Unit> units;

  Trade(PolicyQuestion asked, List<Unit> units) {
    this.asked = asked;
    this.units = units;
  }

  /// Whether a business asks it.
  ///
  /// @param said the whole message
  public static boolean isAskedIn(String said) {
    return SAID.foundIn(said)
        && isAsked(said)
        && !Speech.namesBroken(said)
        && !Speech.mentionsReturn(said);
  }

  /// Whether one of the two is asked, by whomever.
  public static boolean isAsked(String ask) {
    return (MINIMUM_ASKED.foundIn(ask) && !FREE.foundIn(ask)) || APPLY_ASKED.foundIn(ask);
  }

  /// Whether a piece of such a message tells of the business alone, and of no order.
  public static boolean isIntroduction(String piece) {
    return SAID.foundIn(piece)
        && !Speech.isQuestion(piece)
        && !Speech.asksRule(piece)
        && !Speech.demandsAct(piece)
        && AskKind.of(piece).isEmpty()
        && !Speech.tellsOfTrouble(piece);
  }

  static boolean isMeant(PolicyQuestion asked) {
    return asked.subject().equals(Intents.subject("business/wholesale"))
        && isAsked(asked.ask())
        && !Speech.tellsOfTrouble(asked.ask());
  }

  /// The one sentence for each of what is asked; empty where there is none, or more than one.
  Optional<Quotes> answer() {
    List<PolicyFinder.Candidate> minimum = telling(Trade::isMinimum);
    List<PolicyFinder.Candidate> all = telling(Trade::isApplying);
    List<PolicyFinder.Candidate> beside =
        all.stream()
            .filter(one -> minimum.stream().anyMatch(other -> passage(other).equals(passage(one))))
            .toList();
    List<PolicyFinder.Candidate> told = new ArrayList<>();
    if (APPLY_ASKED.foundIn(asked.ask())) {
      told.addAll(beside.isEmpty() ? all : beside);
      if (told.size() != 1) {
        return Optional.empty();
      }
    }
    if (MINIMUM_ASKED.foundIn(asked.ask())) {
      minimum.stream().filter(one -> !told.contains(one)).forEach(told::add);
      if (minimum.size() != 1) {
        return Optional.empty();
      }
    }
    return Optional.of(
        Quotes.of(Quotes.By.TABLE, told, "a table: what is said to other businesses"));
  }

  private static Article.Passage passage(PolicyFinder.Candidate one) {
    return one.finding().passage();
  }

  private List<PolicyFinder.Candidate> telling(Predicate<PolicyFinder.Candidate> tells) {
    return units.stream()
        .flatMap(unit -> unit.members().stream())
        .filter(one -> passage(one).headings().stream().anyMatch(HEADING::foundIn))
        .filter(tells)
        .toList();
  }

  private static boolean isMinimum(PolicyFinder.Candidate one) {
    String sentence = one.sentence();
    return MINIMUM.foundIn(sentence)
        && (AskKind.MONEY.answeredBy(sentence) || COUNTED.matcher(sentence).find());
  }

  private static boolean isApplying(PolicyFinder.Candidate one) {
    return APPLY.foundIn(one.sentence()) && WHERE.matcher(one.sentence()).find();
  }
}
