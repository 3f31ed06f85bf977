package deskhand.triage;

import deskhand.orders.Order;
import deskhand.orders.Shipment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Works out until when a period of an article runs for an order: the date from which it is
/// counted, and the day on which it ends.
final class DeadlineWriter {
  private final Words words;
  private final Instant now;

  DeadlineWriter(Words words, Instant now) {
    this.words = words;
    this.now = now;
  }

  /// Nothing where the period has not begun, or its beginning is not known.
  ///
  /// @param rule the sentence that grants it, and where it does not say so itself, another that
  ///   says what it is counted from
  List<Reply.Part> say(OrderFacts facts, Period period, List<Quotes.Quote> rule) {
    Optional<Start> start = start(facts, period.from());
    if (start.isEmpty()) {
      return List.of();
    }
    Map<String, String> values = new HashMap<>();
    values.put("order", facts.number());
    values.put("date", words.date(start.get().at()));
    values.put("time", words.time(start.get().at()));
    List<Reply.Part> parts = new ArrayList<>();
    String base = period.ofHours() ? start.get().key() + ".time" : start.get().key();
    if (period.ofHours() && period.from() != Period.From.PLACED) {
      return List.of();
    }
    parts.add(
        Parts.sentence(
            words.say(base, values),
            facts.fact("number"),
            start.get().fact(),
            start.get().state()));
    parts.add(end(period, start.get(), rule));
    return parts;
  }

  private Reply.Part end(Period period, Start start, List<Quotes.Quote> rule) {
    Map<String, String> values = new HashMap<>();
    String key;
    String value;
    if (period.ofHours()) {
      Instant until = period.until(start.at());
      values.put("time", words.time(until));
      values.put("date", words.date(until));
      key = until.isAfter(now) ? "until.time.future" : "until.time.past";
      value = until.toString();
    } else {
      LocalDate until = period.until(words.day(start.at()));
      values.put("date", words.date(until));
      value = until.toString();
      if (until.isBefore(words.today())) {
        key = "until.past";
      } else {
        key = until.equals(words.today()) ? "until.today" : "until.future";
      }
    }
    List<Evidence> from = new ArrayList<>(List.of(start.fact()));
    rule.forEach(quote -> from.add(quote.evidence()));
    return new Reply.Part(
        " ", words.say(key, values), List.of(new Evidence.Computed(period.spelled(), value, from)));
  }

  /// @param state that says that it is the beginning of the period
  private record Start(Instant at, String key, Evidence.FromOrder fact, Evidence.FromOrder state) {}

  private static Optional<Start> start(OrderFacts facts, Period.From from) {
    return switch (from) {
      case PLACED ->
          Optional.of(
              new Start(
                  facts.order().times().placedAt(),
                  "base.placed",
                  facts.fact("placedAt"),
                  facts.fact("placedAt")));
      case DELIVERED -> delivered(facts);
      case AVAILABLE -> available(facts);
    };
  }

  /// The last parcel's delivery, where everything was delivered.
  private static Optional<Start> delivered(OrderFacts facts) {
    Order order = facts.order();
    List<Shipment> parcels = order.contents().shipments();
    boolean all =
        !parcels.isEmpty()
            && parcels.stream().allMatch(parcel -> parcel.status() == Shipment.Status.DELIVERED)
            && order.status().fulfilment() != Order.Fulfilment.PARTIAL;
    if (!all) {
      return Optional.empty();
    }
    String key = parcels.size() > 1 ? "base.delivered.last" : "base.delivered";
    return parcels.stream()
        .flatMap(parcel ->
            parcel.events().reversed().stream()
                .filter(event -> event.status() == Shipment.Status.DELIVERED)
                .limit(1)
                .map(event ->
                    new Start(
                        event.at(),
                        key,
                        facts.fact(OrderFacts.event(parcel, event) + ".at"),
                        facts.fact(OrderFacts.event(parcel, event) + ".status"))))
        .max(Comparator.comparing(Start::at));
  }

  private static Optional<Start> available(OrderFacts facts) {
    List<Shipment> waiting =
        facts.order().contents().shipments().stream()
            .filter(parcel -> parcel.status() == Shipment.Status.AVAILABLE_FOR_PICKUP)
            .toList();
    if (waiting.size() != 1) {
      return Optional.empty();
    }
    return waiting.getFirst().events().stream()
        .filter(event -> event.status() == Shipment.Status.AVAILABLE_FOR_PICKUP)
        .findFirst()
        .map(event ->
            new Start(
                event.at(),
                "base.available",
                facts.fact(OrderFacts.event(waiting.getFirst(), event) + ".at"),
                facts.fact(OrderFacts.event(waiting.getFirst(), event) + ".status")));
  }
}
