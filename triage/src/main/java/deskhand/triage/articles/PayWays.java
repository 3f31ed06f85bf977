package deskhand.triage.articles;

import deskhand.triage.language.AskKind;
import deskhand.triage.language.Countries;
import deskhand.triage.language.Patterns;
import deskhand.triage.language.Speech;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Whether one can pay in a way that is named, by what an article on paying says of that way.
public final class PayWays {
  private static final int MOST = 2;
  private static final Patterns WAYS = Patterns.load("payment/ways");
  private static final Patterns ASKED = Patterns.load("payment/asked");

  /// A payment that failed or was made.
  private static final Patterns TROUBLE = Patterns.load("payment/trouble");

  private static final Patterns HEADING = Patterns.load("payment/heading");

  private final PolicyQuestion asked;
  private final List<Unit> units;

  PayWays(PolicyQuestion asked, List<Unit> units) {
    this.asked = asked;
    this.units = units;
  }

  /// Whether it asks that of one way to pay, and for no time, no money that comes back, and no sum.
  public static boolean areAskedIn(String text) {
    return ASKED.foundIn(text)
        && !TROUBLE.foundIn(text.replace('’', '\''))
        && of(text).size() == 1
        && Speech.isQuestion(text)
        && !AskKind.of(text).contains(AskKind.TIME)
        && !Speech.mentionsReturn(text)
        && !Speech.mentionsRefund(text);
  }

  static boolean isAsked(PolicyQuestion asked) {
    return asked.subject().equals(Intents.subject("payment/methods")) && areAskedIn(asked.ask());
  }

  private static Set<Pattern> of(String text) {
    return WAYS.expressions().stream()
        .filter(way -> way.matcher(text).find())
        .collect(Collectors.toSet());
  }

  /// The sentences on paying that name it; of several, those for the place; empty where that leaves
  /// more than can be told.
  Optional<Quotes> answer() {
    Pattern way = of(asked.ask()).iterator().next();
    List<PolicyFinder.Candidate> naming =
        units.stream()
            .flatMap(unit -> unit.members().stream())
            .filter(one -> way.matcher(one.sentence()).find())
            .filter(one -> !Speech.mentionsRefund(one.sentence()))
            .filter(one -> isOnPaying(one.finding().passage().headings()))
            .toList();
    Set<String> place = asked.place().wanted();
    double best = naming.stream().mapToDouble(one -> fit(place, one)).max().orElse(0);
    List<PolicyFinder.Candidate> meant =
        naming.stream().filter(one -> fit(place, one) == best).toList();
    return meant.isEmpty() || meant.size() > MOST || best < 0
        ? Optional.empty()
        : Optional.of(
            Quotes.of(
                Quotes.By.TABLE,
                meant.stream()
                    .sorted(Comparator.comparingInt(PolicyFinder.Candidate::index))
                    .toList(),
                "a table: what is said of that way to pay"));
  }

  private static double fit(Set<String> place, PolicyFinder.Candidate one) {
    return place.isEmpty() ? 0 : Countries.fit(place, one.sentence());
  }

  private static boolean isOnPaying(List<String> headings) {
    return headings.stream().anyMatch(HEADING::foundIn)
        && !Speech.mentionsRefund(headings.getLast())
        && !Speech.mentionsReturn(headings.getLast());
  }
}
