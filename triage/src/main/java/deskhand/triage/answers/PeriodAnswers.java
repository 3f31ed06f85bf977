package deskhand.triage.answers;

import deskhand.orders.Order;
import deskhand.orders.Shipment;
import deskhand.triage.Reply;
import deskhand.triage.articles.Period;
import deskhand.triage.articles.PeriodSubject;
import deskhand.triage.articles.PolicyFinder;
import deskhand.triage.articles.PolicyQuestion;
import deskhand.triage.articles.Quotes;
import deskhand.triage.language.AskKind;
import deskhand.triage.language.Terms;
import deskhand.triage.orders.OrderFacts;
import deskhand.triage.writing.Carriers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Answers until when something can be done, by a period that an article grants and the day on
/// which it begins for an order.
@Component
class PeriodAnswers {
  /// A period counts where its sentence fits the question nearly as well as the best of all.
  private static final double NEARLY = 0.80;

  /// Another period this near to the best one makes it unclear which is meant.
  private static final double AS_GOOD = 0.97;

  /// Share of the question's words that a sentence holds which is plainly about it.
  private static final double PLAINLY = 0.3;

  /// The sentence of a period that is less likely to answer is about something else.
  private static final double MEANT = 0.2;

  /// The place of what holds for other countries alone.
  private static final double ELSEWHERE = -0.5;

  private static final double SURE = 0.85;

  private final PolicyFinder finder;

