package deskhand.triage.orders;

import deskhand.orders.Shipment;
import deskhand.orders.Shipment.TrackingEvent;
import deskhand.triage.Evidence;
import deskhand.triage.Identity;
import deskhand.triage.Reply;
import deskhand.triage.writing.Carriers;
import deskhand.triage.writing.Items;
import deskhand.triage.writing.Parts;
import deskhand.triage.writing.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Says where one parcel of an order is, in the ten states of a parcel.
final class ParcelWriter {
  private static final Pattern PLAIN_DELIVERY =
      Pattern.compile(
          "(parcel |package |colis )?(delivered|bezorgd|zugestellt|livré|entregado|consegnato)"
              + "( to the recipient)?\\.?",
          Pattern.CASE_INSENSITIVE);

  private final Words words;
  private final Identity identity;
  private final OrderFacts facts;
  private final ScanWriter scans;

  ParcelWriter(Words words, Identity identity, OrderFacts facts) {
    this.words = words;
    this.identity = identity;
    this.facts = facts;
    this.scans = new ScanWriter(words, identity, facts);
  }

  /// @param several the order has more than this parcel, so it must be told apart
  List<Reply.Part> say(Shipment shipment, boolean several) {
    return switch (shipment.status()) {
      case PRE_TRANSIT -> preTransit(shipment, several);
      case IN_TRANSIT -> moving(shipment, several);
      case OUT_FOR_DELIVERY -> outForDelivery(shipment, several);
      case AVAILABLE_FOR_PICKUP -> pickUp(shipment, several);
      case DELIVERED -> delivered(shipment, several);
      case ATTEMPT_FAILED -> dated("parcel.attempt", shipment, several, true);
      case EXCEPTION -> dated("parcel.exception", shipment, several, true);
      case RETURNED -> dated("parcel.returned", shipment, several, false);
      case EXPIRED -> expired(shipment, several);
      case UNKNOWN ->
          shipment.events().isEmpty() ? moving(shipment, several) : expired(shipment, several);
    };
  }

  private List<Reply.Part> preTransit(Shipment shipment, boolean several) {
    List<Reply.Part> parts = new ArrayList<>();
    Map<String, String> values = values(shipment, several);
    values.put("subject", lower(values.getOrDefault("subject", "")));
    parts.add(
        new Reply.Part(
            " ",
            Parts.upper(words.say("parcel.pretransit", values)),
            evidence(shipment, several, "status", "carrier")));
    estimate(shipment).ifPresent(parts::add);
    return parts;
  }

  private List<Reply.Part> moving(Shipment shipment, boolean several) {
    List<Reply.Part> parts = new ArrayList<>();
    Map<String, String> values = values(shipment, several);
    if (shipment.events().isEmpty()) {
      String key = "parcel.noscan.undated";
      if (shipment.shippedAt().isPresent()) {
        values.put("date", words.date(shipment.shippedAt().get()));
        key = "parcel.noscan";
      }
      parts.add(
          new Reply.Part(
              " ",
              words.say(key, values),
              evidence(shipment, several, "shippedAt", "carrier", "events")));
    } else {
      parts.add(
          new Reply.Part(
              " ",
              words.say("parcel.transit", values),
              evidence(shipment, several, "status", "carrier")));
      scans.say(shipment).ifPresent(parts::add);
    }
    estimate(shipment).ifPresent(parts::add);
    parts.addAll(link(shipment));
    return parts;
  }

  private List<Reply.Part> outForDelivery(Shipment shipment, boolean several) {
    List<Reply.Part> parts = new ArrayList<>();
    Map<String, String> values = values(shipment, several);
    Optional<TrackingEvent> event = event(shipment, Shipment.Status.OUT_FOR_DELIVERY);
    Instant since = event.map(TrackingEvent::at).orElse(facts.order().times().readAt());
    values.put("date", words.date(since));
    boolean today = words.day(since).equals(words.today());
    List<Evidence> evidence = new ArrayList<>(evidence(shipment, several, "status", "carrier"));
    event.ifPresent(at -> evidence.add(facts.fact(OrderFacts.event(shipment, at) + ".at")));
    if (event.isEmpty()) {
      parts.add(new Reply.Part(" ", words.say("parcel.transit", values), evidence));
    } else {
      parts.add(
          new Reply.Part(
              " ", words.say(today ? "parcel.out.today" : "parcel.out", values), evidence));
    }
    parts.addAll(link(shipment));
    return parts;
  }

  private List<Reply.Part> pickUp(Shipment shipment, boolean several) {
    List<Reply.Part> parts = new ArrayList<>();
    Map<String, String> values = values(shipment, several);
    Optional<TrackingEvent> event = firstOf(shipment, Shipment.Status.AVAILABLE_FOR_PICKUP);
    Instant since = event.map(TrackingEvent::at).orElse(facts.order().times().readAt());
    values.put("date", words.date(since));
    List<Evidence> evidence = new ArrayList<>(evidence(shipment, several, "status"));
    event.ifPresent(at -> evidence.add(facts.fact(OrderFacts.event(shipment, at) + ".at")));
    parts.add(new Reply.Part(" ", words.say("parcel.pickup", values), evidence));
    scans.say(shipment).ifPresent(parts::add);
    parts.addAll(link(shipment));
    return parts;
  }

