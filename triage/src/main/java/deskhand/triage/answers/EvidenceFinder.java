package deskhand.triage.answers;

import deskhand.triage.Identity;
import deskhand.triage.Reply;
import deskhand.triage.Situation;
import deskhand.triage.Understanding;
import deskhand.triage.articles.Quotes;
import deskhand.triage.articles.ReturnPostage;
import deskhand.triage.articles.Tables;
import deskhand.triage.language.Speech;
import deskhand.triage.orders.OrderChoice;
import deskhand.triage.orders.OrderFinder;
import deskhand.triage.writing.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Finds for one question the order facts and the articles' sentences that answer it; or says what
/// is missing, or why a person has to answer. What the words say plainly comes first, then what the
/// intent says, if it is sure.
@Component
public class EvidenceFinder {
  /// What a question for the address of an order is taken for.
  private static final Set<String> ADDRESS =
      Set.of("order/address", "order/status", "account/access");

  static final Set<String> SILENT =
      Set.of("other/thanks", "other/spam", "other/automatic", "review/feedback");

  private final OrderFinder orderFinder;
  private final PlainAnswers plain;
  private final IntentAnswers intents;
  private final Answers answers;

  EvidenceFinder(
      OrderFinder orderFinder, PlainAnswers plain, IntentAnswers intents, Answers answers) {
    this.orderFinder = orderFinder;
    this.plain = plain;
    this.intents = intents;
    this.answers = answers;
  }

  public AskAnswer find(Situation situation, Words words, Understanding.Ask ask) {
    AskContext context = context(situation, words, ask);
    AskAnswer found =
        plain(context)
            .or(() -> ofOneOrder(context))
            .or(() -> supposed(context))
            .or(() -> special(context))
            .or(() -> unsure(context))
            .orElseGet(() -> intents.answer(context));
    AskAnswer checked = Completeness.check(context, found);
    return checked instanceof AskAnswer.Said ? checked : postage(context).orElse(checked);
  }

  /// Who pays for the way back, whatever it was taken for.
  private Optional<AskAnswer> postage(AskContext context) {
    String said = Situation.said(context.given());
    boolean asked =
        ReturnPostage.isAskedIn(context.ask().text(), said)
            && (Speech.mentionsReturn(said)
                || IntentAnswers.RETURNS.contains(context.situation().intent()));
    return asked ? answers.policies().returnPostage(context) : Optional.empty();
  }

  private AskContext context(Situation situation, Words words, Understanding.Ask ask) {
    OrderChoice choice =
        orderFinder.choose(
            situation.given(), situation.understanding(), situation.identity(), ask.text());
    return new AskContext(situation, words, ask, choice);
  }

  /// What is no question, a question for opening hours, or one that names an order of which nothing
  /// is proven.
  private Optional<AskAnswer> plain(AskContext context) {
    String intent = context.ask().intent().intent();
    String text = context.ask().text();
    if (SILENT.contains(intent) && !Speech.isQuestion(text)) {
      return Optional.of(
          new AskAnswer.Nothing("Nothing is asked here (" + Reasons.spoken(intent) + ")"));
    }
    if (Tables.asksHours(text)
        && !Speech.demandsAct(text)
        && !intent.equals("complaint/service")
        && answers.policies().answer(context) instanceof AskAnswer.Said hours
        && hours.confidence() >= Quotes.SURE) {
      return Optional.of(hours);
    }
    Optional<AskAnswer> asked = plain.answer(context);
    if (asked.isPresent()) {
      return asked;
    }
    boolean unproven =
        context.choice().how() == OrderChoice.How.NONE
            && Relevance.isOrders(context)
            && Relevance.namesUnproven(context);
    return unproven ? answers.orders().missing(context) : Optional.empty();
  }

