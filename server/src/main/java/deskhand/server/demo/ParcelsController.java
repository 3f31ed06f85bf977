package deskhand.server.demo;

import deskhand.orders.Order;
import deskhand.orders.Orders;
import deskhand.orders.Shipment;
import deskhand.server.Shell;
import deskhand.server.Texts;
import deskhand.server.Times;
import deskhand.server.Visit;
import deskhand.server.shop.ShopFolder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The demo's time and parcels: moves the clock on, ships an order, delivers a parcel, so that what
/// the flows send can be seen.
@Controller
@Profile("demo")
@RequestMapping("/s/{store}/demo/clock")
class ParcelsController {
  private static final Duration FURTHEST = Duration.ofDays(60);

  private final DemoClock clock;
  private final Orders orders;
  private final Shell shell;
  private final Texts texts;
  private final Times times;
  private final List<String> numbers;

  ParcelsController(DemoClock clock, Orders orders, Shell shell, Texts texts, Times times) {
    this.clock = clock;
    this.orders = orders;
    this.shell = shell;
    this.texts = texts;
    this.times = times;
    this.numbers =
        ShopFolder.demoLines("orders.jsonl").stream()
            .map(line -> line.path("number").asString(""))
            .toList();
  }

  /// An order that something can still happen to.
  ///
  /// @param act `ship` or `deliver`
  record Row(String number, String who, String address, String items, String state, String act) {}

  @GetMapping
  String page(Visit visit, Model model) {
    model.addAttribute("shell", shell.around(visit, "clock"));
    Times.In in = times.in(visit.store());
    model.addAttribute("now", in.day(clock.instant()) + ", " + in.brief(clock.instant()));
    List<Row> rows = new ArrayList<>();
    for (String number : numbers) {
      orders.find(visit.id(), number).flatMap(this::row).ifPresent(rows::add);
    }
    model.addAttribute("rows", rows);
    return "demo/clock";
  }

  private Optional<Row> row(Order order) {
    if (order.times().cancelledAt().isPresent()) {
      return Optional.empty();
    }
    Optional<Shipment> under = underWay(order);
    boolean ships =
        order.status().fulfilment() == Order.Fulfilment.UNFULFILLED
            || (order.status().fulfilment() == Order.Fulfilment.PARTIAL
                && !unshipped(order).isEmpty());
    if (under.isEmpty() && !ships) {
      return Optional.empty();
    }
    String items =
        String.join(
            ", ", order.contents().lines().stream().map(Order.Line::title).limit(4).toList());
    String state =
        ships
            ? texts.of("fulfilment.unfulfilled")
            : under
                .map(shipment ->
                    texts.of(
                        "parcel."
                            + shipment.status().name().toLowerCase(Locale.ROOT).replace('_', '-')))
                .orElse("");
    return Optional.of(
        new Row(
            order.number(),
            order.buyer().name(),
            order.buyer().email().value(),
            items,
            state,
            ships ? "ship" : "deliver"));
  }

  private static Optional<Shipment> underWay(Order order) {
    return order.contents().shipments().stream()
        .filter(shipment ->
            switch (shipment.status()) {
              case PRE_TRANSIT,
                  IN_TRANSIT,
                  OUT_FOR_DELIVERY,
                  AVAILABLE_FOR_PICKUP,
                  ATTEMPT_FAILED,
                  EXCEPTION,
                  UNKNOWN ->
                  true;
              case DELIVERED, RETURNED, EXPIRED -> false;
            })
        .findFirst();
  }

  private static List<Order.Part> unshipped(Order order) {
    Set<String> gone = new HashSet<>();
    order
        .contents()
        .shipments()
        .forEach(shipment -> shipment.parts().forEach(part -> gone.add(part.lineId())));
    return order.contents().lines().stream()
        .filter(line -> !gone.contains(line.id()))
        .map(line -> new Order.Part(line.id(), line.quantity()))
        .toList();
  }

  @PostMapping("/move")
  String move(Visit visit, @RequestParam int hours, RedirectAttributes after) {
    clock.moveOn(Duration.ofHours(Math.clamp(hours, 1, FURTHEST.toHours())));
    after.addFlashAttribute("said", "clock.moved");
    return "redirect:" + visit.path("demo/clock");
  }

  @PostMapping("/ship")
  String ship(Visit visit, @RequestParam String number, RedirectAttributes after) {
    Order order = existing(visit, number);
    Instant now = clock.instant();
    List<Order.Part> parts = unshipped(order);
    if (!parts.isEmpty()) {
      int next = order.contents().shipments().size() + 1;
      Shipment parcel =
          new Shipment(
              "D" + next,
              new Shipment.Tracking(
                  "dpd",
                  Optional.of(
                      "0150"
                          + String.format(
                              Locale.ROOT,
                              "%010d",
                              Math.floorMod(now.toEpochMilli(), 10_000_000_000L))),
                  Optional.empty(),
                  Optional.of(LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(3))),
              Optional.of(now),
              parts,
              Shipment.Status.IN_TRANSIT,
              List.of(
                  new Shipment.TrackingEvent(
                      now, Shipment.Status.IN_TRANSIT, "Parcel handed to DPD", "Kilkenny")));
      List<Shipment> shipments = new ArrayList<>(order.contents().shipments());
      shipments.add(parcel);
      orders.mirror(visit.id(), with(order, shipments, Order.Fulfilment.FULFILLED, now));
      after.addFlashAttribute("said", "clock.shipped");
      after.addFlashAttribute("customer", order.buyer().email().value());
    }
    return "redirect:" + visit.path("demo/clock");
  }

  @PostMapping("/deliver")
  String deliver(Visit visit, @RequestParam String number, RedirectAttributes after) {
    Order order = existing(visit, number);
    Instant now = clock.instant();
    underWay(order)
        .ifPresent(parcel -> {
          List<Shipment.TrackingEvent> events = new ArrayList<>(parcel.events());
          String city = order.buyer().shippingAddress().map(Order.Address::city).orElse("");
          events.add(new Shipment.TrackingEvent(now, Shipment.Status.DELIVERED, "Delivered", city));
          List<Shipment> shipments =
              order.contents().shipments().stream()
                  .map(known ->
                      known.id().equals(parcel.id())
                          ? new Shipment(
                              parcel.id(),
                              parcel.tracking(),
                              parcel.shippedAt(),
                              parcel.parts(),
                              Shipment.Status.DELIVERED,
                              events)
                          : known)
                  .toList();
          orders.mirror(visit.id(), with(order, shipments, order.status().fulfilment(), now));
          after.addFlashAttribute("said", "clock.delivered");
          after.addFlashAttribute("customer", order.buyer().email().value());
        });
    return "redirect:" + visit.path("demo/clock");
  }

  private Order existing(Visit visit, String number) {
    return orders
        .find(visit.id(), number)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static Order with(
      Order order, List<Shipment> shipments, Order.Fulfilment fulfilment, Instant now) {
    return new Order(
        order.number(),
        order.buyer(),
        new Order.Times(order.times().placedAt(), order.times().cancelledAt(), now),
        order.money(),
        new Order.Status(
            order.status().payment(), fulfilment, order.status().tags(), order.status().note()),
        new Order.Contents(
            order.contents().lines(),
            shipments,
            order.contents().refunds(),
            order.contents().returns()));
  }
}
