package deskhand.triage.answers;

import deskhand.triage.Reply;
import deskhand.triage.articles.Period;
import deskhand.triage.articles.PeriodSubject;
import deskhand.triage.articles.PolicyFinder;
import deskhand.triage.articles.PolicyQuestion;
import deskhand.triage.articles.Quotes;
import deskhand.triage.language.Terms;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Finds the sentence of an article that grants a period, and what the period is counted from.
@Component
class PeriodRules {
  /// A period counts where its sentence fits the question nearly as well as the best of all.
  static final double NEARLY = 0.80;

  /// The place of what holds for other countries alone.
  private static final double ELSEWHERE = -0.5;

  private final PolicyFinder finder;

  PeriodRules(PolicyFinder finder) {
    this.finder = finder;
  }

  /// @param quotes the sentence that grants the period, and another where that says what it is
  ///   counted from
  /// @param score how well the sentence fits, comparable within one search
  record Rule(Period period, List<Quotes.Quote> quotes, double score) {
    List<Reply.Part> parts() {
      return quotes.stream()
          .sorted(Comparator.comparingInt(Quotes.Quote::index))
          .flatMap(quote -> Quotes.parts(quote).stream())
          .toList();
    }
  }

  /// The rule of that period, in the article that holds for the order.
  ///
  /// @param query name of what is searched for, with its values
  Optional<Rule> rule(
      AskContext context, String query, Period.From from, Map<String, String> values) {
    Optional<Rule> general = likeliest(all(context, query, from, values));
    boolean unclear =
        general.isPresent()
            && query.equals("return")
            && context.choice().isFound()
            && ofItems(context, query, from, general.get()).isPresent();
    return unclear ? Optional.empty() : general;
  }

  /// Another period, in a sentence or under a heading that names what was bought: of refurbished
  /// goods, or of a trial. Which of the two holds is for a person.
  private Optional<Rule> ofItems(AskContext context, String query, Period.From from, Rule general) {
    String items = context.items();
    Set<String> names = Terms.content(items, context.language());
    PolicyQuestion asked =
        context
            .policy(items, context.policyDay())
            .about(items + " " + context.words().query(query, Map.of()));
    return likeliest(
        finder.candidates(asked).stream()
            .filter(candidate -> PeriodSubject.of(query).isOf(candidate))
            .filter(candidate ->
                !PeriodSubject.isOfAnotherSort(
                    context.ask().text() + " " + items, candidate.sentence()))
            .filter(candidate -> Goods.name(candidate, names, context.language()))
            .flatMap(candidate -> rule(candidate, from).stream())
            .filter(rule -> !rule.period().equals(general.period()))
            .toList());
  }

  static double best(Collection<PolicyFinder.Candidate> candidates) {
    return candidates.stream().mapToDouble(PolicyFinder.Candidate::score).max().orElse(0);
  }

  static Optional<Rule> likeliest(List<Rule> rules) {
    return rules.stream()
        .max(Comparator.comparingDouble(Rule::score))
        .map(best -> first(best, rules));
  }

  /// The rules of that period, in the articles that hold for the order.
  List<Rule> all(AskContext context, String query, Period.From from, Map<String, String> values) {
    String text = context.words().query(query, values);
    if (text.isEmpty()) {
      return List.of();
    }
    PolicyQuestion asked = context.policy(text, context.policyDay()).about(text);
    boolean warranty = query.equals("warranty");
    PolicyQuestion searched =
        warranty
            ? context.policy(
                context.ask().text() + " " + context.items() + " " + text, context.policyDay())
            : asked;
    List<PolicyFinder.Candidate> candidates = finder.candidates(searched);
    boolean pickup = query.equals("pickup");
    boolean local = pickup || query.equals("report");
    String about = context.ask().text() + (query.equals("cancel") ? " " + context.items() : "");
    double least = pickup ? NEARLY * best(candidates) : 0;
    return candidates.stream()
        .filter(candidate -> !local || candidate.features().place() > ELSEWHERE)
        .filter(candidate -> candidate.score() >= least)
        .filter(candidate -> PeriodSubject.of(query).isMeant(about, candidate))
        .filter(candidate -> !warranty || isGuarantee(context, candidate.quote()))
        .flatMap(candidate -> rule(candidate, from).stream())
        .toList();
  }

  /// Of the sentences of one passage that say the same, the first is the rule; the others go on
  /// about it.
  private static Rule first(Rule best, List<Rule> rules) {
    Quotes.Quote quote = best.quotes().getFirst();
    return rules.stream()
        .filter(rule -> rule.period().equals(best.period()))
        .filter(rule -> rule.quotes().getFirst().passage().equals(quote.passage()))
        .min(Comparator.comparingInt(rule -> rule.quotes().getFirst().index()))
        .orElse(best);
  }

  /// What the sentence grants, with the one of its passage that says what it is counted from.
  static Optional<Rule> rule(PolicyFinder.Candidate candidate, Period.From from) {
    Quotes.Quote quote = candidate.quote();
    Optional<Period> alone = Period.in(candidate.sentence(), from);
    if (alone.isPresent()) {
      return Optional.of(new Rule(alone.get(), List.of(quote), candidate.score()));
    }
    List<String> sentences = quote.passage().sentences();
    for (int i = 0; i < sentences.size(); i++) {
      Optional<Period> counted = Period.in(candidate.sentence(), sentences.get(i), from);
      if (counted.isPresent()) {
        Quotes.Quote other = new Quotes.Quote(quote.passage(), i, sentences.get(i));
        List<Quotes.Quote> both = i == quote.index() ? List.of(quote) : List.of(quote, other);
        return Optional.of(new Rule(counted.get(), both, candidate.score()));
      }
    }
    return Optional.empty();
  }

  /// Of the goods that are asked about, and of all their parts.
  static boolean isGuarantee(AskContext context, Quotes.Quote quote) {
    return Goods.fit(context, quote.label()) && !Period.isSeveral(quote.sentence());
  }
}
