package deskhand.triage.answers;

import deskhand.triage.Situation;
import deskhand.triage.articles.Patience;
import deskhand.triage.articles.PolicyFinder;
import deskhand.triage.articles.PolicyQuestion;
import deskhand.triage.articles.Quotes;
import deskhand.triage.writing.Carriers;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Answers after how long a silent parcel is looked for, where no order is known.
@Component
class TraceAnswers {
  private static final double SURE = 0.8;
  private static final int MOST = 4;

  /// The place of what is for other countries or carriers alone.
  private static final double ELSEWHERE = -0.5;

  private final PolicyFinder finder;

  TraceAnswers(PolicyFinder finder) {
    this.finder = finder;
  }

  /// The rule for the place that is named; where none is, those for all places. Empty where that is
  /// not asked, or no article says it.
  Optional<AskAnswer> when(AskContext context) {
    String text = context.words().query("late", Map.of());
    String said = Situation.said(context.given());
    if (text.isEmpty() || !Patience.isAsked(said)) {
      return Optional.empty();
    }
    Set<String> carriers = Carriers.in(said);
    PolicyQuestion asked =
        context
            .policy(text, context.words().today())
            .about(text + " " + String.join(" ", carriers));
    List<PolicyFinder.Candidate> rules =
        finder.candidates(asked).stream()
            .filter(candidate -> Patience.isRule(candidate.quote()))
            .filter(candidate -> candidate.features().place() > ELSEWHERE)
            .sorted(Comparator.comparingDouble(PolicyFinder.Candidate::score).reversed())
            .toList();
    List<PolicyFinder.Candidate> there =
        rules.stream().filter(candidate -> candidate.features().place() >= 1).limit(1).toList();
    List<Quotes.Quote> quotes =
        (there.isEmpty() ? beside(rules) : there)
            .stream().map(PolicyFinder.Candidate::quote).toList();
    return quotes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new AskAnswer.Said(
                quotes.stream().flatMap(quote -> Quotes.parts(quote).stream()).toList(),
                SURE,
                Set.of(),
                "How long the articles ask to wait before a parcel is looked for"));
  }

  /// The best, with those of the same passage, in its order.
  private static List<PolicyFinder.Candidate> beside(List<PolicyFinder.Candidate> rules) {
    return rules.stream()
        .filter(rule -> rule.finding().passage().equals(rules.getFirst().finding().passage()))
        .sorted(Comparator.comparingInt(PolicyFinder.Candidate::index))
        .limit(MOST)
        .toList();
  }
}
