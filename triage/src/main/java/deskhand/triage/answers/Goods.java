package deskhand.triage.answers;

import deskhand.triage.articles.PeriodSubject;
import deskhand.triage.articles.PolicyFinder;
import deskhand.triage.language.Terms;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Whether a sentence of an article is about the goods that a question is about.
final class Goods {
  private Goods() {}

  /// Not the row of other goods than those that are asked about.
  static boolean fit(AskContext context, String label) {
    Set<String> asked =
        Terms.content(context.ask().text() + " " + context.items(), context.language());
    Set<String> goods = Terms.content(label, context.language());
    return goods.isEmpty()
        || PeriodSubject.GUARANTEE.isIn(label)
        || goods.stream().anyMatch(name -> Terms.holds(asked, name, context.language()));
  }

  /// Whether the sentence or the heading above it holds one of the names.
  static boolean name(PolicyFinder.Candidate candidate, Set<String> names, Locale language) {
    List<String> headings = candidate.finding().passage().headings();
    String text = candidate.sentence() + " " + (headings.isEmpty() ? "" : headings.getLast());
    return areNamed(text, names, language);
  }

  static boolean areNamed(String text, Set<String> names, Locale language) {
    Set<String> held = Terms.of(text, language);
    return names.stream().anyMatch(name -> Terms.holds(held, name, language));
  }
}
