package deskhand.triage.answers;

import deskhand.orders.Order;
import deskhand.orders.Shipment;
import deskhand.triage.Identity;
import deskhand.triage.Reply;
import deskhand.triage.Situation;
import deskhand.triage.Understanding;
import deskhand.triage.articles.Cutoff;
import deskhand.triage.articles.Patience;
import deskhand.triage.articles.Quotes;
import deskhand.triage.language.Patterns;
import deskhand.triage.language.Speech;
import deskhand.triage.orders.OrderChoice;
import deskhand.triage.orders.OrderFacts;
import deskhand.triage.orders.OrderWriter;
import deskhand.triage.orders.ScanWriter;
import deskhand.triage.writing.Carriers;
import deskhand.triage.writing.Parts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Answers where an order or a parcel is, with what the articles say about that state.
@Component
class OrderAnswers {
  private static final Duration JUST_PLACED = Duration.ofHours(36);
  private static final Patterns STAYS = Patterns.load("speech/stays");
  private static final Pattern KEPT =
      Pattern.compile(
          "how long|until|\\btill?\\b|when|which date|what date|by what|days|before|back|vacation|holiday|away|late|keep|kept|wie lange|bis wann|hoe lang|tot wanneer|combien|jusqu|cuánto|hasta|quanto|fino",
          Pattern.CASE_INSENSITIVE);

  private final PolicyAnswers policies;
  private final PeriodAnswers periods;
  private final DispatchAnswers dispatch;
  private final PreOrderAnswers preOrders;

  OrderAnswers(
      PolicyAnswers policies,
      PeriodAnswers periods,
      DispatchAnswers dispatch,
      PreOrderAnswers preOrders) {
    this.policies = policies;
    this.periods = periods;
    this.dispatch = dispatch;
    this.preOrders = preOrders;
  }

  /// The orders that it may be about, or what is missing to know them.
  Optional<AskAnswer> missing(AskContext context) {
    Identity identity = context.identity();
    boolean asked = Clarifying.before(context.given());
    return switch (context.choice().how()) {
      case NAMED, EARLIER, DESCRIBED, ONLY, SEVERAL -> Optional.empty();
      case UNCLEAR ->
          Optional.of(
              asked
                  ? AskAnswer.person("It is not clear which order is meant, and was asked before")
                  : new AskAnswer.Missing("ask.which", "It is not clear which order is meant"));
      case NONE -> {
        String template;
        if (identity.level() == Identity.Level.UNKNOWN) {
          template = asked || tried(context) ? "ask.again" : "ask.proof";
        } else {
          template = identity.unproven().isEmpty() ? "ask.none" : "ask.other";
        }
        boolean again = asked && !template.equals("ask.again");
        yield Optional.of(
            again || askedTwice(context)
                ? AskAnswer.person("The order is still not known after asking")
                : new AskAnswer.Missing(template, "Nothing proves an order of the writer"));
      }
    };
  }

  private static boolean tried(AskContext context) {
    Understanding.Entities said = context.situation().understanding().entities();
    return !said.orderNumbers().isEmpty()
        && !said.emails().isEmpty()
        && !said.postcodes().isEmpty();
  }

  private static boolean askedTwice(AskContext context) {
    return Clarifying.times(context.given()) >= 2;
  }

  AskAnswer status(AskContext context) {
    List<Reply.Part> parts = new ArrayList<>();
    List<Reply.Part> rules = new ArrayList<>();
    Set<String> numbers =
        context.choice().orders().stream().map(Order::number).collect(Collectors.toSet());
    OrderWriter writer = new OrderWriter(context.words(), context.identity());
    Optional<String> person = Optional.empty();
    for (Order order : context.choice().orders()) {
      OrderFacts facts = OrderFacts.of(order);
      boolean part =
          context.choice().orders().size() == 1
              && !context.ask().intent().intent().equals("order/missing-item");
      Set<String> lines = part ? named(context, order) : Set.of();
      parts.addAll(Parts.paragraph(writer.status(facts, lines)));
      if (context.choice().orders().size() == 1) {
        rules.addAll(rules(context, order));
      }
      if (ScanWriter.namesCustoms(context.ask().text())) {
        List<Reply.Part> customs = customs(context, facts);
        parts.addAll(PolicyAnswers.without(customs, parts));
        if (customs.isEmpty()) {
          person = Optional.of("Nothing of customs is known of this order");
        }
      }
      boolean why = Speech.asksWhy(context.ask().text());
      if (why && order.contents().shipments().isEmpty() && !order.isCancelled()) {
        person = Optional.of("It asks why, which no order tells");
      }
      person = person.or(() -> needsPerson(context, order));
    }
    if (rules.isEmpty() && context.choice().orders().size() == 1) {
      Order order = context.choice().orders().getFirst();
      person = person.or(() -> open(context, order));
    }
    parts.addAll(Parts.paragraph(PolicyAnswers.without(rules, parts)));
    String reason = Reasons.order(context.choice().how());
    if (parts.isEmpty()) {
      return AskAnswer.person("Nothing is known of how the order is sent");
    }
    if (person.isPresent()) {
      return new AskAnswer.ForPerson(parts, numbers, person.get());
    }
    double confidence = context.choice().how() == OrderChoice.How.SEVERAL ? 0.85 : 0.93;
    return new AskAnswer.Said(parts, confidence, numbers, reason);
  }

