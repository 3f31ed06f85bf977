package deskhand.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// Answers questions by the store's articles, and with the dates that follow from them for an
/// order.
@Component
class PolicyAnswers {
  private static final Pattern RETURNS =
      Pattern.compile(
          "return|send (it |them )?back|sent back|money[- ]back|withdraw|rückgabe|zurück|retour|terug|renvoy|devol|reso|restitu|recesso",
          Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern WARRANTY =
      Pattern.compile("warrant|guarant|garant|gewähr|covered", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern CANCEL =
      Pattern.compile("cancel|stornier|annul|annuleer", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern FINAL_SALE =
      Pattern.compile(
          "final sale|clearance|outlet|seconds|sale items|reduced|reduziert|ausverkauf|sonderverkauf|uitverkoop|afgeprijsd|soldes|vente finale|venta final|vendita finale|liquidación",
          Pattern.UNICODE_CHARACTER_CLASS);

  private static final double SURE = 0.7;

  private final PolicyFinder finder;

  PolicyAnswers(PolicyFinder finder) {
    this.finder = finder;
  }

  AskAnswer answer(AskContext context) {
    return answer(context, context.words().today(), context.situation().settings().passage());
  }

  AskAnswer answer(AskContext context, java.time.LocalDate on, double threshold) {
    Quotes quotes = finder.find(context.policy(context.ask().text(), on));
    String reason =
        String.format(
            Locale.ROOT, "articles: confidence %.2f (%s)", quotes.confidence(), quotes.why());
    if (quotes.isEmpty() || quotes.confidence() < threshold) {
      return new AskAnswer.ForPerson(quotes.parts(), Set.of(), reason + ", too little");
    }
    return new AskAnswer.Said(quotes.parts(), quotes.confidence(), Set.of(), reason);
  }

  /// What the articles say about a state of an order; nothing where they are not sure.
  List<Reply.Part> about(AskContext context, String query, Map<String, String> values) {
    String text = context.words().query(query, values);
    if (text.isEmpty()) {
      return List.of();
    }
    Quotes quotes = finder.find(context.policy(text, context.words().today()).about(text));
    return quotes.confidence() >= context.situation().settings().passage()
        ? quotes.parts()
        : List.of();
  }

  /// The rule of that period, in the article that holds for the order.
  Optional<Rule> rule(AskContext context, String query, Period.From from) {
    String text = context.words().query(query, Map.of());
    if (text.isEmpty()) {
      return Optional.empty();
    }
    PolicyQuestion asked = context.policy(text, context.policyDay()).about(text);
    boolean warranty = query.equals("warranty");
    Pattern subject =
        switch (query) {
          case "warranty" -> WARRANTY;
          case "cancel" -> CANCEL;
          default -> RETURNS;
        };
    PolicyQuestion searched =
        warranty ? context.policy(context.ask().text() + " " + text, context.policyDay()) : asked;
    return finder.candidates(searched).stream()
        .filter(candidate -> isAbout(candidate, subject))
        .flatMap(candidate ->
            Period.in(candidate.sentence(), from)
                .map(period -> new Rule(period, candidate.quote(), candidate.score()))
                .stream())
        .max(Comparator.comparingDouble(Rule::score));
  }

  /// A question for a date that an article's period and one order give together: until when it is
  /// kept, can be cancelled, reported, is under warranty.
  Optional<AskAnswer> period(AskContext context) {
    if (!AskKind.of(context.ask().text()).contains(AskKind.TIME)) {
      return Optional.empty();
    }
    if (context.ask().intent().intent().equals("order/cancel")) {
      return cancelling(context);
    }
    Quotes quotes = finder.find(context.policy(context.ask().text(), context.policyDay()));
    if (quotes.confidence() < context.situation().settings().passage()) {
      return Optional.empty();
    }
    OrderFacts facts = OrderFacts.of(context.choice().orders().getFirst());
    DeadlineWriter dates = new DeadlineWriter(context.words(), context.given().now());
    for (Quotes.Quote quote : quotes.quotes()) {
      for (Period.From from : Period.From.values()) {
        Optional<Period> period = Period.in(quote.sentence(), from);
        if (period.isPresent()) {
          List<Reply.Part> said = dates.say(facts, period.get(), quote);
          if (!said.isEmpty()) {
            List<Reply.Part> parts = new ArrayList<>(quotes.parts());
            parts.addAll(said);
            return Optional.of(
                new AskAnswer.Said(
                    parts,
                    quotes.confidence(),
                    Set.of(facts.number()),
                    "period: " + period.get().spelled()));
          }
        }
      }
    }
    return Optional.empty();
  }

  /// Until when an order can be cancelled.
  private Optional<AskAnswer> cancelling(AskContext context) {
    return bounded(context, "cancel", Period.From.PLACED);
  }

  /// Until when the guarantee runs.
  Optional<AskAnswer> guarantee(AskContext context) {
    return bounded(context, "warranty", Period.From.DELIVERED);
  }

  private Optional<AskAnswer> bounded(AskContext context, String query, Period.From from) {
    OrderFacts facts = OrderFacts.of(context.choice().orders().getFirst());
    return rule(context, query, from)
        .map(rule -> {
          List<Reply.Part> parts = new ArrayList<>(Quotes.parts(rule.quote()));
          parts.addAll(
              new DeadlineWriter(context.words(), context.given().now())
                  .say(facts, rule.period(), rule.quote()));
          return new AskAnswer.Said(
              parts, 0.85, Set.of(facts.number()), "period: " + rule.period().spelled());
        });
  }

  /// The rule of the return period and what else the articles say, where no order is meant.
  AskAnswer returns(AskContext context) {
    AskAnswer found =
        answer(context, context.policyDay(), context.situation().settings().passage());
    Set<AskKind> kinds = AskKind.of(context.ask().text());
    boolean period =
        kinds.contains(AskKind.TIME)
            || Terms.content(context.ask().text(), context.language()).size() < 3;
    boolean meant =
        Speech.mentionsReturn(Situation.said(context.given()))
            || context.ask().intent().confidence() >= SURE;
    if (!period || !meant) {
      return found;
    }
    Optional<Rule> rule = rule(context, "return", Period.From.DELIVERED);
    if (rule.isEmpty()) {
      return found;
    }
    List<Reply.Part> parts = new ArrayList<>(Quotes.parts(rule.get().quote()));
    if (found instanceof AskAnswer.Said said && kinds.contains(AskKind.MONEY)) {
      parts.addAll(without(said.parts(), parts));
    }
    return new AskAnswer.Said(parts, 0.85, Set.of(), "the return period of the articles");
  }

  /// @param score how well the sentence fits, comparable within one search
  record Rule(Period period, Quotes.Quote quote, double score) {}

  private static boolean isAbout(PolicyFinder.Candidate candidate, Pattern subject) {
    String text =
        candidate.sentence() + " " + String.join(" ", candidate.finding().passage().headings());
    return subject.matcher(text.toLowerCase(Locale.ROOT)).find();
  }

  /// The sentence of the article that says what holds for final sale.
  Optional<Quotes.Quote> finalSale(AskContext context) {
    String text = context.words().query("finalsale", Map.of());
    if (text.isEmpty()) {
      return Optional.empty();
    }
    PolicyQuestion asked = context.policy(text, context.policyDay()).about(text);
    return finder.candidates(asked).stream()
        .filter(
            candidate -> FINAL_SALE.matcher(candidate.sentence().toLowerCase(Locale.ROOT)).find())
        .max(Comparator.comparingDouble(PolicyFinder.Candidate::score))
        .map(PolicyFinder.Candidate::quote);
  }

  static List<Reply.Part> without(List<Reply.Part> parts, List<Reply.Part> said) {
    List<Reply.Part> fresh = new ArrayList<>(parts);
    fresh.removeIf(part -> said.stream().anyMatch(other -> other.text().equals(part.text())));
    return fresh;
  }
}
