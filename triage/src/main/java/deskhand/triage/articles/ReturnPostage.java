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

/// Who pays for sending something back, by the very article that grants the time for it: articles
/// for other orders, other countries and exchanges have rules of their own.
public final class ReturnPostage {
  private static final int MOST = 2;

  /// Where more sentences than this speak of it, which of them holds is not plain.
  private static final int PLAIN = 3;

  private static final int MOST_CLAUSES = 20;
  private static final Pattern CLAUSE =
      Pattern.compile("[.?!,;\\n]\\s*|\\b(?:and|und|en|et|y|e)\\b\\s*", Pattern.CASE_INSENSITIVE);

  private static final Patterns ASKED = Patterns.load("returns/postage-asked");
  private static final Patterns TOLD = Patterns.load("returns/postage-told");

  /// What belongs to another matter.
  private static final Patterns APART = Patterns.load("returns/postage-apart");

  private ReturnPostage() {}

  /// Whether it asks that, and nothing else.
  ///
  /// @param said the whole message: what came broken and what is exchanged has rules of its own
  public static boolean isAskedIn(String text, String said) {
    return isAskedIn(text) && !Speech.tellsOfFault(said) && !Speech.wantsExchange(said);
  }

  static boolean isAskedIn(String text) {
    String plain = text.replace('’', '\'');
    String rest = ASKED.removedFrom(plain);
    boolean more =
        CLAUSE.splitAsStream(rest).limit(MOST_CLAUSES).anyMatch(Speech::isQuestion)
            || AskKind.of(rest).contains(AskKind.TIME)
            || AskKind.of(rest).contains(AskKind.CHOICE)
            || Speech.asksDeadline(rest)
            || Speech.asksReturnPeriod(rest);
    return ASKED.foundIn(plain) && !more;
  }

  /// The sentences of that article that say it for the place.
  ///
  /// @param period a sentence of the article
  /// @param from countries that it may be sent back from
  public static Optional<Quotes> rule(
      List<PolicyFinder.Candidate> candidates, Quotes.Quote period, Set<String> from) {
    List<PolicyFinder.Candidate> telling =
        candidates.stream()
            .filter(one -> one.finding().passage().article().equals(period.passage().article()))
            .filter(one -> tells(one.sentence()))
            .filter(one -> one.finding().passage().headings().stream().noneMatch(APART::foundIn))
            .filter(one -> Countries.fit(from, one.sentence()) >= 0)
            .toList();
    double best =
        telling.stream().mapToDouble(one -> Countries.fit(from, one.sentence())).max().orElse(0);
    List<PolicyFinder.Candidate> meant =
        telling.stream().filter(one -> Countries.fit(from, one.sentence()) >= best).toList();
    return meant.isEmpty() || meant.size() > PLAIN
        ? Optional.empty()
        : Optional.of(
            Quotes.of(
                Quotes.By.FORM,
                meant.stream()
                    .sorted(Comparator.comparingInt(PolicyFinder.Candidate::index))
                    .limit(MOST)
                    .toList(),
                "who pays, in the article that grants the time"));
  }

  private static boolean tells(String sentence) {
    String plain = sentence.replace('’', '\'');
    return TOLD.foundIn(plain) && !APART.foundIn(plain);
  }
}
