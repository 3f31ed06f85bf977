package deskhand.flows;

import deskhand.conversations.OutgoingMessage;
import deskhand.orders.Order;
import deskhand.orders.Orders;
import deskhand.orders.Shipment;
import deskhand.store.EmailAddress;
import deskhand.store.StoreId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The messages that a store sends by itself, and why somebody got one, or got none.
@Component
public class Flows {
  private static final int LONGEST_LIST = 100;

  private final BuiltInFlows flows;
  private final RunStep.Books books;
  private final SwitchesTable switches;
  private final Reading reading;

  Flows(BuiltInFlows flows, RunStep.Books books, SwitchesTable switches, Reading reading) {
    this.flows = flows;
    this.books = books;
    this.switches = switches;
    this.reading = reading;
  }

  /// The parts behind a preview.
  @Component
  record Reading(Orders orders, FactsReader facts, Clock clock) {}

  /// All flows there are.
  public List<Flow> all() {
    return flows.all();
  }

  /// Whether the flow begins new runs in the store; a flow is on until a merchant switches it off.
  public boolean isOn(StoreId store, String flow) {
    return switches.isOn(store, known(flow).name());
  }

  /// Runs that have begun go on.
  public void setOn(StoreId store, String flow, boolean on) {
    String name = known(flow).name();
    books
        .transaction()
        .executeWithoutResult(status -> {
          switches.set(store, name, on);
          books.numbers().next(store);
        });
  }

  /// The newest runs of the store, newest first, with their history.
  ///
  /// @param count 100 at most
  public List<FlowRun> newest(StoreId store, int count) {
    return books.runs().newest(store, Math.clamp(count, 1, LONGEST_LIST)).stream()
        .map(this::withHistory)
        .toList();
  }

  /// The runs about an order and its parcels, newest first; 100 at most.
  ///
  /// @param order the number as the order has it
  public List<FlowRun> ofOrder(StoreId store, String order) {
    return of(store, List.of(order));
  }

  /// The runs about a customer's newest 50 orders, newest first; 100 at most.
  public List<FlowRun> ofCustomer(StoreId store, EmailAddress customer) {
    return of(
        store, reading.orders().ofAddress(store, customer).stream().map(Order::number).toList());
  }

  public Optional<FlowRun> find(StoreId store, long run) {
    return books.runs().find(store, run).map(this::withHistory);
  }

  /// What the flow's letters would say now, about an order or (where it is about parcels) its last
  /// parcel; empty where there is no such order or parcel. Nothing is sent.
  public List<OutgoingMessage.Content> preview(StoreId store, String flow, String number) {
    Flow wanted = known(flow);
    Optional<Order> order = reading.orders().find(store, number);
    Optional<String> parcel =
        order
            .map(found -> found.contents().shipments())
            .filter(parcels -> !parcels.isEmpty())
            .map(parcels -> parcels.getLast())
            .map(Shipment::id);
    boolean ofParcels = wanted.start().about() == Flow.About.PARCEL;
    if (order.isEmpty() || (ofParcels && parcel.isEmpty())) {
      return List.of();
    }
    Facts facts =
        reading
            .facts()
            .read(
                store,
                wanted,
                new FlowRun.Subject(order.get().number(), ofParcels ? parcel : Optional.empty()));
    return wanted.letters().keySet().stream()
        .sorted()
        .map(letter -> Letters.write(wanted, letter, facts, order.get(), reading.clock().instant()))
        .toList();
  }

  private List<FlowRun> of(StoreId store, List<String> orders) {
    return orders.isEmpty()
        ? List.of()
        : books.runs().of(store, orders).stream().map(this::withHistory).toList();
  }

  private FlowRun withHistory(RunsTable.Row row) {
    FlowRun run = row.run();
    return new FlowRun(
        run.id(),
        run.flow(),
        run.subject(),
        run.state(),
        new FlowRun.History(
            books.notes().of(row.store(), run.id()), books.letters().of(row.store(), run.id())));
  }

  private Flow known(String flow) {
    return flows
        .find(flow)
        .orElseThrow(() -> new IllegalArgumentException("there is no flow " + flow));
  }
}
