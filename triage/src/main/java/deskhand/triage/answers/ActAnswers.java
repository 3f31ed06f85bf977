package deskhand.triage.answers;

import deskhand.triage.Evidence;
import deskhand.triage.Identity;
import deskhand.triage.language.Speech;
import deskhand.triage.orders.OrderChoice;
import deskhand.triage.orders.OrderFacts;
import deskhand.triage.writing.Parts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Answers what asks for an act of a person: the rule about it is told to those who ask for the
/// rule, everything else is for people.
@Component
class ActAnswers {
  static final Set<String> INTENTS =
      Set.of(
          "order/cancel",
          "order/change",
          "order/address",
          "order/wrong-item",
          "order/damaged",
          "order/place",
          "discount/problem",
          "refund/request",
          "warranty/claim",
          "payment/problem",
          "account/access",
          "invoice/request");

  private final OrderAnswers orders;
  private final PolicyAnswers policies;
  private final PeriodAnswers periods;
  private final RefusalAnswers refusals;

  ActAnswers(
      OrderAnswers orders, PolicyAnswers policies, PeriodAnswers periods, RefusalAnswers refusals) {
    this.orders = orders;
    this.policies = policies;
    this.periods = periods;
    this.refusals = refusals;
  }

  /// Of the address that the store keeps the city alone is told, and to an account alone.
  AskAnswer city(AskContext context) {
    OrderChoice choice = context.choice();
    if (context.identity().level() != Identity.Level.ACCOUNT || choice.orders().size() != 1) {
      return AskAnswer.person("It asks for the address that the store keeps, which is not told");
    }
    OrderFacts facts = OrderFacts.of(choice.orders().getFirst());
    Evidence.FromOrder city = facts.fact("city");
    if (!choice.isFound() || city.value().isBlank()) {
      return AskAnswer.person("The order has no address");
    }
    String text =
        context.words().say("address.city", Map.of("order", facts.number(), "city", city.value()));
    return new AskAnswer.Said(
        List.of(Parts.sentence(text, facts.fact("number"), city)),
        0.9,
        Set.of(facts.number()),
        "Signed in, so the city is told, and no more of the address");
  }

  /// Acts are for people; the rule about them can be told to those who ask for the rule.
  AskAnswer answer(AskContext context) {
    String text = context.ask().text();
    boolean code = context.ask().intent().intent().equals("discount/problem");
    Optional<AskAnswer> refused = refusals.answer(context);
    if (refused.isPresent()) {
      return refused.get();
    }
    if (Speech.demandsAct(text)) {
      return AskAnswer.person(
          "Somebody has to act: " + Reasons.spoken(context.ask().intent().intent()));
    }
    if (context.ask().intent().intent().equals("order/address") && Speech.asksWhatIsKept(text)) {
      return city(context);
    }
    boolean guarantee =
        context.ask().intent().intent().equals("warranty/claim") && Speech.asksDeadline(text);
    if (guarantee && context.choice().isFound() && context.choice().orders().size() == 1) {
      Optional<AskAnswer> until = periods.guarantee(context);
      if (until.isPresent()) {
        return until.get();
      }
    }
    boolean cancelled =
        context.choice().how() == OrderChoice.How.NAMED
            && context.choice().orders().stream()
                .anyMatch(order -> order.times().cancelledAt().isPresent());
    if (cancelled && context.ask().intent().intent().equals("order/cancel")) {
      return orders.status(context);
    }
    boolean asks = Speech.asksRule(text) || (!code && text.indexOf('?') >= 0);
    if (!asks) {
      return AskAnswer.person("It tells of something that somebody has to look into");
    }
    if (context.choice().isFound()) {
      Optional<AskAnswer> period = periods.period(context);
      if (period.isPresent()) {
        return period.get();
      }
    }
    return policies.answer(
        context, context.policyDay(), context.situation().settings().passage() + 0.05);
  }
}
