package deskhand.triage.answers;

import deskhand.triage.Identity;
import deskhand.triage.Reply;
import deskhand.triage.Situation;
import deskhand.triage.Understanding;
import deskhand.triage.articles.Tables;
import deskhand.triage.language.AskKind;
import deskhand.triage.language.Price;
import deskhand.triage.language.Speech;
import deskhand.triage.orders.OrderChoice;
import deskhand.triage.orders.OrderFinder;
import deskhand.triage.orders.OrderWriter;
import deskhand.triage.writing.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Finds for one question the order facts and the articles' sentences that answer it, by its
/// intent; or says what is missing, or why a person has to answer.
@Component
public class EvidenceFinder {
  static final Set<String> STATUS = Set.of("order/status", "order/not-received");
  static final Set<String> MONEY = Set.of("return/status", "refund/status");
  static final Set<String> RETURNS = Set.of("return/policy", "return/start");
  static final Set<String> SHIPPING = Set.of("shipping/policy", "shipping/customs");

  /// What a question for the address of an order is taken for.
  private static final Set<String> ADDRESS =
      Set.of("order/address", "order/status", "account/access");

  private static final Set<String> PEOPLE =
      Set.of("complaint/service", "human/request", "account/delete", "other/unclear");
  static final Set<String> SILENT =
      Set.of("other/thanks", "other/spam", "other/automatic", "review/feedback");

  private final OrderFinder orderFinder;
  private final OrderAnswers orders;
  private final StatusAnswers statuses;
  private final ReturnAnswers returns;
  private final PolicyAnswers policies;
  private final PeriodAnswers periods;
  private final ActAnswers acts;

  EvidenceFinder(OrderFinder orderFinder, Answers answers) {
    this.orderFinder = orderFinder;
    this.orders = answers.orders();
    this.statuses = answers.statuses();
    this.returns = answers.returns();
    this.policies = answers.policies();
    this.periods = answers.periods();
    this.acts = answers.acts();
  }

  public AskAnswer find(Situation situation, Words words, Understanding.Ask ask) {
    OrderChoice choice =
        orderFinder.choose(
            situation.given(), situation.understanding(), situation.identity(), ask.text());
    AskContext context = new AskContext(situation, words, ask, choice);
    return Completeness.check(context, found(context));
  }

  private AskAnswer found(AskContext context) {
    OrderChoice choice = context.choice();
    Situation situation = context.situation();
    String intent = context.ask().intent().intent();
    String text = context.ask().text();
    if (SILENT.contains(intent) && !Speech.isQuestion(text)) {
      return new AskAnswer.Nothing("Nothing is asked here (" + Reasons.spoken(intent) + ")");
    }
    if (Tables.asksHours(text)
        && !Speech.demandsAct(text)
        && !intent.equals("complaint/service")
        && policies.answer(context) instanceof AskAnswer.Said hours
        && hours.confidence() >= Tables.SURE) {
      return hours;
    }
    if (choice.how() == OrderChoice.How.NONE
        && Relevance.isOrders(context)
        && Relevance.namesUnproven(context)) {
      return orders.missing(context).orElseThrow();
    }
    boolean one = choice.isFound() && choice.orders().size() == 1;
    boolean about = choice.orders().stream().anyMatch(order -> Relevance.names(text, order));
    boolean supposed = Speech.supposes(text) && !about;
    boolean refund = intent.equals("refund/status") && Relevance.isSure(context);
    if (one && !supposed && !refund && Speech.asksDeadline(text) && !Speech.demandsAct(text)) {
      boolean back =
          Relevance.asksReturnPeriod(context) && !PeriodAnswers.waits(choice.orders().getFirst());
      Optional<AskAnswer> until = back ? Optional.empty() : periods.deadline(context);
      if (until.isPresent()) {
        return until.get();
      }
    }
    if (one && !supposed && !refund && Relevance.meansReturnPeriod(context)) {
      return returns.window(context);
    }
    if (choice.how() != OrderChoice.How.UNCLEAR && !refund && Relevance.asksReturnPeriod(context)) {
      return returns.window(context);
    }
    if (supposed) {
      AskAnswer rule =
          policies.answer(context, context.policyDay(), situation.settings().passage());
      return MONEY.contains(intent) && rule instanceof AskAnswer.Said said
          ? policies.withFirstStep(context, said)
          : rule;
    }
    if (ADDRESS.contains(intent)
        && context.identity().level() == Identity.Level.ACCOUNT
        && Speech.asksWhatIsKept(text)) {
      return acts.city(context);
    }
    if (intent.equals("product/availability") && Speech.asksStock(text)) {
      return AskAnswer.person("It asks what is in stock now, which no article knows");
    }
    if (!Relevance.isSure(context)) {
      boolean state = Speech.asksStatus(text) && !Speech.demandsAct(text);
      boolean unknown =
          choice.how() == OrderChoice.How.NONE
              && STATUS.contains(intent)
              && Speech.claimsOrder(Situation.said(situation.given()));
      return state && (one || unknown) ? statuses.status(context) : policies.unsure(context);
    }
    if (PEOPLE.contains(intent)) {
      return AskAnswer.person("This is for people: " + Reasons.spoken(intent));
    }
    if (STATUS.contains(intent)) {
      boolean done = one && OrderWriter.isDelivered(choice.orders().getFirst());
      if (done && intent.equals("order/status") && Relevance.isComingBack(context)) {
        return returns.money(context);
      }
      boolean known =
          Speech.namesPeriod(text) || Speech.knowsItCame(Situation.said(situation.given()));
      if (done && known && intent.equals("order/status") && !Speech.asksStatus(text)) {
        return AskAnswer.person("The writer knows that it has come, and asks something else");
      }
      boolean sum =
          done
              && (Relevance.namesSum(text, choice.orders().getFirst())
                  || (Speech.namesMoney(text) && !Speech.asksStatus(text)));
      return sum || (one && Speech.mentionsReturn(text) && Relevance.isReturned(context))
          ? money(context)
          : statuses.status(context);
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
    if (ActAnswers.INTENTS.contains(intent)) {
      return acts.answer(context);
    }
    return policies.answer(context);
  }

  /// What the articles say to a question whose order facts were told already.
  public List<Reply.Part> more(Situation situation, Words words, Understanding.Ask ask) {
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