  private List<Reply.Part> delivered(Shipment shipment, boolean several) {
    List<Reply.Part> parts = new ArrayList<>();
    Map<String, String> values = values(shipment, several);
    Optional<TrackingEvent> event = event(shipment, Shipment.Status.DELIVERED);
    List<Evidence> evidence = new ArrayList<>(evidence(shipment, several, "status"));
    String key = "parcel.delivered.undated";
    if (event.isPresent()) {
      String name = OrderFacts.event(shipment, event.get());
      evidence.add(facts.fact(name + ".at"));
      values.put("date", words.date(event.get().at()));
      key = "parcel.delivered";
      if (ScanWriter.namesNeighbour(event.get().description())) {
        key = "parcel.delivered.neighbour";
        evidence.add(facts.fact(name + ".description"));
      }
    }
    parts.add(new Reply.Part(" ", words.say(key, values), evidence));
    event
        .filter(found -> !PLAIN_DELIVERY.matcher(found.description().strip()).matches())
        .filter(found -> !ScanWriter.namesNeighbour(found.description()))
        .flatMap(found -> scans.say(shipment, found, false))
        .ifPresent(parts::add);
    return parts;
  }

  private List<Reply.Part> dated(String key, Shipment shipment, boolean several, boolean scan) {
    List<Reply.Part> parts = new ArrayList<>();
    Map<String, String> values = values(shipment, several);
    if (key.equals("parcel.attempt") || key.equals("parcel.exception")) {
      values.put(
          "subject",
          inside(values.getOrDefault("subject", ""), words.say(key + ".undated", values)));
    }
    Optional<TrackingEvent> event = event(shipment, shipment.status());
    List<Evidence> evidence = new ArrayList<>(evidence(shipment, several, "status", "carrier"));
    String text;
    if (event.isPresent()) {
      values.put("date", words.date(event.get().at()));
      evidence.add(facts.fact(OrderFacts.event(shipment, event.get()) + ".at"));
      text = words.say(key, values);
    } else {
      text = words.say(key + ".undated", values);
    }
    parts.add(new Reply.Part(" ", text, evidence));
    if (scan) {
      event.flatMap(found -> scans.say(shipment, found, true)).ifPresent(parts::add);
      parts.addAll(link(shipment));
    }
    return parts;
  }

  private List<Reply.Part> expired(Shipment shipment, boolean several) {
    List<Reply.Part> parts = new ArrayList<>();
    Map<String, String> values = values(shipment, several);
    values.put(
        "subject", inside(values.getOrDefault("subject", ""), words.say("parcel.expired", values)));
    parts.add(
        new Reply.Part(
            " ",
            words.say("parcel.expired", values),
            evidence(shipment, several, "status", "carrier")));
    shipment.events().reversed().stream()
        .filter(event -> event.status() != shipment.status())
        .findFirst()
        .ifPresent(event ->
            parts.add(
                Parts.sentence(
                    words.say("parcel.lost", Map.of("date", words.date(event.at()))),
                    facts.fact(OrderFacts.event(shipment, event) + ".at"))));
    return parts;
  }

  private Optional<Reply.Part> estimate(Shipment shipment) {
    Optional<LocalDate> day = shipment.tracking().estimatedDelivery();
    if (day.isEmpty()) {
      return Optional.empty();
    }
    String key = "estimate";
    if (day.get().isBefore(words.today())) {
      key = "late";
    } else if (day.get().equals(words.today())) {
      key = "estimate.today";
    } else if (day.get().equals(words.today().plusDays(1))) {
      key = "estimate.tomorrow";
    }
    String text =
        words.say(key, Map.of("carrier", Carriers.name(shipment), "date", words.date(day.get())));
    return Optional.of(
        new Reply.Part(" ", text, evidence(shipment, false, "carrier", "estimatedDelivery")));
  }

  private List<Reply.Part> link(Shipment shipment) {
    if (!identity.maySeeParcelNumbers()) {
      return List.of();
    }
    return shipment
        .tracking()
        .url()
        .filter(url -> url.startsWith("https://") && url.length() <= 300 && !url.contains(" "))
        .map(url ->
            Parts.sentence(
                words.say("tracking.url", Map.of("url", url)),
                facts.fact("shipment." + shipment.id() + ".trackingUrl")))
        .stream()
        .toList();
  }

  private Map<String, String> values(Shipment shipment, boolean several) {
    Map<String, String> values = new HashMap<>();
    values.put("order", facts.number());
    values.put("carrier", Carriers.name(shipment));
    String key = "subject.order";
    if (several) {
      List<String> items =
          identity.maySeeItems()
              ? Items.names(facts.order(), Items.in(facts.order(), shipment))
              : List.of();
      boolean named = !items.isEmpty() && items.stream().noneMatch(String::isEmpty);
      key = named ? "subject.parcel" : "subject.one";
      values.put("items", words.list(items));
    }
    values.put("subject", words.say(key, values));
    return values;
  }

  /// The subject as it is written within a sentence, where the sentence does not start with it.
  private static String inside(String subject, String sentence) {
    return sentence.startsWith(subject) ? subject : lower(subject);
  }

  private static String lower(String subject) {
    return subject.substring(0, 1).toLowerCase(Locale.ROOT) + subject.substring(1);
  }

  private List<Evidence> evidence(Shipment shipment, boolean several, String... fields) {
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(facts.fact("number"));
    for (String field : fields) {
      evidence.add(facts.fact("shipment." + shipment.id() + "." + field));
    }
    if (several && identity.maySeeItems()) {
      Items.in(facts.order(), shipment)
          .forEach(line -> {
            evidence.add(facts.fact("line." + line.id()));
            evidence.add(facts.fact("line." + line.id() + ".variant"));
          });
    }
    return evidence;
  }

  private static Optional<TrackingEvent> event(Shipment shipment, Shipment.Status status) {
    return shipment.events().reversed().stream()
        .filter(event -> event.status() == status)
        .findFirst();
  }

  private static Optional<TrackingEvent> firstOf(Shipment shipment, Shipment.Status status) {
    return shipment.events().stream().filter(event -> event.status() == status).findFirst();
  }
}
