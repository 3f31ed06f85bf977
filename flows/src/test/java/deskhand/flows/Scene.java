package deskhand.flows;

import static deskhand.flows.Shopping.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import deskhand.conversations.ChannelKind;
import deskhand.conversations.ConversationId;
import deskhand.conversations.Conversations;
import deskhand.conversations.Dispatch;
import deskhand.conversations.IncomingMessage;
import deskhand.conversations.Kind;
import deskhand.conversations.MessageId;
import deskhand.conversations.MessageText;
import deskhand.conversations.Proven;
import deskhand.conversations.Received;
import deskhand.orders.Order;
import deskhand.orders.Orders;
import deskhand.orders.Shipment;
import deskhand.orders.Shop;
import deskhand.store.EmailAddress;
import deskhand.store.StoreId;
import deskhand.store.StoreMode;
import deskhand.store.Stores;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// A new store in which something happens, and what its customer gets.
@Component
class Scene {
  static final String CUSTOMER = "iris@example.org";

  private final Flows flows;
  private final Orders orders;
  private final Conversations conversations;
  private final Stores stores;
  private final World world;
  private StoreId store = new StoreId(1);

  /// What is outside the program.
  @Component
  record World(MovedClock clock, Postbox postbox) {}

  Scene(Flows flows, Orders orders, Conversations conversations, Stores stores, World world) {
    this.flows = flows;
    this.orders = orders;
    this.conversations = conversations;
    this.stores = stores;
    this.world = world;
  }

  private record Fixed(List<Order> all) implements Shop {
    @Override
    public String maker() {
      return "fixed";
    }

    @Override
    public Stream<Row> orders() {
      return all.stream().map(Row.Read::new);
    }
  }

  /// Opens the store at noon of the next day, so that no test is in another's time.
  StoreId open() {
    MovedClock clock = world.clock();
    clock.moveTo(
        clock
            .instant()
            .atZone(ZoneOffset.UTC)
            .toLocalDate()
            .plusDays(1)
            .atTime(10, 0)
            .toInstant(ZoneOffset.UTC));
    store = stores.create(Shopping.profile(), StoreMode.AUTOMATIC);
    return store;
  }

  List<Dispatch> mails() {
    return world.postbox().to(store);
  }

  void importAll(Order... all) {
    orders.importFrom(store, new Fixed(List.of(all)));
  }

  Order imported(String number) {
    Order order = Shopping.order(number, CUSTOMER, world.clock().instant().minusSeconds(3600));
    importAll(order);
    return order;
  }

  Order mirror(Order order) {
    orders.mirror(store, order);
    return order;
  }

  Order ship(Order order, Order.Part... parts) {
    int next = order.contents().shipments().size() + 1;
    return mirror(Shopping.shipped(order, "S" + next, world.clock().instant(), parts));
  }

  Order deliver(Order order, String parcel) {
    return mirror(Shopping.now(order, parcel, Shipment.Status.DELIVERED, world.clock().instant()));
  }

  FlowRun run(String flow) {
    return flows.newest(store, 10).stream()
        .filter(run -> run.flow().equals(flow))
        .findFirst()
        .orElseThrow();
  }

  void awaitWaiting(String flow, String reason) {
    await().untilAsserted(() -> assertThat(run(flow).state().reason()).isEqualTo(reason));
  }

  void awaitEnd(String flow, Outcome outcome) {
    await().untilAsserted(() -> assertThat(run(flow).state().outcome()).contains(outcome));
  }

  Dispatch awaitMail(int count) {
    await().untilAsserted(() -> assertThat(mails()).hasSize(count));
    return mails().getLast();
  }

  List<FlowRun.What> notes(String flow) {
    return run(flow).history().notes().stream().map(FlowRun.Note::what).toList();
  }

  /// An order of which all has arrived, and whose review request waits.
  Order arrived(String number) {
    Order order = ship(imported(number), part("1", 2), part("2", 1));
    awaitMail(1);
    Order delivered = deliver(order, "S1");
    awaitWaiting("review-request", "waits until it is time");
    return delivered;
  }

  ConversationId write(Optional<String> inReplyTo, String text) {
    IncomingMessage message =
        new IncomingMessage(
            store,
            new IncomingMessage.Origin(
                ChannelKind.EMAIL,
                text,
                world.clock().instant(),
                world.clock().instant(),
                new IncomingMessage.ThreadHints(
                    "<" + text.hashCode() + "@example.org>",
                    inReplyTo.stream().toList(),
                    Optional.empty(),
                    Optional.empty())),
            new IncomingMessage.Sender(
                Optional.of(new EmailAddress(CUSTOMER)), "Iris", Proven.ADDRESS, ""),
            MessageText.plain(text),
            new IncomingMessage.Details("my order", Kind.MESSAGE, List.of(), List.of(), false));
    return switch (conversations.receive(message)) {
      case Received.Stored(ConversationId id, MessageId stored) -> id;
      case Received.Duplicate(ConversationId id, MessageId stored) -> id;
    };
  }
}
