package deskhand.flows;

import deskhand.orders.ShopEvent;
import deskhand.store.Task;
import deskhand.store.Tasks;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Begins runs by what happens in the shop, and has those that go on look again. Only inserts and
/// schedules, in the transaction of the change; each run works in a task of its own.
@Component
class FlowsOnShopEvent {
  private final BuiltInFlows flows;
  private final SwitchesTable switches;
  private final RunStep.Books books;
  private final Tasks tasks;
  private final Clock clock;

  FlowsOnShopEvent(
      BuiltInFlows flows, SwitchesTable switches, RunStep.Books books, Tasks tasks, Clock clock) {
    this.flows = flows;
    this.switches = switches;
    this.books = books;
    this.tasks = tasks;
    this.clock = clock;
  }

  @EventListener
  void on(ShopEvent event) {
    Instant now = clock.instant();
    books
        .runs()
        .goingOn(event.store(), event.order())
        .forEach(run -> tasks.schedule(RunTasks.LOOK, RunTasks.look(event.store(), run), now));
    for (Flow flow : flows.all()) {
      if (flow.start().trigger().begunBy(event) && switches.isOn(event.store(), flow.name())) {
        begin(flow, event, now);
      }
    }
  }

  private void begin(Flow flow, ShopEvent event, Instant now) {
    FlowRun.Subject subject =
        new FlowRun.Subject(
            event.order(),
            switch (flow.start().about()) {
              case ORDER -> Optional.empty();
              case PARCEL -> parcel(event);
            });
    books
        .runs()
        .begin(event.store(), flow.name(), subject, event.at(), now)
        .ifPresent(run -> {
          String why = flow.start().trigger().name().toLowerCase(Locale.ROOT).replace('_', ' ');
          books.notes().add(event.store(), run, new FlowRun.Note(now, FlowRun.What.BEGAN, why));
          tasks.schedule(RunTasks.GO_ON, Task.Key.of(event.store(), run), now);
        });
  }

  private static Optional<String> parcel(ShopEvent event) {
    return switch (event) {
      case ShopEvent.ParcelShipped shipped -> Optional.of(shipped.shipment());
      case ShopEvent.ParcelDelivered delivered -> Optional.of(delivered.shipment());
      case ShopEvent.ParcelMoved moved -> Optional.of(moved.shipment());
      case ShopEvent.OrderPlaced placed -> Optional.empty();
      case ShopEvent.OrderCancelled cancelled -> Optional.empty();
      case ShopEvent.ReturnRequested requested -> Optional.empty();
      case ShopEvent.RefundMade made -> Optional.empty();
    };
  }
}
