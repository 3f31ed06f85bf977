package deskhand.server.inbox;

import deskhand.conversations.Conversation;
import deskhand.conversations.Reference;
import deskhand.orders.Order;
import deskhand.orders.Orders;
import deskhand.orders.Shipment;
import deskhand.server.Texts;
import deskhand.server.Times;
import deskhand.server.Visit;
import deskhand.server.inbox.FactsView.OrderView;
import deskhand.server.inbox.FactsView.Pair;
import deskhand.server.inbox.FactsView.Parcel;
import deskhand.server.inbox.FactsView.Scan;
import deskhand.store.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Collects what an agent needs beside a conversation: who it is, what they ordered, where it is.
@Component
class Facts {
  private static final int MOST_ORDERS = 8;
  private static final int MOST_SCANS = 8;

  private final Orders orders;
  private final Told told;
  private final Texts texts;

  Facts(Orders orders, Told told, Texts texts) {
    this.orders = orders;
    this.told = told;
    this.texts = texts;
  }

  FactsView of(Visit visit, Conversation conversation, Times.In times, Place place) {
    List<Order> theirs =
        conversation
            .party()
            .address()
            .map(address -> orders.ofAddress(visit.id(), address))
            .orElse(List.of());
    Map<String, Order> shown = new LinkedHashMap<>();
    Stream.concat(
            conversation.about().references().stream()
                .filter(reference -> reference.kind().equals("order"))
                .map(Reference::id),
            told.orders(visit, conversation).stream())
        .distinct()
        .limit(MOST_ORDERS)
        .forEach(number ->
            orders.find(visit.id(), number).ifPresent(order -> shown.put(order.number(), order)));
    int about = shown.size();
    theirs.stream()
        .filter(order -> shown.size() < MOST_ORDERS)
        .limit(MOST_ORDERS)
        .forEach(order -> shown.putIfAbsent(order.number(), order));
    List<OrderView> views = new ArrayList<>();
    shown.values().stream()
        .limit(MOST_ORDERS)
        .forEach(order -> views.add(order(order, views.size() < Math.max(1, about), times)));
    return new FactsView(
        customer(conversation, theirs),
        views,
        told.understood(visit, conversation),
        told.others(visit, conversation, times, place));
  }

  private FactsView.CustomerView customer(Conversation conversation, List<Order> theirs) {
    Conversation.Party party = conversation.party();
    String proven = party.proven().name().toLowerCase(Locale.ROOT);
    return new FactsView.CustomerView(
        party.name().isBlank() ? texts.of("inbox.visitor") : party.name(),
        party.address().map(Object::toString).orElse(""),
        texts.of("proven." + proven),
        proven.equals("nothing") ? "due" : "fine",
        count(theirs),
        texts.of("channel." + party.channel().name().toLowerCase(Locale.ROOT)));
  }

  private String count(List<Order> theirs) {
    if (theirs.isEmpty()) {
      return texts.of("facts.orders.none");
    }
    Optional<Money> sum =
        theirs.stream()
            .map(order -> order.money().total())
            .filter(total -> total.currency().equals(theirs.getFirst().money().total().currency()))
            .reduce(Money::plus);
    return texts.of("facts.orders.count", theirs.size(), sum.map(Times::money).orElse(""));
  }

  private OrderView order(Order order, boolean open, Times.In times) {
    return new OrderView(
        order.number(), open, summary(order, times), pairs(order, times), parcels(order, times));
  }

  private String summary(Order order, Times.In times) {
    Optional<Shipment> last =
        order.contents().shipments().stream().reduce((first, second) -> second);
    String state =
        last.map(shipment -> OrderFields.word(texts, "parcel", shipment.status()))
            .orElseGet(() -> OrderFields.word(texts, "fulfilment", order.status().fulfilment()));
    String when =
        last.filter(shipment -> !shipment.events().isEmpty())
            .map(shipment -> " " + times.moment(shipment.events().getLast().at()))
            .orElse("");
    return state + when + " · " + Times.money(order.money().total());
  }

  private List<Pair> pairs(Order order, Times.In times) {
    List<Pair> pairs = new ArrayList<>();
    pairs.add(new Pair(texts.of("facts.placed"), times.day(order.times().placedAt())));
    order
        .times()
        .cancelledAt()
        .ifPresent(at -> pairs.add(new Pair(texts.of("facts.cancelled"), times.day(at))));
    pairs.add(
        new Pair(
            OrderFields.word(texts, "payment", order.status().payment()),
            Times.money(order.money().total())));
    for (Order.Line line : order.contents().lines().stream().limit(20).toList()) {
      String variant = line.variant().isBlank() ? "" : ", " + line.variant();
      pairs.add(new Pair(line.title() + variant, Integer.toString(line.quantity())));
    }
    order
        .buyer()
        .shippingAddress()
        .ifPresent(address ->
            pairs.add(
                new Pair(texts.of("facts.goes-to"), address.city() + ", " + address.country())));
    for (Order.Refund refund : order.contents().refunds().stream().limit(5).toList()) {
      pairs.add(
          new Pair(
              texts.of("facts.refunded", times.day(refund.at())), Times.money(refund.amount())));
    }
    for (Order.Return back : order.contents().returns().stream().limit(5).toList()) {
      pairs.add(
          new Pair(
              texts.of("facts.return", times.day(back.requestedAt())),
              OrderFields.word(texts, "return", back.status())));
    }
    if (!order.status().note().isBlank()) {
      pairs.add(new Pair(texts.of("facts.note"), order.status().note()));
    }
    return pairs;
  }

  private List<Parcel> parcels(Order order, Times.In times) {
    return order.contents().shipments().stream()
        .limit(6)
        .map(shipment -> parcel(shipment, times))
        .toList();
  }

  private Parcel parcel(Shipment shipment, Times.In times) {
    List<Scan> scans = new ArrayList<>();
    for (Shipment.TrackingEvent event : shipment.events().reversed()) {
      if (scans.size() < MOST_SCANS) {
        String where = event.location().isBlank() ? "" : ", " + event.location();
        String what =
            event.description().isBlank()
                ? OrderFields.word(texts, "parcel", event.status())
                : event.description();
        scans.add(new Scan(what + where, times.moment(event.at()), scans.isEmpty()));
      }
    }
    if (scans.isEmpty()) {
      scans.add(
          new Scan(
              OrderFields.word(texts, "parcel", shipment.status()),
              shipment.shippedAt().map(times::moment).orElse(""),
              true));
    }
    String expected =
        shipment
            .tracking()
            .estimatedDelivery()
            .filter(day -> shipment.deliveredAt().isEmpty())
            .map(day -> " · " + texts.of("facts.expected", times.day(day)))
            .orElse("");
    return new Parcel(
        OrderFields.carrier(shipment, texts) + expected,
        shipment.tracking().number().orElse(""),
        scans);
  }
}
