package deskhand.triage;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Finds for one question the order facts and the articles' sentences that answer it, by its
/// intent; or says what is missing, or why a person has to answer.
@Component
class EvidenceFinder {
  static final Set<String> STATUS = Set.of("order/status", "order/not-received");
  static final Set<String> MONEY = Set.of("return/status", "refund/status");
  static final Set<String> RETURNS = Set.of("return/policy", "return/start");
  static final Set<String> SHIPPING = Set.of("shipping/policy", "shipping/customs");

  /// An act of a person; the rule about it can be told where it is asked for.
  private static final Set<String> ACTS =
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

  private static final Set<String> PEOPLE =
      Set.of("complaint/service", "human/request", "account/delete", "other/unclear");
  static final Set<String> SILENT =
      Set.of("other/thanks", "other/spam", "other/automatic", "review/feedback");

  private final OrderFinder orderFinder;
  private final OrderAnswers orders;
  private final ReturnAnswers returns;
  private final PolicyAnswers policies;
  private final PeriodAnswers periods;

  EvidenceFinder(
      OrderFinder orderFinder,
      OrderAnswers orders,
      ReturnAnswers returns,
      PolicyAnswers policies,
      PeriodAnswers periods) {
    this.orderFinder = orderFinder;
    this.orders = orders;
    this.returns = returns;
    this.policies = policies;
    this.periods = periods;
  }

