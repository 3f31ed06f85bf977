package deskhand.triage.orders;

import deskhand.orders.Order;
import deskhand.triage.Identity;
import deskhand.triage.Reply;
import deskhand.triage.writing.Parts;
import deskhand.triage.writing.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Says what was refunded and how returns stand.
public final class MoneyWriter {
  private static final int MOST = 5;

  private final Words words;
  private final Identity identity;

  public MoneyWriter(Words words, Identity identity) {
    this.words = words;
    this.identity = identity;
  }

  /// Every refund; nothing where there is none.
  public List<Reply.Part> refunds(OrderFacts facts) {
    List<Reply.Part> parts = new ArrayList<>();
    List<Order.Refund> refunds = facts.order().contents().refunds();
    for (int i = Math.max(0, refunds.size() - MOST); i < refunds.size(); i++) {
      Order.Refund refund = refunds.get(i);
      String field = "refund." + (i + 1);
      Map<String, String> values = new HashMap<>();
      values.put("order", facts.number());
      values.put("date", words.date(refund.at()));
      if (!identity.maySeeAmounts()) {
        parts.add(
            Parts.sentence(
                words.say("refund.bare", values), facts.fact("number"), facts.fact(field + ".at")));
        continue;
      }
      values.put("amount", words.money(refund.amount()));
      boolean original = refund.method().equals("original_payment");
      parts.add(
          Parts.sentence(
              words.say(original ? "refund.method" : "refund", values),
              facts.fact("number"),
              facts.fact(field + ".amount"),
              facts.fact(field + ".at"),
              facts.fact(field + ".method")));
    }
    return parts;
  }

  public Reply.Part noRefund(OrderFacts facts) {
    return Parts.sentence(
        words.say("refund.none", Map.of("order", facts.number())),
        facts.fact("number"),
        facts.fact("refunds"));
  }

  /// Every return; nothing where there is none.
  public List<Reply.Part> returns(OrderFacts facts) {
    List<Reply.Part> parts = new ArrayList<>();
    for (Order.Return back : facts.order().contents().returns().stream().limit(MOST).toList()) {
      String key =
          switch (back.status()) {
            case REQUESTED -> "return.requested";
            case APPROVED -> "return.approved";
            case IN_TRANSIT -> "return.transit";
            case RECEIVED -> "return.received";
            case CLOSED -> "return.closed";
            case DECLINED -> "return.declined";
          };
      parts.add(
          Parts.sentence(
              words.say(
                  key, Map.of("order", facts.number(), "date", words.date(back.requestedAt()))),
              facts.fact("number"),
              facts.fact("return." + back.id() + ".status"),
              facts.fact("return." + back.id() + ".requestedAt")));
    }
    return parts;
  }

  Reply.Part noReturn(OrderFacts facts) {
    return Parts.sentence(
        words.say("return.none", Map.of("order", facts.number())),
        facts.fact("number"),
        facts.fact("returns"));
  }
}
