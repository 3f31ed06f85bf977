package deskhand.triage;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// How sure it is that chosen sentences answer a question, from how near they are in meaning, how
/// many of the question's words they hold, and how sure the search was.
final class Answerability {
  /// Neither of the two: then what was found is about something else.
  private static final double FEW_WORDS = 0.25;

  private static final double FAR = 0.5;
  private static final double VERY_FAR = 0.40;
  private static final double UNRELATED = 0.20;
  private static final double FOUND = 0.6;
  private static final double DOUBT = 0.4;

  private Answerability() {}

  static Quotes judge(PolicyQuestion asked, PolicyFinder.Candidate best, List<Quotes.Line> chosen) {
    Set<String> terms = Terms.subject(asked.ask(), asked.language());
    boolean hangs = terms.isEmpty();
    Set<String> held = new HashSet<>();
    for (Quotes.Line line : chosen) {
      held.addAll(Terms.of(line.text(), asked.language()));
      line.quotes().stream()
          .map(quote -> String.join(" ", quote.passage().headings()))
          .forEach(headings -> held.addAll(Terms.of(headings, asked.language())));
    }
    double covered =
        hangs
            ? best.features().words()
            : (double)
                    terms.stream().filter(term -> Terms.holds(held, term, asked.language())).count()
                / terms.size();
    SentenceScore.Features features = best.features();
    boolean blind = features.meaning() == 0;
    double sum =
        (blind ? -2.4 : -3.2)
            + 3.0 * features.meaning()
            + (blind ? 3.2 : 2.0) * covered
            + 2.0 * features.passage()
            + 0.8 * features.kind()
            + 0.3 * features.place()
            + 0.4 * (features.subject() - 0.5);
    double confidence = 1 / (1 + Math.exp(-sum));
    boolean far =
        (covered < FEW_WORDS && features.meaning() < FAR)
            || (!blind && features.meaning() < VERY_FAR && features.passage() < FOUND)
            || (!blind && features.meaning() < UNRELATED);
    if (far) {
      confidence = Math.min(confidence, DOUBT);
    }
    String why =
        String.format(
            Locale.ROOT,
            "meaning %.2f, words %.2f, kind %.2f, place %.1f, passage %.2f, subject %.2f",
            features.meaning(),
            covered,
            features.kind(),
            features.place(),
            features.passage(),
            features.subject());
    return new Quotes(chosen, confidence, why);
  }
}
