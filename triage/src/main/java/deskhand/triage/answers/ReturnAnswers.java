package deskhand.triage.answers;

import deskhand.orders.Order;
import deskhand.triage.Evidence;
import deskhand.triage.Reply;
import deskhand.triage.Situation;
import deskhand.triage.articles.Period;
import deskhand.triage.articles.Quotes;
import deskhand.triage.articles.ReturnLabels;
import deskhand.triage.language.AskKind;
import deskhand.triage.language.Speech;
import deskhand.triage.orders.MoneyWriter;
import deskhand.triage.orders.OrderFacts;
import deskhand.triage.orders.OrderWriter;
import deskhand.triage.writing.Items;
import deskhand.triage.writing.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Answers questions about sending something back, about a return under way, and about money that
/// is to come.
@Component
class ReturnAnswers {
  private static final Pattern LESS =
      Pattern.compile(
          "\\b(too (low|little)|less than|the rest|missing|difference|only got|only (received|refunded)|not the full|incomplete|zu wenig|te weinig|trop peu|manque)\\b");

  private final PolicyAnswers policies;
  private final PeriodRules periods;
  private final FinalSale finalSale;

  ReturnAnswers(PolicyAnswers policies, PeriodRules periods, FinalSale finalSale) {
    this.policies = policies;
    this.periods = periods;
    this.finalSale = finalSale;
  }

  /// Whether, how and until when something can be returned.
  AskAnswer window(AskContext context) {
    boolean one = context.choice().isFound() && context.choice().orders().size() == 1;
    boolean meant =
        one && (context.choice().isPointedAt() || Speech.aboutOwn(Situation.said(context.given())));
    if (!meant) {
      return policies.returns(context);
    }
    if (ReturnLabels.areAskedAlone(context.ask().text())
        && policies.answer(context) instanceof AskAnswer.Said label) {
      return label;
    }
    OrderFacts facts = OrderFacts.of(context.choice().orders().getFirst());
    List<Reply.Part> parts = new ArrayList<>();
    Set<AskKind> kinds = AskKind.of(context.ask().text());
    boolean whether = kinds.contains(AskKind.CHOICE) && !kinds.contains(AskKind.MONEY);
    boolean timed =
        kinds.isEmpty()
            || kinds.contains(AskKind.TIME)
            || whether
            || Speech.asksReturnPeriod(context.ask().text())
            || Speech.namesPeriod(context.ask().text());
    List<Order.Line> meantLines = lines(context, facts);
    List<Order.Line> finalSale = meantLines.stream().filter(Order.Line::finalSale).toList();
    if (!finalSale.isEmpty() && !addFinalSale(context, facts, finalSale, parts)) {
      return new AskAnswer.ForPerson(
          parts,
          Set.of(facts.number()),
          "Some of it is final sale, and no article says what holds for that");
    }
    boolean excluded = !finalSale.isEmpty() && finalSale.size() == meantLines.size();
    boolean bounded = timed && !excluded && addDeadline(context, facts, "return", parts);
    boolean day = Speech.asksDeadline(context.ask().text()) || !finalSale.isEmpty();
    if (timed && !excluded && !bounded && day) {
      return new AskAnswer.ForPerson(
          parts, Set.of(facts.number()), "No article says until when this order can be returned");
    }
    AskAnswer rest =
        policies.answer(context, context.policyDay(), context.situation().settings().passage());
    double confidence = bounded || !parts.isEmpty() ? 0.85 : 0;
    if (rest instanceof AskAnswer.Said said && (!bounded || needsMore(kinds, context))) {
      List<Reply.Part> more =
          PolicyAnswers.without(said.parts(), parts).stream()
              .filter(part -> !bounded || Period.in(part.text(), Period.From.DELIVERED).isEmpty())
              .toList();
      parts.addAll(Parts.paragraph(more));
      confidence = Math.max(confidence, said.confidence());
    }
    if (parts.isEmpty()) {
      return new AskAnswer.ForPerson(
          parts, Set.of(facts.number()), "No article says until when this order can be returned");
    }
    if (bounded && Completeness.leavesClause(context.ask().text(), context.language(), parts)) {
      return new AskAnswer.ForPerson(
          parts, Set.of(facts.number()), "It asks for more than the return period");
    }
    return new AskAnswer.Said(
        parts, confidence, Set.of(facts.number()), "The return period of order " + facts.number());
  }

  private static boolean needsMore(Set<AskKind> kinds, AskContext context) {
    boolean alone = context.situation().understanding().asks().size() == 1;
    return kinds.contains(AskKind.MONEY) || (alone && kinds.contains(AskKind.CHOICE));
  }

  /// The items in question.
  private static List<Order.Line> lines(AskContext context, OrderFacts facts) {
    Set<String> wanted = context.choice().lines();
    return facts.order().contents().lines().stream()
        .filter(line -> wanted.isEmpty() || wanted.contains(line.id()))
        .toList();
  }

