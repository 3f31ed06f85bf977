package deskhand.triage.answers;

import deskhand.orders.Shipment;
import deskhand.triage.Reply;
import deskhand.triage.Situation;
import deskhand.triage.articles.MissedDelivery;
import deskhand.triage.articles.Patience;
import deskhand.triage.articles.Period;
import deskhand.triage.articles.PolicyFinder;
import deskhand.triage.articles.PolicyQuestion;
import deskhand.triage.articles.Quotes;
import deskhand.triage.articles.RefundDays;
import deskhand.triage.articles.ReturnLabels;
import deskhand.triage.articles.ReturnPostage;
import deskhand.triage.language.AskKind;
import deskhand.triage.language.Speech;
import deskhand.triage.language.Terms;
import deskhand.triage.writing.Carriers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Answers questions by the store's articles.
@Component
class PolicyAnswers {
  private static final double SURE = 0.7;

  /// What is asked for in our own words is found with a little less.
  private static final double OWN_WORDS = 0.06;

  /// So much surer must the sentences be where the intent is not.
  private static final double UNSURE = 0.09;

  /// From here on it may be what is asked for.
  private static final double MAYBE = 0.2;

  private final PolicyFinder finder;
  private final PeriodRules periods;

  PolicyAnswers(PolicyFinder finder, PeriodRules periods) {
    this.finder = finder;
    this.periods = periods;
  }

  AskAnswer answer(AskContext context) {
    return answer(context, context.saidDay(), context.situation().settings().passage());
  }

  AskAnswer answer(AskContext context, java.time.LocalDate on, double threshold) {
    PolicyQuestion asked = context.policy(context.ask().text(), on);
    return answer(context, asked, finder.find(asked), threshold);
  }

  /// Only what a table says of it.
  Optional<AskAnswer> fromTable(AskContext context) {
    PolicyQuestion asked = context.policy(context.ask().text(), context.saidDay());
    Quotes quotes = finder.find(asked);
    return quotes.isOfTable() && answer(context, asked, quotes, 0) instanceof AskAnswer.Said told
        ? Optional.of(told)
        : Optional.empty();
  }

  private static AskAnswer answer(
      AskContext context, PolicyQuestion asked, Quotes quotes, double threshold) {
    if (quotes.isEmpty() || quotes.confidence() < threshold) {
      return new AskAnswer.ForPerson(quotes.parts(), Set.of(), Reasons.articles(quotes, false));
    }
    return Withheld.why(context, asked, quotes)
        .<AskAnswer>map(why -> new AskAnswer.ForPerson(quotes.parts(), Set.of(), why))
        .orElseGet(() ->
            new AskAnswer.Said(
                quotes.parts(), quotes.confidence(), Set.of(), Reasons.articles(quotes, true)));
  }

  /// The intent is not sure: only a question that an article answers very surely is answered.
  AskAnswer unsure(AskContext context) {
    if (!Speech.asksRule(context.ask().text()) || Speech.demandsAct(context.ask().text())) {
      return AskAnswer.person(Reasons.unclear(context.ask().intent()));
    }
    return answer(context, context.policyDay(), context.situation().settings().passage() + UNSURE);
  }

  /// Whether the articles may answer it, sure or not.
  boolean mayAnswer(AskContext context) {
    Quotes quotes = finder.find(context.policy(context.ask().text(), context.saidDay()));
    return quotes.confidence() >= MAYBE;
  }

  /// What the articles say about a state of an order; nothing where they are not sure.
  List<Reply.Part> about(AskContext context, String query, Map<String, String> values) {
    String text = context.words().query(query, values);
    if (text.isEmpty()) {
      return List.of();
    }
    Quotes quotes = finder.find(context.policy(text, context.words().today()).about(text));
    return quotes.confidence() >= context.situation().settings().passage() - OWN_WORDS
        ? quotes.parts()
        : List.of();
  }

  /// What that carrier does after nobody was at home.
  List<Reply.Part> missed(AskContext context, String carrier) {
    Map<String, String> named = Map.of("carrier", carrier);
    List<Reply.Part> told = about(context, "attempt", named);
    String text = context.words().query("attempt", named);
    if (told.stream().anyMatch(part -> MissedDelivery.isToldIn(part.text()))) {
      return told;
    }
    if (text.isEmpty()) {
      return List.of();
    }
    PolicyQuestion asked = context.policy(text, context.words().today()).about(text);
    return MissedDelivery.rule(finder.candidates(asked), carrier)
        .map(Quotes::parts)
        .orElse(List.of());
  }

