package deskhand.triage.answers;

import deskhand.orders.Order;
import deskhand.orders.Shipment;
import deskhand.store.Money;
import deskhand.triage.Situation;
import deskhand.triage.language.Measure;
import deskhand.triage.language.Speech;
import deskhand.triage.orders.OrderChoice;
import deskhand.triage.orders.OrderWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How far a question is understood, and what it points at.
final class Relevance {
  /// What is missing from an order that came in parts is understood with less.
  private static final double PARTLY_HELPS = 0.6;

  /// Who names an own order and asks about something else must be understood with more.
  private static final double ASIDE = 0.7;

  /// What a question of how long something that came may go back is not taken for.
  private static final Pattern OF_SOMETHING_ELSE =
      Pattern.compile("(payment|discount|account|refund|warranty|invoice|shipping)/.*");

  private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?\\n])\\s*");

  private static final Pattern VOIDED =
      Pattern.compile("\\bvoid(ed)?\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern SUM =
      Pattern.compile("(?<![\\p{L}\\d#.,-])\\d{2,6}([.,]\\d{2})?(?![\\p{L}\\d-]|[.,]\\d)");

  private Relevance() {}

  /// Whether the intent is clear enough to go by it. That an own order is named does not help: what
  /// is asked about it may be anything.
  static boolean isSure(AskContext context) {
    String intent = context.ask().intent().intent();
    double confidence = context.ask().intent().confidence();
    double needed = context.situation().settings().intent();
    if (intent.equals("other/unclear") || EvidenceFinder.SILENT.contains(intent)) {
      return false;
    }
    if (intent.equals("order/missing-item") && isPartly(context)) {
      return confidence >= needed * PARTLY_HELPS;
    }
    boolean aside = intent.startsWith("account/") || intent.startsWith("payment/");
    if (aside && context.choice().how() == OrderChoice.How.NAMED) {
      needed = Math.max(needed, ASIDE);
    }
    return confidence >= needed;
  }

  static boolean isOfOne(AskContext context) {
    return context.choice().isFound() && context.choice().orders().size() == 1;
  }

  /// Whether nothing of the one order has come yet: then a last day is that of its delivery.
  static boolean isUnderWay(AskContext context) {
    return context.choice().orders().size() == 1
        && !context.choice().orders().getFirst().contents().shipments().isEmpty()
        && context.choice().orders().getFirst().contents().shipments().stream()
            .noneMatch(parcel ->
                parcel.isDelivered() || parcel.status() == Shipment.Status.AVAILABLE_FOR_PICKUP);
  }

  /// Whether the one order came, or comes, in parts.
  static boolean isPartly(AskContext context) {
    return context.choice().isFound()
        && context.choice().orders().stream()
            .anyMatch(order ->
                !order.contents().shipments().isEmpty()
                    && (!OrderWriter.missing(order).isEmpty()
                        || order.contents().shipments().size() > 1));
  }

  /// Whether a sentence asks until when something can be sent back, or until when, of what was said
  /// before to be sent back.
  static boolean asksReturnPeriod(AskContext context) {
    boolean before = Speech.mentionsReturn(Situation.said(context.given()));
    return SENTENCE
        .splitAsStream(context.ask().text())
        .anyMatch(sentence ->
            Speech.asksReturnPeriod(sentence)
                || (before
                    && Speech.asksDeadline(sentence)
                    && Speech.hangs(sentence, context.language())));
  }

  /// Of what has come, a last day or a number of days is most often that of returns: "is it too
  /// late for the poles?", "I believe you have 90 days".
  static boolean meansReturnPeriod(AskContext context) {
    String text = context.ask().text();
    boolean own =
        context.choice().isPointedAt() || Speech.aboutOwn(Situation.said(context.given()));
    return own
        && !OF_SOMETHING_ELSE.matcher(context.ask().intent().intent()).matches()
        && (Speech.asksDeadline(text) || Speech.namesPeriod(text))
        && OrderWriter.isDelivered(context.choice().orders().getFirst())
        && !asksMeasure(context)
        && !Speech.namesOtherMatter(text)
        && !Speech.asksStatus(text)
        && !Speech.demandsAct(text);
  }

  /// Whether it is, or may be, about an order that exists.
  static boolean isOrders(AskContext context) {
    String intent = context.ask().intent().intent();
    boolean policy =
        IntentAnswers.RETURNS.contains(intent) || IntentAnswers.SHIPPING.contains(intent);
    return !policy || !Speech.asksRule(context.ask().text());
  }

  static boolean namesUnproven(AskContext context) {
    String said = Situation.said(context.given());
    return context.identity().unproven().stream()
        .map(number -> number.replaceAll("\\D", ""))
        .anyMatch(digits -> !digits.isEmpty() && said.contains(digits));
  }

  /// Whether something of the orders came back, or was paid back.
  static boolean isReturned(AskContext context) {
    return context.choice().orders().stream()
        .anyMatch(order ->
            !order.contents().returns().isEmpty() || !order.contents().refunds().isEmpty());
  }

  /// Whether something of the one order is on its way back, or arrived there and is not settled.
  static boolean isComingBack(AskContext context) {
    return context.choice().orders().getFirst().contents().returns().stream()
        .anyMatch(back ->
            back.status() == Order.ReturnStatus.IN_TRANSIT
                || back.status() == Order.ReturnStatus.RECEIVED);
  }

  /// Whether a measure of goods is asked for: "how long does an open bag keep?" is no last day.
  static boolean asksMeasure(AskContext context) {
    return context.ask().intent().intent().equals("product/question")
        && !Measure.askedIn(context.ask().text()).isEmpty();
  }

  /// Whether it asks how the one return stands that is not settled yet: "has it reached you?"
  static boolean asksReturnState(AskContext context) {
    String said = Situation.said(context.given());
    return context.choice().orders().getFirst().contents().returns().stream()
            .anyMatch(back ->
                back.status() != Order.ReturnStatus.CLOSED
                    && back.status() != Order.ReturnStatus.DECLINED)
        && Speech.asksReturnState(context.ask().text())
        && (Speech.mentionsReturn(said) || Speech.sendsIn(said));
  }

  /// Whether it asks of a cancelled order what became of the payment that was voided.
  static boolean asksOfVoided(AskContext context) {
    return context.choice().orders().getFirst().isCancelled()
        && VOIDED.matcher(context.ask().text()).find();
  }

  /// Whether it names the order's total or a price in it: then it is about money, not about a
  /// parcel.
  static boolean namesSum(String text, Order order) {
    Set<BigDecimal> sums =
        Stream.concat(
                Stream.of(order.money().total()),
                order.contents().lines().stream().map(Order.Line::unitPrice))
            .map(Money::amount)
            .flatMap(sum -> Stream.of(sum, sum.setScale(0, RoundingMode.DOWN)))
            .map(BigDecimal::stripTrailingZeros)
            .collect(Collectors.toSet());
    return SUM.matcher(text)
        .results()
        .map(MatchResult::group)
        .filter(said -> !order.number().contains(said))
        .map(said -> new BigDecimal(said.replace(',', '.')).stripTrailingZeros())
        .anyMatch(sums::contains);
  }

  static boolean names(String text, Order order) {
    String digits = order.number().replaceAll("\\D", "");
    return !digits.isEmpty() && text.contains(digits);
  }
}
