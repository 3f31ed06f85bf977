package deskhand.triage.answers;

import deskhand.orders.Order;
import deskhand.orders.Shipment;
import deskhand.triage.Reply;
import deskhand.triage.Situation;
import deskhand.triage.articles.Period;
import deskhand.triage.articles.PeriodSubject;
import deskhand.triage.articles.PolicyFinder;
import deskhand.triage.articles.PolicyQuestion;
import deskhand.triage.articles.Quotes;
import deskhand.triage.language.AskKind;
import deskhand.triage.language.Patterns;
import deskhand.triage.language.Speech;
import deskhand.triage.orders.OrderFacts;
import deskhand.triage.writing.Carriers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Answers until when something can be done, by a period that an article grants and the day on
/// which it begins for an order.
@Component
class PeriodAnswers {
  /// The customer comes to the store for it.
  private static final Patterns COLLECTED = Patterns.load("trace/collected");

  /// Another period this near to the best one makes it unclear which is meant.
  private static final double AS_GOOD = 0.97;

  /// Share of the question's words that a sentence holds which is plainly about it.
  private static final double PLAINLY = 0.3;

  /// The sentence of a period that is less likely to answer is about something else.
  private static final double MEANT = 0.2;

  private static final double SURE = 0.85;

  private final PolicyFinder finder;
  private final PeriodRules rules;

  PeriodAnswers(PolicyFinder finder, PeriodRules rules) {
    this.finder = finder;
    this.rules = rules;
  }

  /// Until when what is asked holds for the one order: the period that fits the question best among
  /// those that have begun for it. Empty where none fits, or two fit alike.
  Optional<AskAnswer> deadline(AskContext context) {
    Order order = context.choice().orders().getFirst();
    if (waits(order)) {
      return kept(context, order);
    }
    String ask = context.ask().text();
    if (asksGuarantee(context)) {
      return guarantee(context);
    }
    if (asksToReport(context)) {
      return reported(context);
    }
    PolicyQuestion asked = context.policy(ask, context.policyDay());
    List<PolicyFinder.Candidate> candidates = finder.candidates(asked);
    double best = PeriodRules.best(candidates);
    OrderFacts facts = OrderFacts.of(order);
    DeadlineWriter dates = DeadlineWriter.of(context);
    List<PeriodRules.Rule> begun =
        candidates.stream()
            .filter(candidate -> candidate.score() >= PeriodRules.NEARLY * best)
            .filter(candidate -> !PeriodSubject.GUARANTEE.isOf(candidate))
            .flatMap(candidate ->
                anchors(order, candidate).stream()
                    .flatMap(from -> PeriodRules.rule(candidate, from).stream()))
            .filter(rule -> !dates.say(facts, rule.period(), rule.quotes()).isEmpty())
            .sorted(Comparator.comparingDouble(PeriodRules.Rule::score).reversed())
            .toList();
    if (begun.isEmpty()) {
      return Optional.empty();
    }
    PeriodRules.Rule first = begun.getFirst();
    boolean unclear =
        begun.stream()
            .anyMatch(rule ->
                !rule.period().equals(first.period()) && rule.score() >= AS_GOOD * first.score());
    return unclear || finder.confidence(asked, candidates, first.quotes()) < MEANT
        ? Optional.empty()
        : Optional.of(said(context, facts, first));
  }

  /// That a parcel is not there: it says so, or was understood so.
  private static boolean asksToReport(AskContext context) {
    String ask = context.ask().text();
    boolean missed = context.ask().intent().intent().equals("order/not-received");
    return Speech.reports(ask)
        && (missed || Speech.namesNotReceived(ask))
        && !Speech.namesBroken(Situation.said(context.given()));
  }

  /// Until when it can be reported that a parcel is not there; two periods are unclear.
  private Optional<AskAnswer> reported(AskContext context) {
    List<PeriodRules.Rule> found =
        rules.all(context, "report", Period.From.DELIVERED, Map.of()).stream()
            .filter(rule -> !rule.period().ofHours())
            .toList();
    boolean one = found.stream().map(PeriodRules.Rule::period).distinct().limit(2).count() == 1;
    OrderFacts facts = OrderFacts.of(context.choice().orders().getFirst());
    return PeriodRules.likeliest(one ? found : List.of()).map(rule -> said(context, facts, rule));
  }

  /// "It says 45 days, am I covered by that?" may be asked of any period.
  private static boolean asksGuarantee(AskContext context) {
    String ask = context.ask().text().toLowerCase(Locale.ROOT);
    boolean named = PeriodSubject.GUARANTEE.isIn(ask.replace("covered", ""));
    boolean meant =
        context.ask().intent().intent().equals("warranty/claim") || !Speech.namesPeriod(ask);
    return named || (meant && PeriodSubject.GUARANTEE.isIn(ask));
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
    boolean collected = COLLECTED.foundIn(carrier);
    Set<String> carriers = Carriers.in(carrier);
    List<PeriodRules.Rule> waiting =
        rules.all(context, "pickup", Period.From.AVAILABLE, Map.of("carrier", carrier)).stream()
            .filter(rule -> isOfCounter(rule) == collected)
            .toList();
    List<PeriodRules.Rule> theirs =
        waiting.stream()
            .filter(rule -> carriersOf(rule).stream().anyMatch(carriers::contains))
            .toList();
    List<PeriodRules.Rule> anyones =
        waiting.stream().filter(rule -> !carriers.isEmpty() || carriersOf(rule).isEmpty()).toList();
    return PeriodRules.likeliest(theirs.isEmpty() ? anyones : theirs)
        .map(rule -> said(context, OrderFacts.of(order), rule));
  }

  private static boolean isOfCounter(PeriodRules.Rule rule) {
    return rule.quotes().stream().anyMatch(quote -> PeriodSubject.isOwnCounter(quote.sentence()));
  }

  private static Set<String> carriersOf(PeriodRules.Rule rule) {
    return rule.quotes().stream()
        .flatMap(quote -> Carriers.in(quote.sentence()).stream())
        .collect(Collectors.toSet());
  }

  private static AskAnswer said(AskContext context, OrderFacts facts, PeriodRules.Rule rule) {
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
      if (guarantee && !PeriodRules.isGuarantee(context, quote)) {
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

  /// Until when the guarantee runs.
  Optional<AskAnswer> guarantee(AskContext context) {
    return bounded(context, "warranty", Period.From.DELIVERED);
  }

  private Optional<AskAnswer> bounded(AskContext context, String query, Period.From from) {
    OrderFacts facts = OrderFacts.of(context.choice().orders().getFirst());
    return rules.rule(context, query, from, Map.of()).map(rule -> said(context, facts, rule));
  }
}