  /// Says which of the items are final sale, and what holds for them; false where that is not known
  /// or not to be told.
  private boolean addFinalSale(
      AskContext context, OrderFacts facts, List<Order.Line> excluded, List<Reply.Part> parts) {
    Optional<Quotes.Quote> rule =
        context.identity().maySeeItems() ? finalSale.rule(context, excluded) : Optional.empty();
    if (rule.isEmpty()) {
      return false;
    }
    List<Evidence> evidence = new ArrayList<>(List.of(facts.fact("number")));
    excluded.forEach(line -> {
      evidence.add(facts.fact("line." + line.id()));
      evidence.add(facts.fact("line." + line.id() + ".variant"));
      evidence.add(facts.fact("line." + line.id() + ".finalSale"));
    });
    String items = context.words().list(Items.names(facts.order(), excluded));
    parts.add(
        new Reply.Part(
            " ",
            context.words().say("finalsale", Map.of("order", facts.number(), "items", items)),
            evidence));
    parts.addAll(Quotes.parts(rule.get()));
    return true;
  }

  /// The rule, the day it is counted from, and the day it ends; false where these are not known.
  boolean addDeadline(AskContext context, OrderFacts facts, String query, List<Reply.Part> parts) {
    Optional<PeriodRules.Rule> rule = periods.rule(context, query, Period.From.DELIVERED, Map.of());
    if (rule.isEmpty()) {
      return false;
    }
    List<Reply.Part> dates =
        DeadlineWriter.of(context).say(facts, rule.get().period(), rule.get().quotes());
    parts.addAll(rule.get().parts());
    parts.addAll(dates);
    return true;
  }

  /// How a return or a refund stands.
  AskAnswer money(AskContext context) {
    List<Reply.Part> parts = new ArrayList<>();
    MoneyWriter writer = new MoneyWriter(context.words(), context.identity());
    Set<String> numbers =
        context.choice().orders().stream().map(Order::number).collect(Collectors.toSet());
    boolean known = false;
    boolean declined = false;
    boolean waits = false;
    for (Order order : context.choice().orders()) {
      OrderFacts facts = OrderFacts.of(order);
      List<Reply.Part> about = new ArrayList<>(writer.returns(facts));
      about.addAll(writer.refunds(facts));
      boolean refunded = !order.contents().refunds().isEmpty();
      for (Order.Return back : order.contents().returns()) {
        declined |= back.status() == Order.ReturnStatus.DECLINED;
        waits |=
            !refunded
                && back.status() != Order.ReturnStatus.DECLINED
                && back.status() != Order.ReturnStatus.CLOSED;
      }
      if (order.times().cancelledAt().isPresent()
          || order.contents().shipments().stream()
              .anyMatch(parcel -> parcel.status() == deskhand.orders.Shipment.Status.RETURNED)) {
        about.addAll(
            0, new OrderWriter(context.words(), context.identity()).status(facts, Set.of()));
        about = new ArrayList<>(new java.util.LinkedHashSet<>(about));
      }
      known |= !about.isEmpty();
      if (waits
          && !refunded
          && order.contents().returns().stream()
              .anyMatch(back -> back.status() == Order.ReturnStatus.RECEIVED)) {
        about.add(writer.noRefund(facts));
      }
      parts.addAll(Parts.paragraph(about));
    }
    if (declined) {
      return new AskAnswer.ForPerson(parts, numbers, "A return was declined");
    }
    if (known && LESS.matcher(context.ask().text().toLowerCase(java.util.Locale.ROOT)).find()) {
      AskAnswer why = policies.answer(context);
      if (why instanceof AskAnswer.Said said) {
        parts.addAll(Parts.paragraph(PolicyAnswers.without(said.parts(), parts)));
        return new AskAnswer.Said(
            parts, said.confidence(), numbers, "Refunded less; " + said.reason());
      }
      return new AskAnswer.ForPerson(parts, numbers, "The customer expected a larger refund");
    }
    if (!known) {
      return new AskAnswer.ForPerson(parts, numbers, "The order knows of no return and no refund");
    }
    String text = context.ask().text();
    boolean when = waits && AskKind.of(text).contains(AskKind.TIME);
    boolean money =
        context.ask().intent().intent().equals("refund/status")
            || Speech.mentionsRefund(text)
            || Speech.namesMoney(text);
    List<Reply.Part> rules =
        waits && (money || when || Speech.asksDeadline(text))
            ? policies.refundDays(context, money)
            : List.of();
    if (rules.isEmpty() && (when || Speech.asksDeadline(text))) {
      return new AskAnswer.ForPerson(parts, numbers, "No article says until when");
    }
    parts.addAll(Parts.paragraph(PolicyAnswers.without(rules, parts)));
    return new AskAnswer.Said(parts, 0.88, numbers, "Returns and refunds of the order");
  }
}
