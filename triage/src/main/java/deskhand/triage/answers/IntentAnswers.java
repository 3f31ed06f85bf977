package deskhand.triage.answers;

import deskhand.triage.Situation;
import deskhand.triage.language.AskKind;
import deskhand.triage.language.Price;
import deskhand.triage.language.Speech;
import deskhand.triage.orders.OrderWriter;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Answers by its intent what is surely understood.
@Component
class IntentAnswers {
  static final Set<String> STATUS = Set.of("order/status", "order/not-received");
  static final Set<String> MONEY = Set.of("return/status", "refund/status");
  static final Set<String> RETURNS = Set.of("return/policy", "return/start");
  static final Set<String> SHIPPING = Set.of("shipping/policy", "shipping/customs");
  private static final Set<String> PEOPLE =
      Set.of("complaint/service", "human/request", "account/delete", "other/unclear");

  private final OrderAnswers orders;
  private final StatusAnswers statuses;
  private final ReturnAnswers returns;
  private final PolicyAnswers policies;
  private final PeriodAnswers periods;
  private final ActAnswers acts;

  IntentAnswers(Answers answers) {
    this.orders = answers.orders();
    this.statuses = answers.statuses();
    this.returns = answers.returns();
    this.policies = answers.policies();
    this.periods = answers.periods();
    this.acts = answers.acts();
  }

  AskAnswer answer(AskContext context) {
    String intent = context.ask().intent().intent();
    if (PEOPLE.contains(intent)) {
      return AskAnswer.person("This is for people: " + Reasons.spoken(intent));
    }
    if (STATUS.contains(intent)) {
      return status(context);
    }
    if (intent.equals("order/missing-item")) {
      return statuses.missingItem(context);
    }
    if (MONEY.contains(intent)) {
      return money(context);
    }
    if (RETURNS.contains(intent)) {
      return returns(context);
    }
    if (SHIPPING.contains(intent)) {
      return shipping(context);
    }
    return ActAnswers.INTENTS.contains(intent) ? acts.answer(context) : policies.answer(context);
  }

  /// Where something is; of what came, its return or its money, where one of these is asked for.
  private AskAnswer status(AskContext context) {
    String text = context.ask().text();
    boolean one = Relevance.isOfOne(context);
    boolean done = one && OrderWriter.isDelivered(context.choice().orders().getFirst());
    boolean state = context.ask().intent().intent().equals("order/status");
    if (done && state && Relevance.isComingBack(context)) {
      return returns.money(context);
    }
    boolean known = Speech.namesPeriod(text) || Speech.knowsItCame(Situation.said(context.given()));
    if (done && known && state && !Speech.asksStatus(text)) {
      return AskAnswer.person("The writer knows that it has come, and asks something else");
    }
    boolean sum =
        done
            && (Relevance.namesSum(text, context.choice().orders().getFirst())
                || (Speech.namesMoney(text) && !Speech.asksStatus(text)));
    return sum || (one && Speech.mentionsReturn(text) && Relevance.isReturned(context))
        ? money(context)
        : statuses.status(context);
  }

  private AskAnswer money(AskContext context) {
    boolean own =
        context.choice().isPointedAt()
            || (context.choice().isFound() && Speech.aboutOwn(Situation.said(context.given())));
    boolean moneyOrder = Relevance.isReturned(context);
    if (own && moneyOrder) {
      return returns.money(context);
    }
    boolean numbers = !context.situation().understanding().entities().orderNumbers().isEmpty();
    if (!numbers && !context.choice().isPointedAt()) {
      AskAnswer rule =
          policies.answer(
              context, context.words().today(), context.situation().settings().passage());
      if (rule instanceof AskAnswer.Said said
          && (Speech.asksRule(context.ask().text()) || !context.choice().isFound())) {
        return policies.withFirstStep(context, said);
      }
      if (Speech.asksRule(context.ask().text())
          && !Speech.claimsOrder(Situation.said(context.given()))) {
        return rule;
      }
      if (!context.choice().isFound()
          && (statuses.asksArticles(context) || Speech.asksDuration(context.ask().text()))) {
        return AskAnswer.person("It may ask for a rule as well as for an order");
      }
    }
    if (context.choice().isFound() && !moneyOrder && Price.isAsked(context.ask().text())) {
      return policies.answer(
          context, context.policyDay(), context.situation().settings().passage());
    }
    boolean returned = context.ask().intent().intent().equals("return/status");
    if (returned
        && context.choice().isFound()
        && !moneyOrder
        && Speech.asksStatus(context.ask().text())) {
      return orders.status(context);
    }
    return orders.missing(context).orElseGet(() -> returns.money(context));
  }

  private AskAnswer returns(AskContext context) {
    boolean named = !context.situation().identity().unproven().isEmpty();
    if (named && !context.choice().isFound()) {
      AskAnswer rule = policies.answer(context);
      boolean general = !AskKind.of(context.ask().text()).contains(AskKind.TIME);
      return general && rule instanceof AskAnswer.Said
          ? rule
          : orders.missing(context).orElse(rule);
    }
    return returns.window(context);
  }

  private AskAnswer shipping(AskContext context) {
    String text = context.ask().text();
    boolean own =
        context.choice().isFound()
            && (Speech.aboutParcel(text)
                || Speech.picksUp(text)
                || Speech.tellsOfIt(text)
                || context.choice().orders().stream()
                    .anyMatch(order -> Relevance.names(text, order)));
    if (!own) {
      return policies.answer(context);
    }
    Optional<AskAnswer> period = periods.period(context);
    if (period.isPresent()) {
      return period.get();
    }
    boolean state = Speech.aboutParcel(text) || !Speech.asksRule(text);
    AskAnswer rule = policies.answer(context);
    return rule instanceof AskAnswer.Said && !state ? rule : orders.status(context);
  }
}