  PeriodAnswers(PolicyFinder finder) {
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
    Optional<Rule> general = likeliest(rules(context, query, from, values));
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
            .filter(candidate -> Goods.name(candidate, names, context.language()))
            .flatMap(candidate -> rule(candidate, from).stream())
            .filter(rule -> !rule.period().equals(general.period()))
            .toList());
  }

  private static double best(Collection<PolicyFinder.Candidate> candidates) {
    return candidates.stream().mapToDouble(PolicyFinder.Candidate::score).max().orElse(0);
  }

  private static Optional<Rule> likeliest(List<Rule> rules) {
    return rules.stream()
        .max(Comparator.comparingDouble(Rule::score))
        .map(best -> first(best, rules));
  }

  private List<Rule> rules(
      AskContext context, String query, Period.From from, Map<String, String> values) {
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
    String about = context.ask().text() + (query.equals("cancel") ? " " + context.items() : "");
    double least = pickup ? NEARLY * best(candidates) : 0;
    return candidates.stream()
        .filter(candidate -> !pickup || candidate.features().place() > ELSEWHERE)
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
  private static Optional<Rule> rule(PolicyFinder.Candidate candidate, Period.From from) {
    Quotes.Quote quote = candidate.quote();
    Optional<Period> alone = Period.in(candidate.sentence(), from);
    if (alone.isPresent()) {
      return Optional.of(new Rule(alone.get(), List.of(quote), candidate.score()));
    }
    List<String> sentences = quote.passage().sentences();
    for (int i = 0; i < sentences.size(); i++) {
      Optional<Period> counted = Period.in(candidate.sentence(), sentences.get(i), from);
      if (i != quote.index() && counted.isPresent()) {
        Quotes.Quote other = new Quotes.Quote(quote.passage(), i, sentences.get(i));
        return Optional.of(new Rule(counted.get(), List.of(quote, other), candidate.score()));
      }
    }
    return Optional.empty();
  }

  /// Until when what is asked holds for the one order: the period that fits the question best among
  /// those that have begun for it. Empty where none fits, or two fit alike.
  Optional<AskAnswer> deadline(AskContext context) {
    Order order = context.choice().orders().getFirst();
    if (waits(order)) {
      return kept(context, order);
    }
    String ask = context.ask().text();
    if (PeriodSubject.GUARANTEE.isIn(ask)) {
      return guarantee(context);
    }
    PolicyQuestion asked = context.policy(ask, context.policyDay());
    List<PolicyFinder.Candidate> candidates = finder.candidates(asked);
    double best = best(candidates);
    OrderFacts facts = OrderFacts.of(order);
    DeadlineWriter dates = DeadlineWriter.of(context);
    List<Rule> rules =
        candidates.stream()
            .filter(candidate -> candidate.score() >= NEARLY * best)
            .filter(candidate -> !PeriodSubject.GUARANTEE.isOf(candidate))
            .flatMap(candidate ->
                anchors(order, candidate).stream().flatMap(from -> rule(candidate, from).stream()))
            .filter(rule -> !dates.say(facts, rule.period(), rule.quotes()).isEmpty())
            .sorted(Comparator.comparingDouble(Rule::score).reversed())
            .toList();
    if (rules.isEmpty()) {
      return Optional.empty();
    }
    Rule first = rules.getFirst();
    boolean unclear =
        rules.stream()
            .anyMatch(rule ->
                !rule.period().equals(first.period()) && rule.score() >= AS_GOOD * first.score());
    return unclear || finder.confidence(asked, candidates, first.quotes()) < MEANT
        ? Optional.empty()
        : Optional.of(said(context, facts, first));
  }

  /// Once something was sent, a period from the order's day counts only where the sentence is
  /// plainly about what is asked.
  private static Set<Period.From> anchors(Order order, PolicyFinder.Candidate candidate) {
    boolean early =
        order.contents().shipments().isEmpty() || candidate.features().words() >= PLAINLY;
    return early
        ? Set.of(Period.From.DELIVERED, Period.From.PLACED)
        : Set.of(Period.From.DELIVERED);
  }

  /// Whether a parcel waits for its receiver.
  static boolean waits(Order order) {
    return order.contents().shipments().stream()
        .anyMatch(parcel -> parcel.status() == Shipment.Status.AVAILABLE_FOR_PICKUP);
  }

  /// How long a parcel that waits for its receiver is kept.
  Optional<AskAnswer> kept(AskContext context, Order order) {
    String carrier =
        order.contents().shipments().stream()
            .filter(parcel -> parcel.status() == Shipment.Status.AVAILABLE_FOR_PICKUP)
            .findFirst()
            .map(Carriers::name)
            .orElse("");
    List<Rule> rules =
        rules(context, "pickup", Period.From.AVAILABLE, Map.of("carrier", carrier)).stream()
            .filter(rule ->
                rule.quotes().stream()
                    .noneMatch(quote -> PeriodSubject.isOwnCounter(quote.sentence())))
            .toList();
    Set<String> carriers = Carriers.in(carrier);
    List<Rule> theirs =
        rules.stream()
            .filter(rule ->
                rule.quotes().stream()
                    .anyMatch(quote ->
                        Carriers.in(quote.sentence()).stream().anyMatch(carriers::contains)))
            .toList();
    return likeliest(theirs.isEmpty() ? rules : theirs)
        .map(rule -> said(context, OrderFacts.of(order), rule));
  }

  private static AskAnswer said(AskContext context, OrderFacts facts, Rule rule) {
    List<Reply.Part> parts = new ArrayList<>(rule.parts());
    parts.addAll(DeadlineWriter.of(context).say(facts, rule.period(), rule.quotes()));
    return new AskAnswer.Said(parts, SURE, Set.of(facts.number()), Reasons.period(rule.period()));
  }

  /// A question for a date that an article's period and one order give together: until when it is
  /// kept, can be cancelled, reported, is under warranty.
  Optional<AskAnswer> period(AskContext context) {
    boolean one = context.choice().orders().size() == 1;
    if (!one || !AskKind.of(context.ask().text()).contains(AskKind.TIME)) {
      return Optional.empty();
    }
    if (context.ask().intent().intent().equals("order/cancel")) {
      return bounded(context, "cancel", Period.From.PLACED);
    }
    Quotes quotes = finder.find(context.policy(context.ask().text(), context.policyDay()));
    if (quotes.confidence() < context.situation().settings().passage()) {
      return Optional.empty();
    }
    OrderFacts facts = OrderFacts.of(context.choice().orders().getFirst());
    DeadlineWriter dates = DeadlineWriter.of(context);
    boolean guarantee = context.ask().intent().intent().equals("warranty/claim");
    for (Quotes.Quote quote : quotes.quotes()) {
      if (guarantee && !isGuarantee(context, quote)) {
        return Optional.empty();
      }
      for (Period.From from : Period.From.values()) {
        Optional<Period> period = Period.in(quote.sentence(), from);
        if (period.isPresent()) {
          List<Reply.Part> said = dates.say(facts, period.get(), List.of(quote));
          if (!said.isEmpty()) {
            List<Reply.Part> parts = new ArrayList<>(quotes.parts());
            parts.addAll(said);
            return Optional.of(
                new AskAnswer.Said(
                    parts,
                    quotes.confidence(),
                    Set.of(facts.number()),
                    Reasons.period(period.get())));
          }
        }
      }
    }
    return Optional.empty();
  }

  /// Of the goods that are asked about, and of all their parts.
  private static boolean isGuarantee(AskContext context, Quotes.Quote quote) {
    return Goods.fit(context, quote.label()) && !Period.isSeveral(quote.sentence());
  }

  /// Until when the guarantee runs.
  Optional<AskAnswer> guarantee(AskContext context) {
    return bounded(context, "warranty", Period.From.DELIVERED);
  }

  private Optional<AskAnswer> bounded(AskContext context, String query, Period.From from) {
    OrderFacts facts = OrderFacts.of(context.choice().orders().getFirst());
    return rule(context, query, from, Map.of()).map(rule -> said(context, facts, rule));
  }
}