  /// What the state of the order leaves open where no article says it.
  private static Optional<String> open(AskContext context, Order order) {
    if (order.contents().shipments().isEmpty()
        && order.status().fulfilment() == Order.Fulfilment.UNFULFILLED
        && Cutoff.isAsked(context.ask().text())) {
      return Optional.of("No article says when an order like this one leaves");
    }
    boolean missed =
        order.contents().shipments().stream()
            .anyMatch(parcel -> parcel.status() == Shipment.Status.ATTEMPT_FAILED);
    if (missed) {
      return Optional.of("No article says what happens after a missed delivery");
    }
    return PeriodAnswers.waits(order) && STAYS.foundIn(context.ask().text())
        ? Optional.of("No article says how long it is kept there")
        : Optional.empty();
  }

  private static List<Reply.Part> customs(AskContext context, OrderFacts facts) {
    ScanWriter scans = new ScanWriter(context.words(), context.identity(), facts);
    return facts.order().contents().shipments().stream()
        .flatMap(parcel -> scans.customs(parcel).stream())
        .toList();
  }

  /// The items that are named. Who names only what has come, while more is on its way, may well ask
  /// for the rest.
  private static Set<String> named(AskContext context, Order order) {
    Set<String> lines = context.choice().lines();
    boolean came =
        order.contents().shipments().stream()
            .filter(
                parcel -> parcel.parts().stream().anyMatch(part -> lines.contains(part.lineId())))
            .allMatch(parcel -> parcel.status() == Shipment.Status.DELIVERED);
    return came && !OrderWriter.isDelivered(order) ? Set.of() : lines;
  }

  /// Why somebody has to do something about this order.
  private Optional<String> needsPerson(AskContext context, Order order) {
    for (Shipment parcel : order.contents().shipments()) {
      switch (parcel.status()) {
        case EXCEPTION -> {
          return Optional.of("The carrier reports a problem with a parcel");
        }
        case EXPIRED -> {
          return Optional.of("The carrier has lost track of a parcel");
        }
        case RETURNED -> {
          if (order.contents().refunds().isEmpty()) {
            return Optional.of("A parcel came back and nothing was refunded yet");
          }
        }
        case UNKNOWN, IN_TRANSIT, PRE_TRANSIT -> {
          if (!context.identity().maySeeItems() && ScanWriter.isAtCustoms(parcel)) {
            return Optional.of("Customs have a parcel, and what they said is not for this writer");
          }
          if (Lateness.isSilent(context, parcel) && patience(context, parcel).isEmpty()) {
            return Optional.of("A parcel was not scanned for long");
          }
        }
        case OUT_FOR_DELIVERY, AVAILABLE_FOR_PICKUP, DELIVERED, ATTEMPT_FAILED -> {}
      }
    }
    return Optional.empty();
  }

  /// What the articles ask to wait for, while that is not over.
  private Optional<Patience> patience(AskContext context, Shipment parcel) {
    return policies
        .patience(context, parcel)
        .filter(patience ->
            patience.lasts(
                parcel,
                Lateness.lastScan(parcel).map(context.words()::day),
                context.words().today()));
  }

  /// What the articles say about the state that the order is in.
  private List<Reply.Part> rules(AskContext context, Order order) {
    if (order.status().fulfilment() == Order.Fulfilment.ON_HOLD
        || order.times().cancelledAt().isPresent()) {
      return List.of();
    }
    if (order.contents().shipments().isEmpty()) {
      return unsent(context, order);
    }
    List<Reply.Part> rules = new ArrayList<>();
    for (Shipment parcel : order.contents().shipments()) {
      switch (parcel.status()) {
        case ATTEMPT_FAILED -> rules.addAll(policies.missed(context, Carriers.name(parcel)));
        case AVAILABLE_FOR_PICKUP -> rules.addAll(pickUp(context, order));
        case DELIVERED -> {
          if (context.ask().intent().intent().equals("order/not-received")) {
            rules.addAll(policies.about(context, "delivered", Map.of()));
          }
        }
        case IN_TRANSIT, UNKNOWN, PRE_TRANSIT -> {
          if (Lateness.isLate(context, parcel)) {
            Optional<Patience> patience = patience(context, parcel);
            rules.addAll(
                patience
                    .map(one -> Quotes.parts(one.rule()))
                    .orElseGet(() -> policies.about(context, "late", Map.of())));
          }
        }
        case RETURNED, OUT_FOR_DELIVERY, EXCEPTION, EXPIRED -> {}
      }
    }
    rules.addAll(preOrders.of(context, order));
    return rules.stream().distinct().limit(5).toList();
  }

  private List<Reply.Part> pickUp(AskContext context, Order order) {
    String said = Situation.said(context.given());
    boolean asked = KEPT.matcher(said).find() || STAYS.foundIn(said);
    return asked && periods.kept(context, order).orElse(null) instanceof AskAnswer.Said kept
        ? kept.parts()
        : List.of();
  }

  private List<Reply.Part> unsent(AskContext context, Order order) {
    if (order.status().payment() == Order.Payment.PENDING) {
      return policies.about(context, "pending", Map.of());
    }
    List<Reply.Part> rules = new ArrayList<>(dispatch.leaving(context, order));
    boolean fresh = order.times().placedAt().plus(JUST_PLACED).isAfter(context.given().now());
    if (fresh && rules.isEmpty()) {
      rules.addAll(policies.about(context, "today", Map.of()));
    }
    rules.addAll(preOrders.of(context, order));
    return rules;
  }
}
