package deskhand.triage.answers;

import deskhand.orders.Order;
import deskhand.orders.Shipment;
import deskhand.triage.Evidence;
import deskhand.triage.Reply;
import deskhand.triage.articles.Period;
import deskhand.triage.articles.Quotes;
import deskhand.triage.orders.OrderFacts;
import deskhand.triage.writing.Parts;
import deskhand.triage.writing.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Works out until when a period of an article runs for an order: the date from which it is
/// counted, and the day on which it ends.
public final class DeadlineWriter {
  private static final Pattern EACH =
      Pattern.compile(
          "\\b(every|each) (parcel|package|shipment|delivery|box|article|item|part)\\b.{0,60}\\b(own|separately|by itself)\\b|\\bjede[sr]? (paket|lieferung|sendung)\\b.{0,30}\\beigene|\\b(elk pakket|elke zending|elke levering)\\b.{0,30}\\beigen|\\bchaque (colis|livraison)\\b.{0,30}\\bpropre|\\bcada (paquete|envío)\\b.{0,30}\\bpropio|\\bogni (pacco|consegna)\\b.{0,30}\\bpropri",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

  private final Words words;
  private final Instant now;

  /// Of an order's lines those that are meant; none where all are.
  private final Set<String> lines;

  public DeadlineWriter(Words words, Instant now, Set<String> lines) {
    this.words = words;
    this.now = now;
    this.lines = Set.copyOf(lines);
  }

  static DeadlineWriter of(AskContext context) {
    return new DeadlineWriter(context.words(), context.given().now(), context.choice().lines());
  }

  /// Nothing where the period has not begun, or its beginning is not known.
  ///
  /// @param rule the sentence that grants it, and where it does not say so itself, another that
  ///   says what it is counted from
  public List<Reply.Part> say(OrderFacts facts, Period period, List<Quotes.Quote> rule) {
    boolean several = facts.order().contents().shipments().size() > 1;
    Optional<Quotes.Quote> each =
        several && period.from() == Period.From.DELIVERED ? each(rule) : Optional.empty();
    List<Start> starts = each.isPresent() ? parcels(facts, lines) : List.of();
    if (starts.size() > 1 || (starts.size() == 1 && !lines.isEmpty())) {
      List<Reply.Part> parts = new ArrayList<>();
      if (!rule.contains(each.get())) {
        parts.addAll(Quotes.parts(each.get()));
      }
      starts.forEach(start -> parts.addAll(say(facts, period, rule, start)));
      return parts;
    }
    return start(facts, period.from())
        .map(start -> say(facts, period, rule, start))
        .orElseGet(List::of);
  }

  private List<Reply.Part> say(
      OrderFacts facts, Period period, List<Quotes.Quote> rule, Start start) {
    Map<String, String> values = new HashMap<>();
    values.put("order", facts.number());
    values.put("date", words.date(start.at()));
    values.put("time", words.time(start.at()));
    List<Reply.Part> parts = new ArrayList<>();
    String base = period.ofHours() ? start.key() + ".time" : start.key();
    if (period.ofHours() && period.from() != Period.From.PLACED) {
      return List.of();
    }
    parts.add(
        Parts.sentence(words.say(base, values), facts.fact("number"), start.fact(), start.state()));
    parts.add(end(period, start, rule));
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
      boolean sameYear = until.getYear() == words.day(start.at()).getYear();
      values.put("date", sameYear ? words.date(until) : words.dated(until));
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
  private record Start(Instant at, String key, Evidence.FromOrder fact, Evidence.FromOrder state) {
    Start as(String other) {
      return new Start(at, other, fact, state);
    }
  }

  private Optional<Start> start(OrderFacts facts, Period.From from) {
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

  /// The sentence of the rule's passage that gives each parcel a period of its own.
  private static Optional<Quotes.Quote> each(List<Quotes.Quote> rule) {
    for (Quotes.Quote quote : rule) {
      List<String> sentences = quote.passage().sentences();
      for (int i = 0; i < sentences.size(); i++) {
        if (EACH.matcher(sentences.get(i)).find()) {
          return Optional.of(new Quotes.Quote(quote.passage(), i, sentences.get(i)));
        }
      }
    }
    return Optional.empty();
  }

  /// The last parcel's delivery, where everything was delivered.
  private Optional<Start> delivered(OrderFacts facts) {
    List<Start> starts = parcels(facts, Set.of());
    List<Shipment> parcels = facts.order().contents().shipments();
    boolean all =
        !starts.isEmpty()
            && parcels.stream().allMatch(parcel -> parcel.status() == Shipment.Status.DELIVERED)
            && facts.order().status().fulfilment() != Order.Fulfilment.PARTIAL;
    String key = parcels.size() > 1 ? "base.delivered.last" : "base.delivered";
    return all ? Optional.of(starts.getLast().as(key)) : Optional.empty();
  }

  /// The deliveries of the parcels that have come and hold any of those lines, the last of each
  /// day, oldest first.
  private List<Start> parcels(OrderFacts facts, Set<String> wanted) {
    Map<LocalDate, Start> days = new TreeMap<>();
    for (Shipment parcel : facts.order().contents().shipments()) {
      boolean meant =
          wanted.isEmpty()
              || parcel.parts().stream().anyMatch(part -> wanted.contains(part.lineId()));
      if (!meant) {
        continue;
      }
      parcel.events().reversed().stream()
          .filter(event -> event.status() == Shipment.Status.DELIVERED)
          .findFirst()
          .map(event ->
              new Start(
                  event.at(),
                  "base.delivered.one",
                  facts.fact(OrderFacts.event(parcel, event) + ".at"),
                  facts.fact(OrderFacts.event(parcel, event) + ".status")))
          .ifPresent(start ->
              days.merge(
                  words.day(start.at()),
                  start,
                  (one, other) -> other.at().isAfter(one.at()) ? other : one));
    }
    return List.copyOf(days.values());
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
