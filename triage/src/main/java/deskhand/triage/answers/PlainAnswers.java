package deskhand.triage.answers;

import deskhand.triage.Situation;
import deskhand.triage.articles.Cutoff;
import deskhand.triage.articles.DeliveryQuestion;
import deskhand.triage.articles.Gifts;
import deskhand.triage.articles.PayWays;
import deskhand.triage.articles.ServiceQuestion;
import deskhand.triage.articles.Tables;
import deskhand.triage.articles.Trade;
import deskhand.triage.articles.Vouchers;
import deskhand.triage.language.Speech;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Answers what the words ask plainly, whatever intent they were taken for.
@Component
class PlainAnswers {
  /// What a question for the delivery of goods is taken for.
  private static final Set<String> MISREAD =
      Set.of(
          "order/status",
          "order/place",
          "product/question",
          "product/availability",
          "other/unclear",
          "shipping/policy");

  /// What a question for a place where a parcel waits may be taken for beside that.
  private static final Set<String> FETCHED =
      Set.of("return/policy", "refund/status", "order/not-received");

  /// "And how much is that?"
  private static final Set<String> PAID = Set.of("payment/methods");

  private final PolicyAnswers policies;
  private final RefusalAnswers refusals;
  private final DispatchAnswers dispatch;

  PlainAnswers(PolicyAnswers policies, RefusalAnswers refusals, DispatchAnswers dispatch) {
    this.policies = policies;
    this.refusals = refusals;
    this.dispatch = dispatch;
  }

  Optional<AskAnswer> answer(AskContext context) {
    return destination(context)
        .or(() -> payWay(context))
        .or(() -> dispatch(context))
        .or(() -> service(context))
        .or(() -> inGeneral(context))
        .or(() -> forgottenCode(context));
  }

  /// What delivery to a place that is named costs.
  private Optional<AskAnswer> destination(AskContext context) {
    String text = context.ask().text();
    AskContext delivery = context.as("shipping/policy");
    boolean waits =
        context.ask().intent().intent().equals("order/status") && context.choice().isFound();
    boolean asked =
        isOfDelivery(context)
            && !waits
            && DeliveryQuestion.isAskedIn(text)
            && !Speech.demandsAct(text)
            && !delivery.place().named().isEmpty();
    return asked ? policies.fromTable(delivery) : Optional.empty();
  }

  /// Whether a way to pay is taken.
  private Optional<AskAnswer> payWay(AskContext context) {
    boolean asked =
        PayWays.areAskedIn(context.ask().text())
            && !context.choice().isPointedAt()
            && !context.ask().intent().intent().equals("payment/problem");
    return asked ? policies.fromTable(context.as("payment/methods")) : Optional.empty();
  }

  /// When an order would leave that is only thought of.
  private Optional<AskAnswer> dispatch(AskContext context) {
    return isOfDelivery(context) && Cutoff.isAskedOfSupposed(context.ask().text())
        ? dispatch.supposed(context)
        : Optional.empty();
  }

  /// A faster service, or a place where a parcel waits. An order that there is comes first.
  private Optional<AskAnswer> service(AskContext context) {
    AskContext delivery = context.as("shipping/policy");
    String intent = context.ask().intent().intent();
    String text = context.ask().text();
    if (context.choice().isPointedAt()
        || (intent.equals("order/status") && context.choice().isFound())
        || context.choice().orders().stream().anyMatch(PeriodAnswers::waits)
        || Speech.mentionsReturn(text)
        || Speech.claimsOrder(text)
        || Speech.demandsAct(text)) {
      return Optional.empty();
    }
    return ServiceQuestion.in(delivery.policy(text, context.saidDay()))
        .filter(question ->
            MISREAD.contains(intent) || FETCHED.contains(intent) || PAID.contains(intent))
        .filter(
            question -> question.isOfPlaces() ? !PAID.contains(intent) : !FETCHED.contains(intent))
        .flatMap(question -> policies.fromTable(delivery));
  }

  /// What is asked in general, where nothing is told beside it that somebody has to look into.
  private Optional<AskAnswer> inGeneral(AskContext context) {
    return context.choice().isPointedAt() || Speech.tellsOfTrouble(context.ask().text())
        ? Optional.empty()
        : trade(context).or(() -> gift(context)).or(() -> voucher(context));
  }

  /// How much a business must order first, and where it applies; what it tells of itself asks
  /// nothing.
  private Optional<AskAnswer> trade(AskContext context) {
    String text = context.ask().text();
    if (!Trade.isAskedIn(Situation.said(context.given()))) {
      return Optional.empty();
    }
    if (Trade.isAsked(text)) {
      return policies.fromTable(context.as("business/wholesale"));
    }
    return Trade.isIntroduction(text)
        ? Optional.of(new AskAnswer.Nothing("A business tells of itself"))
        : Optional.empty();
  }

  /// The return of a present.
  private Optional<AskAnswer> gift(AskContext context) {
    return Gifts.goBackIn(context.ask().text())
        ? policies.fromTable(context.as("return/policy"))
        : Optional.empty();
  }

  /// How long gift cards are good, where, and how many at once.
  private Optional<AskAnswer> voucher(AskContext context) {
    boolean asked =
        Vouchers.areMeantIn(Situation.said(context.given()))
            && Vouchers.areAskedIn(context.ask().text())
            && !Tables.asksHours(context.ask().text());
    return asked ? policies.fromTable(context.as("discount/policy")) : Optional.empty();
  }

  /// A code that is to be put on an order afterwards.
  private Optional<AskAnswer> forgottenCode(AskContext context) {
    return RefusalAnswers.isForgottenCode(context) ? refusals.answer(context) : Optional.empty();
  }

  /// Whether it may be about delivery in general.
  private static boolean isOfDelivery(AskContext context) {
    return MISREAD.contains(context.ask().intent().intent())
        && !Speech.mentionsReturn(context.ask().text())
        && !context.choice().isPointedAt();
  }
}