  /// A last day, a return or a payment of the one order that is meant; and until when something can
  /// go back, of whichever order.
  private Optional<AskAnswer> ofOneOrder(AskContext context) {
    String text = context.ask().text();
    boolean refund =
        context.ask().intent().intent().equals("refund/status") && Relevance.isSure(context);
    boolean one = Relevance.isOfOne(context);
    boolean now = one && !isSupposed(context);
    boolean until =
        Speech.asksDeadline(text) && !Speech.demandsAct(text) && !Relevance.asksMeasure(context);
    if (now && !refund && until) {
      boolean back =
          Relevance.asksReturnPeriod(context)
              && !PeriodAnswers.waits(context.choice().orders().getFirst());
      Optional<AskAnswer> day = back ? Optional.empty() : answers.periods().deadline(context);
      if (day.isPresent()) {
        return day;
      }
    }
    if (now && Relevance.asksReturnState(context)) {
      return Optional.of(answers.returns().money(context));
    }
    if (one && Relevance.asksOfVoided(context)) {
      return Optional.of(answers.statuses().status(context));
    }
    boolean period =
        (now && Relevance.meansReturnPeriod(context))
            || (context.choice().how() != OrderChoice.How.UNCLEAR
                && Relevance.asksReturnPeriod(context));
    return period && !refund ? Optional.of(answers.returns().window(context)) : Optional.empty();
  }

  /// What has not happened is answered by the rule, whatever order there is.
  private Optional<AskAnswer> supposed(AskContext context) {
    if (!isSupposed(context)) {
      return Optional.empty();
    }
    AskAnswer rule =
        answers
            .policies()
            .answer(context, context.policyDay(), context.situation().settings().passage());
    boolean money = IntentAnswers.MONEY.contains(context.ask().intent().intent());
    return Optional.of(
        money && rule instanceof AskAnswer.Said said
            ? answers.policies().withFirstStep(context, said)
            : rule);
  }

  private static boolean isSupposed(AskContext context) {
    String text = context.ask().text();
    return Speech.supposes(text)
        && context.choice().orders().stream().noneMatch(order -> Relevance.names(text, order));
  }

  /// The kept address, the stock of this moment, and an order that is to be edited.
  private Optional<AskAnswer> special(AskContext context) {
    String intent = context.ask().intent().intent();
    String text = context.ask().text();
    if (ADDRESS.contains(intent)
        && context.identity().level() == Identity.Level.ACCOUNT
        && Speech.asksWhatIsKept(text)) {
      return Optional.of(answers.acts().city(context));
    }
    if (!intent.equals("product/availability")) {
      return Optional.empty();
    }
    if (Speech.asksStock(text)) {
      return Optional.of(AskAnswer.person("It asks what is in stock now, which no article knows"));
    }
    return RefusalAnswers.areEditsAsked(context)
        ? Optional.of(answers.acts().answer(context))
        : Optional.empty();
  }

  /// Where the intent is not sure, only what the words ask plainly is answered.
  private Optional<AskAnswer> unsure(AskContext context) {
    if (Relevance.isSure(context)) {
      return Optional.empty();
    }
    String text = context.ask().text();
    boolean state = Speech.asksStatus(text) && !Speech.demandsAct(text);
    boolean unknown =
        context.choice().how() == OrderChoice.How.NONE
            && IntentAnswers.STATUS.contains(context.ask().intent().intent())
            && Speech.claimsOrder(Situation.said(context.given()));
    return Optional.of(
        state && (Relevance.isOfOne(context) || unknown)
            ? answers.statuses().status(context)
            : answers.policies().unsure(context));
  }

  /// What the articles say to a question whose order facts were told already.
  public List<Reply.Part> more(Situation situation, Words words, Understanding.Ask ask) {
    boolean policy = !IntentAnswers.STATUS.contains(ask.intent().intent());
    if (!Speech.asksRule(ask.text()) && !policy) {
      return List.of();
    }
    return answers.policies().answer(context(situation, words, ask)) instanceof AskAnswer.Said said
        ? said.parts()
        : List.of();
  }
}
