package deskhand.triage.answers;

import deskhand.triage.Situation;
import deskhand.triage.language.Speech;
import deskhand.triage.orders.OrderWriter;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Answers who asks where something is: with the state of the order, or with the rule where no
/// order of theirs is meant.
@Component
class StatusAnswers {
  private final OrderAnswers orders;
  private final PolicyAnswers policies;
  private final PeriodAnswers periods;
  private final TraceAnswers traces;

  StatusAnswers(
      OrderAnswers orders, PolicyAnswers policies, PeriodAnswers periods, TraceAnswers traces) {
    this.orders = orders;
    this.policies = policies;
    this.periods = periods;
    this.traces = traces;
  }

  AskAnswer status(AskContext context) {
    boolean own = context.choice().isFound();
    boolean numbers = !context.situation().understanding().entities().orderNumbers().isEmpty();
    String text = context.ask().text();
    if (!own && !numbers) {
      Optional<AskAnswer> traced = traces.when(context);
      if (traced.isPresent()) {
        return traced.get();
      }
    }
    if (!own && !numbers && Speech.asksRule(text)) {
      boolean others =
          !Speech.asksStatus(text) && !Speech.claimsOrder(Situation.said(context.given()));
      AskAnswer rule =
          policies.answer(Speech.asksDuration(text) ? context.as("shipping/policy") : context);
      if (others || (rule instanceof AskAnswer.Said && !Speech.aboutOwn(text))) {
        return rule;
      }
    }
    if (!own && !numbers && asksArticles(context)) {
      return AskAnswer.person("It may ask for a rule as well as for an order");
    }
    return orders
        .missing(context)
        .orElseGet(() -> {
          Optional<AskAnswer> period = periods.period(context);
          if (period.isEmpty()
              && Speech.asksDeadline(context.ask().text())
              && !Relevance.isUnderWay(context)) {
            return AskAnswer.person("No article says until when");
          }
          return period.orElseGet(() -> orders.status(context));
        });
  }

  /// Whether what names no order may be a question for the articles.
  boolean asksArticles(AskContext context) {
    String text = context.ask().text();
    return (context.given().history().isEmpty() || Speech.hangs(text, context.language()))
        && Speech.isQuestion(text)
        && !Speech.claimsOrder(Situation.said(context.given()))
        && policies.mayAnswer(context);
  }

  AskAnswer missingItem(AskContext context) {
    if (context.choice().isFound()
        && context.choice().orders().stream()
            .anyMatch(order ->
                !OrderWriter.missing(order).isEmpty() || order.contents().shipments().size() > 1)) {
      return orders.status(context);
    }
    if (!context.choice().isFound() && !Speech.asksRule(context.ask().text())) {
      return orders.missing(context).orElseGet(() -> AskAnswer.person("An item is missing"));
    }
    return AskAnswer.person("An item is missing: somebody has to look into it");
  }
}
