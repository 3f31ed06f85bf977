package deskhand.triage.orders;

import deskhand.orders.Order;
import deskhand.orders.Shipment;
import deskhand.orders.Shipment.TrackingEvent;
import deskhand.triage.Evidence;
import deskhand.triage.Identity;
import deskhand.triage.Reply;
import deskhand.triage.writing.Parts;
import deskhand.triage.writing.Strangers;
import deskhand.triage.writing.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Says what a carrier's scan said, where its words are such that they may be repeated.
public final class ScanWriter {
  private static final int LONGEST_SCAN = 100;
  private static final Pattern NEIGHBOUR =
      Pattern.compile(
          "neighbou?r|nachbar|\\bburen\\b|buurman|buurvrouw|voisin|vecin[oa]|vicin[oa]",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CUSTOMS =
      Pattern.compile(
          "\\bcustoms?\\b|\\bcbp\\b|\\bcbsa\\b|\\bzoll|verzoll|douan|dédouan|aduan|dogan|\\btoll(behandl|klar)|\\btull",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

  private final Words words;
  private final Identity identity;
  private final OrderFacts facts;

  public ScanWriter(Words words, Identity identity, OrderFacts facts) {
    this.words = words;
    this.identity = identity;
    this.facts = facts;
  }

  public static boolean namesNeighbour(String scan) {
    return NEIGHBOUR.matcher(scan).find();
  }

  public static boolean namesCustoms(String text) {
    return CUSTOMS.matcher(text).find();
  }

  /// Whether the last that is known of a parcel is of customs.
  public static boolean isAtCustoms(Shipment shipment) {
    return OrderFacts.lastEvent(shipment)
        .filter(event -> namesCustoms(event.description()))
        .isPresent();
  }

  /// The last that customs said of a parcel, where it is not the last of all.
  public Optional<Reply.Part> customs(Shipment shipment) {
    if (isAtCustoms(shipment)) {
      return say(shipment);
    }
    return shipment.events().reversed().stream()
        .filter(event -> namesCustoms(event.description()))
        .findFirst()
        .flatMap(event -> say(shipment, event, "scan.customs"));
  }

  /// The last scan; to who may not see what a parcel holds its day alone.
  Optional<Reply.Part> say(Shipment shipment) {
    Optional<TrackingEvent> last = OrderFacts.lastEvent(shipment);
    return identity.maySeeItems()
        ? last.flatMap(event -> say(shipment, event, true))
        : last.map(event -> day(shipment, event));
  }

  private Reply.Part day(Shipment shipment, TrackingEvent event) {
    return Parts.sentence(
        words.say("scan.date", Map.of("date", words.date(event.at()))),
        facts.fact(OrderFacts.event(shipment, event) + ".at"));
  }

  Optional<Reply.Part> say(Shipment shipment, TrackingEvent event, boolean place) {
    Optional<String> where =
        Strangers.quotable(event.location(), 60).filter(one -> !holdsAddress(one));
    if (!place || where.isEmpty()) {
      return say(shipment, event, "scan");
    }
    return say(shipment, event, "scan.place");
  }

  private Optional<Reply.Part> say(Shipment shipment, TrackingEvent event, String key) {
    Optional<String> text = Strangers.quotable(event.description(), LONGEST_SCAN);
    if (text.isEmpty() || holdsAddress(text.get()) || !identity.maySeeItems()) {
      return Optional.empty();
    }
    String name = OrderFacts.event(shipment, event);
    Map<String, String> values = new HashMap<>();
    values.put("date", words.date(event.at()));
    values.put("text", text.get());
    List<Evidence> evidence =
        new ArrayList<>(List.of(facts.fact(name + ".at"), facts.fact(name + ".description")));
    if (key.equals("scan.place")) {
      values.put("place", Strangers.quotable(event.location(), 60).orElseThrow());
      evidence.add(facts.fact(name + ".location"));
    }
    return Optional.of(new Reply.Part(" ", words.say(key, values), evidence));
  }

  private boolean holdsAddress(String text) {
    String low = text.toLowerCase(Locale.ROOT);
    return facts
        .order()
        .buyer()
        .shippingAddress()
        .map(Order.Address::line1)
        .map(line -> line.toLowerCase(Locale.ROOT).strip())
        .filter(line -> line.length() > 3 && low.contains(line))
        .isPresent();
  }
}