  /// How long the store takes to pay a return once it has arrived; nothing where no article is
  /// plain about it.
  ///
  /// @param money whether money is what is asked for: then the sentence that grants the days counts
  ///   however it is worded
  List<Reply.Part> refundDays(AskContext context, boolean money) {
    List<Reply.Part> told = about(context, "refund", Map.of());
    if (told.stream().anyMatch(part -> Speech.mentionsRefund(part.text()))) {
      return told;
    }
    String text = context.words().query("refund", Map.of());
    if (text.isEmpty() || !money) {
      return List.of();
    }
    PolicyQuestion asked = context.policy(text, context.words().today()).about(text);
    return RefundDays.afterArrival(finder.candidates(asked)).map(Quotes::parts).orElse(List.of());
  }

  /// How long money takes is told with the store's own part of it: the bank's days begin when the
  /// store has paid.
  AskAnswer withFirstStep(AskContext context, AskAnswer.Said said) {
    if (!AskKind.of(context.ask().text()).contains(AskKind.TIME)) {
      return said;
    }
    List<Reply.Part> own =
        without(refundDays(context, true), said.parts()).stream()
            .filter(part ->
                AskKind.TIME.answeredBy(part.text())
                    && (Speech.mentionsRefund(part.text()) || RefundDays.areGranted(part.text())))
            .limit(1)
            .toList();
    List<Reply.Part> parts = new ArrayList<>(own);
    parts.addAll(said.parts());
    return new AskAnswer.Said(parts, said.confidence(), said.orders(), said.reason());
  }

  /// The rule of the return period and what else the articles say, where no order is meant.
  AskAnswer returns(AskContext context) {
    AskAnswer found =
        answer(context, context.policyDay(), context.situation().settings().passage());
    if (found instanceof AskAnswer.Said && ReturnLabels.areAskedAlone(context.ask().text())) {
      return found;
    }
    Set<AskKind> kinds = AskKind.of(context.ask().text());
    boolean bare =
        context.given().history().isEmpty()
            && context.situation().understanding().asks().size() < 2
            && Terms.content(context.ask().text(), context.language()).size() < 3;
    boolean period =
        kinds.contains(AskKind.TIME)
            || Speech.asksReturnPeriod(context.ask().text())
            || (bare && !kinds.contains(AskKind.MONEY));
    boolean meant =
        Speech.mentionsReturn(Situation.said(context.given()))
            || context.ask().intent().confidence() >= SURE;
    if (!period || !meant || Speech.hasSentBack(Situation.said(context.given()))) {
      return found;
    }
    Optional<PeriodRules.Rule> rule =
        periods.rule(context, "return", Period.From.DELIVERED, Map.of());
    if (rule.isEmpty()) {
      return found;
    }
    List<Reply.Part> parts = new ArrayList<>(rule.get().parts());
    boolean season = Speech.namesSeason(Situation.said(context.given()));
    if (season && parts.stream().noneMatch(part -> Speech.namesSeason(part.text()))) {
      return new AskAnswer.ForPerson(
          parts, Set.of(), "It names a season that may have a rule of its own");
    }
    if (found instanceof AskAnswer.Said said && kinds.contains(AskKind.MONEY)) {
      parts.addAll(without(said.parts(), parts));
    }
    return new AskAnswer.Said(parts, 0.85, Set.of(), "The return period of the articles");
  }

  /// Who pays for the way back, where the article is known that grants the time for it.
  Optional<AskAnswer> returnPostage(AskContext context) {
    String text = context.words().query("returnpostage", Map.of());
    if (text.isEmpty()) {
      return Optional.empty();
    }
    PolicyQuestion asked = context.policy(text, context.policyDay()).about(text);
    Set<String> store = Set.of(context.given().store().profile().country());
    Set<String> from = asked.place().wanted().isEmpty() ? store : asked.place().wanted();
    return periods
        .rule(context, "return", Period.From.DELIVERED, Map.of())
        .flatMap(
            rule -> ReturnPostage.rule(finder.candidates(asked), rule.quotes().getFirst(), from))
        .map(told ->
            new AskAnswer.Said(
                told.parts(), told.confidence(), Set.of(), Reasons.articles(told, true)));
  }

  /// How long the articles ask to wait for this late parcel.
  Optional<Patience> patience(AskContext context, Shipment parcel) {
    String text = context.words().query("late", Map.of());
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String carrier = Carriers.name(parcel);
    PolicyQuestion asked =
        context.policy(text, context.words().today()).about(text + " " + carrier);
    return finder.candidates(asked).stream()
        .sorted(Comparator.comparingDouble(PolicyFinder.Candidate::score).reversed())
        .flatMap(candidate ->
            Patience.in(
                candidate.quote(), carrier, asked.place().home().map(Set::of).orElse(Set.of()))
                .stream())
        .findFirst();
  }

  static List<Reply.Part> without(List<Reply.Part> parts, List<Reply.Part> said) {
    List<Reply.Part> fresh = new ArrayList<>(parts);
    fresh.removeIf(part -> said.stream().anyMatch(other -> other.text().equals(part.text())));
    return fresh;
  }
}