  AskAnswer find(Situation situation, Words words, Understanding.Ask ask) {
    OrderChoice choice =
        orderFinder.choose(
            situation.given(), situation.understanding(), situation.identity(), ask.text());
    AskContext context = new AskContext(situation, words, ask, choice);
    String intent = ask.intent().intent();
    String text = ask.text();
    if (SILENT.contains(intent) && !Speech.isQuestion(text)) {
      return new AskAnswer.Nothing("nothing is asked by " + intent);
    }
    if (choice.how() == OrderChoice.How.NONE
        && Relevance.isOrders(context)
        && Relevance.namesUnproven(context)) {
      return orders.missing(context).orElseThrow();
    }
    boolean one = choice.isFound() && choice.orders().size() == 1;
    boolean about = choice.orders().stream().anyMatch(order -> Relevance.names(text, order));
    boolean supposed = Speech.supposes(text) && !about;
    if (one && !supposed && Speech.asksDeadline(text) && !Speech.demandsAct(text)) {
      boolean back =
          Speech.asksReturnPeriod(text) && !PeriodAnswers.waits(choice.orders().getFirst());
      Optional<AskAnswer> until = back ? Optional.empty() : periods.deadline(context);
      if (until.isPresent()) {
        return until.get();
      }
    }
    if (choice.how() != OrderChoice.How.UNCLEAR && Speech.asksReturnPeriod(text)) {
      return returns.window(context);
    }
    if (supposed) {
      return policies.answer(context, context.policyDay(), situation.settings().passage() + 0.05);
    }
    if (!Relevance.isSure(context)) {
      boolean state = Speech.asksStatus(text) && !Speech.demandsAct(text);
      boolean unknown =
          choice.how() == OrderChoice.How.NONE
              && STATUS.contains(intent)
              && Speech.claimsOrder(Situation.said(situation.given()));
      return state && (one || unknown) ? status(context) : unsure(context);
    }
    if (intent.equals("product/availability") && Speech.asksStock(text)) {
      return AskAnswer.person("it asks what is in stock now, which no article knows");
    }
    if (PEOPLE.contains(intent)) {
      return AskAnswer.person(intent + " is for people");
    }
    if (STATUS.contains(intent)) {
      return status(context);
    }
    if (intent.equals("order/missing-item")) {
      return missingItem(context);
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
    if (ACTS.contains(intent)) {
      return act(context);
    }
    return policies.answer(context);
  }

  /// What the articles say to a question whose order facts were told already.
  List<Reply.Part> more(Situation situation, Words words, Understanding.Ask ask) {
    boolean policy = !STATUS.contains(ask.intent().intent());
    if (!Speech.asksRule(ask.text()) && !policy) {
      return List.of();
    }
    OrderChoice choice =
        orderFinder.choose(
            situation.given(), situation.understanding(), situation.identity(), ask.text());
    return policies.answer(new AskContext(situation, words, ask, choice))
            instanceof AskAnswer.Said said
        ? said.parts()
        : List.of();
  }

  private AskAnswer status(AskContext context) {
    boolean own = context.choice().isFound();
    boolean numbers = !context.situation().understanding().entities().orderNumbers().isEmpty();
    String text = context.ask().text();
    if (!own && !numbers && Speech.asksRule(text)) {
      boolean others =
          !Speech.asksStatus(text) && !Speech.claimsOrder(Situation.said(context.given()));
      AskAnswer rule = policies.answer(context);
      if (others || (rule instanceof AskAnswer.Said && !Speech.aboutOwn(text))) {
        return rule;
      }
    }
    return orders
        .missing(context)
        .orElseGet(() -> {
          AskAnswer period = period(context);
          if (period == null && Speech.asksDeadline(context.ask().text())) {
            return AskAnswer.person("no article says until when");
          }
          return period == null ? orders.status(context) : period;
        });
  }

  /// "Until when can I pick it up, report it …?": a rule with the date that follows from it.
  private @org.jspecify.annotations.Nullable AskAnswer period(AskContext context) {
    if (context.choice().orders().size() != 1) {
      return null;
    }
    return periods.period(context).orElse(null);
  }

  private AskAnswer missingItem(AskContext context) {
    if (context.choice().isFound()
        && context.choice().orders().stream()
            .anyMatch(order ->
                !OrderWriter.missing(order).isEmpty() || order.contents().shipments().size() > 1)) {
      return orders.status(context);
    }
    if (!context.choice().isFound() && !Speech.asksRule(context.ask().text())) {
      return orders.missing(context).orElseGet(() -> AskAnswer.person("an item is missing"));
    }
    return AskAnswer.person("an item is missing: somebody has to look into it");
  }

  private AskAnswer money(AskContext context) {
    boolean own =
        context.choice().isPointedAt()
            || (context.choice().isFound() && Speech.aboutOwn(Situation.said(context.given())));
    boolean moneyOrder =
        context.choice().orders().stream()
            .anyMatch(order ->
                !order.contents().returns().isEmpty() || !order.contents().refunds().isEmpty());
    if (own && moneyOrder) {
      return returns.money(context);
    }
    boolean numbers = !context.situation().understanding().entities().orderNumbers().isEmpty();
    if (!numbers && !context.choice().isPointedAt()) {
      AskAnswer rule =
          policies.answer(
              context, context.words().today(), context.situation().settings().passage());
      if (rule instanceof AskAnswer.Said
          && (Speech.asksRule(context.ask().text()) || !context.choice().isFound())) {
        return rule;
      }
      if (Speech.asksRule(context.ask().text())
          && !Speech.claimsOrder(Situation.said(context.given()))) {
        return rule;
      }
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
    AskAnswer period = period(context);
    if (period != null) {
      return period;
    }
    boolean state = Speech.aboutParcel(text) || !Speech.asksRule(text);
    AskAnswer rule = policies.answer(context);
    return rule instanceof AskAnswer.Said && !state ? rule : orders.status(context);
  }

  /// Acts are for people; the rule about them can be told to those who ask for the rule.
  private AskAnswer act(AskContext context) {
    String text = context.ask().text();
    boolean code = context.ask().intent().intent().equals("discount/problem");
    if (Speech.demandsAct(text)) {
      return AskAnswer.person("somebody has to act: " + context.ask().intent().intent());
    }
    if (context.ask().intent().intent().equals("order/address") && Speech.asksWhatIsKept(text)) {
      return AskAnswer.person("it asks for an address that is kept; that is not told");
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
      return AskAnswer.person("it tells of something that somebody has to look into");
    }
    if (context.choice().isFound() && context.choice().orders().size() == 1) {
      AskAnswer period = period(context);
      if (period != null) {
        return period;
      }
    }
    return policies.answer(
        context, context.policyDay(), context.situation().settings().passage() + 0.05);
  }

  /// The intent is not sure: only a question that an article answers very surely is answered.
  private AskAnswer unsure(AskContext context) {
    if (!Speech.asksRule(context.ask().text()) || Speech.demandsAct(context.ask().text())) {
      return AskAnswer.person(
          String.format(
              Locale.ROOT,
              "the intent is not sure: %s %.2f",
              context.ask().intent().intent(),
              context.ask().intent().confidence()));
    }
    return policies.answer(
        context, context.policyDay(), context.situation().settings().passage() + 0.15);
  }
}
