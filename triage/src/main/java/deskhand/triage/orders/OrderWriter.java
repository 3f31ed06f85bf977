package deskhand.triage.orders;

import deskhand.orders.Order;
import deskhand.orders.Shipment;
import deskhand.triage.Evidence;
import deskhand.triage.Identity;
import deskhand.triage.Reply;
import deskhand.triage.writing.Items;
import deskhand.triage.writing.Parts;
import deskhand.triage.writing.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Says in sentences how an order stands: sent or not, each parcel, what is still to come,
/// cancelled, held or unpaid. Says of it only what the writer may hear.
public final class OrderWriter {
  private final Words words;
  private final Identity identity;

  public OrderWriter(Words words, Identity identity) {
    this.words = words;
    this.identity = identity;
  }

  /// How the order stands.
  ///
  /// @param wanted the lines that were asked about; empty for the whole order
  public List<Reply.Part> status(OrderFacts facts, Set<String> wanted) {
    Order order = facts.order();
    List<Reply.Part> parts = new ArrayList<>();
    if (order.status().fulfilment() == Order.Fulfilment.CANCELLED
        || order.times().cancelledAt().isPresent()) {
      return cancelled(facts);
    }
    List<Shipment> shipments = shipments(order, wanted);
    if (!hasShipped(order)) {
      if (order.status().fulfilment() != Order.Fulfilment.FULFILLED) {
        parts.add(unsent(facts));
      }
      return parts;
    }
    boolean several = order.contents().shipments().size() > 1 || !missing(order).isEmpty();
    ParcelWriter parcels = new ParcelWriter(words, identity, facts);
    for (Shipment shipment : shipments) {
      parts.addAll(parcels.say(shipment, several));
    }
    rest(facts).ifPresent(parts::add);
    boolean back = shipments.stream().anyMatch(one -> one.status() == Shipment.Status.RETURNED);
    if (back) {
      parts.addAll(new MoneyWriter(words, identity).refunds(facts));
    }
    return parts;
  }

  private List<Reply.Part> cancelled(OrderFacts facts) {
    List<Reply.Part> parts = new ArrayList<>();
    Map<String, String> values = new HashMap<>(subject(facts));
    Optional<Instant> at = facts.order().times().cancelledAt();
    at.ifPresent(day -> values.put("date", words.date(day)));
    parts.add(
        Parts.sentence(
            words.say(at.isPresent() ? "cancelled" : "cancelled.undated", values),
            facts.fact("number"),
            facts.fact("cancelledAt"),
            facts.fact("fulfilment")));
    if (facts.order().status().payment() == Order.Payment.VOIDED) {
      parts.add(Parts.sentence(words.say("voided"), facts.fact("payment")));
    }
    if (identity.maySeeAmounts()) {
      parts.addAll(new MoneyWriter(words, identity).refunds(facts));
    }
    return parts;
  }

  private Reply.Part unsent(OrderFacts facts) {
    Order.Status status = facts.order().status();
    String key;
    if (status.fulfilment() == Order.Fulfilment.ON_HOLD) {
      key = "hold";
    } else if (status.payment() == Order.Payment.PENDING) {
      key = "payment.pending";
    } else {
      key = "unsent";
    }
    Map<String, String> values = new HashMap<>(subject(facts));
    values.put("date", words.date(facts.order().times().placedAt()));
    return Parts.sentence(
        words.say(key, values),
        facts.fact("number"),
        facts.fact("placedAt"),
        facts.fact("fulfilment"),
        facts.fact("payment"));
  }

  /// What has not been sent of an order of which something was sent.
  private Optional<Reply.Part> rest(OrderFacts facts) {
    List<Order.Line> missing = missing(facts.order());
    if (missing.isEmpty() || facts.order().status().fulfilment() == Order.Fulfilment.FULFILLED) {
      return Optional.empty();
    }
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(facts.fact("fulfilment"));
    if (!identity.maySeeItems()) {
      return Optional.of(new Reply.Part(" ", words.say("rest"), evidence));
    }
    missing.forEach(line -> {
      evidence.add(facts.fact("line." + line.id()));
      evidence.add(facts.fact("line." + line.id() + ".variant"));
    });
    String items = words.list(Items.names(facts.order(), missing));
    return Optional.of(
        new Reply.Part(" ", words.say("rest.items", Map.of("items", items)), evidence));
  }

  private Map<String, String> subject(OrderFacts facts) {
    String subject = Parts.upper(words.say("subject.order", Map.of("order", facts.number())));
    return Map.of("subject", subject, "order", facts.number());
  }

  private static boolean hasShipped(Order order) {
    return !order.contents().shipments().isEmpty();
  }

  private static List<Shipment> shipments(Order order, Set<String> wanted) {
    return order.contents().shipments().stream()
        .filter(shipment ->
            wanted.isEmpty()
                || shipment.parts().isEmpty()
                || shipment.parts().stream().anyMatch(part -> wanted.contains(part.lineId())))
        .limit(10)
        .toList();
  }

  /// Whether everything that was sent has come, and nothing is still to be sent.
  public static boolean isDelivered(Order order) {
    return !order.contents().shipments().isEmpty()
        && missing(order).isEmpty()
        && order.contents().shipments().stream()
            .allMatch(parcel -> parcel.status() == Shipment.Status.DELIVERED);
  }

  /// The lines of which not everything is in a parcel.
  public static List<Order.Line> missing(Order order) {
    if (order.contents().shipments().isEmpty()) {
      return order.contents().lines();
    }
    Map<String, Integer> sent = new HashMap<>();
    order.contents().shipments().stream()
        .flatMap(shipment -> shipment.parts().stream())
        .forEach(part -> sent.merge(part.lineId(), part.quantity(), Integer::sum));
    boolean unknown =
        order.contents().shipments().stream().anyMatch(shipment -> shipment.parts().isEmpty());
    if (unknown) {
      return List.of();
    }
    return order.contents().lines().stream()
        .filter(line -> sent.getOrDefault(line.id(), 0) < line.quantity())
        .toList();
  }
}
