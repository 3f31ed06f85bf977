package deskhand.triage;

import deskhand.orders.Order;

/// How far a question is understood, and what it points at.
final class Relevance {
  /// What is missing from an order that came in parts is understood with less.
  private static final double PARTLY_HELPS = 0.6;

  /// Who names an own order and asks about something else must be understood with more.
  private static final double ASIDE = 0.7;

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

  /// Whether the one order came, or comes, in parts.
  static boolean isPartly(AskContext context) {
    return context.choice().isFound()
        && context.choice().orders().stream()
            .anyMatch(order ->
                !order.contents().shipments().isEmpty()
                    && (!OrderWriter.missing(order).isEmpty()
                        || order.contents().shipments().size() > 1));
  }

  /// Whether it is, or may be, about an order that exists.
  static boolean isOrders(AskContext context) {
    String intent = context.ask().intent().intent();
    boolean policy =
        EvidenceFinder.RETURNS.contains(intent) || EvidenceFinder.SHIPPING.contains(intent);
    return !policy || !Speech.asksRule(context.ask().text());
  }

  static boolean namesUnproven(AskContext context) {
    String said = Situation.said(context.given());
    return context.identity().unproven().stream()
        .map(number -> number.replaceAll("\\D", ""))
        .anyMatch(digits -> !digits.isEmpty() && said.contains(digits));
  }

  static boolean names(String text, Order order) {
    String digits = order.number().replaceAll("\\D", "");
    return !digits.isEmpty() && text.contains(digits);
  }
}
