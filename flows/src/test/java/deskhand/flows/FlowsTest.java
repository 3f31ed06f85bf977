package deskhand.flows;

import static deskhand.flows.Shopping.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import deskhand.conversations.Author;
import deskhand.conversations.Channel;
import deskhand.conversations.ChannelKind;
import deskhand.conversations.Conversation;
import deskhand.conversations.ConversationId;
import deskhand.conversations.Conversations;
import deskhand.conversations.Dispatch;
import deskhand.conversations.IncomingMessage;
import deskhand.conversations.Kind;
import deskhand.conversations.MessageId;
import deskhand.conversations.MessageText;
import deskhand.conversations.OutgoingMessage;
import deskhand.conversations.Proven;
import deskhand.conversations.Purpose;
import deskhand.conversations.Received;
import deskhand.conversations.Reference;
import deskhand.orders.Order;
import deskhand.orders.Orders;
import deskhand.orders.Shipment;
import deskhand.orders.Shop;
import deskhand.store.EmailAddress;
import deskhand.store.StoreId;
import deskhand.store.StoreMode;
import deskhand.store.Stores;
import deskhand.store.Task;
import deskhand.store.Tasks;
import deskhand.store.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/// End to end with a real database: a change in the shop, a run, the door, a mail.
@SpringBootTest
@Import(TestDatabase.class)
class FlowsTest {
  /// A Monday, noon in Amsterdam.
  private static final Instant NOON = Instant.parse("2026-06-15T10:00:00Z");

  @Autowired Flows flows;
  @Autowired Orders orders;
  @Autowired Stores stores;
  @Autowired Conversations conversations;
  @Autowired MovedClock clock;
  @Autowired Postbox postbox;
  @Autowired RunStep steps;
  @Autowired Tasks tasks;
  @Autowired TransactionTemplate transaction;

  StoreId store = new StoreId(1);

  @SpringBootApplication(
      scanBasePackages = {
        "deskhand.store",
        "deskhand.conversations",
        "deskhand.orders",
        "deskhand.flows"
      })
  static class Application {
    @Bean
    MovedClock movedClock() {
      return new MovedClock();
    }

    @Bean
    Postbox postbox() {
      return new Postbox();
    }
  }

  /// Runs from where it was moved to (the scheduler would not poll while it stands still).
  static final class MovedClock extends Clock {
    private volatile Instant base = NOON;
    private volatile long basedAt = System.nanoTime();

    void moveTo(Instant later) {
      base = later;
      basedAt = System.nanoTime();
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return base.plusNanos(System.nanoTime() - basedAt).truncatedTo(ChronoUnit.MICROS);
    }
  }

  static final class Postbox implements Channel {
    final List<Dispatch> got = new CopyOnWriteArrayList<>();

    @Override
    public ChannelKind kind() {
      return ChannelKind.EMAIL;
    }

    @Override
    public Delivered deliver(Dispatch dispatch) {
      got.add(dispatch);
      return new Delivered.Sent();
    }

    List<Dispatch> to(StoreId store) {
      return got.stream().filter(each -> each.message().store().equals(store)).toList();
    }
  }

  record Fixed(List<Order> all) implements Shop {
    @Override
    public String maker() {
      return "fixed";
    }

    @Override
    public Stream<Row> orders() {
      return all.stream().map(Row.Read::new);
    }
  }

  @BeforeEach
  void aStore() {
    // The next day at noon, so that no test is in another's time.
    clock.moveTo(
        clock
            .instant()
            .atZone(ZoneOffset.UTC)
            .toLocalDate()
            .plusDays(1)
            .atTime(10, 0)
            .toInstant(ZoneOffset.UTC));
    store = stores.create(Shopping.profile(), StoreMode.AUTOMATIC);
  }

  private Order imported(String number) {
    Order order = Shopping.order(number, "iris@example.org", clock.instant().minusSeconds(3600));
    orders.importFrom(store, new Fixed(List.of(order)));
    return order;
  }

  private Order mirror(Order order) {
    orders.mirror(store, order);
    return order;
  }

  private Order ship(Order order, Order.Part... parts) {
    int next = order.contents().shipments().size() + 1;
    return mirror(Shopping.shipped(order, "S" + next, clock.instant(), parts));
  }

  private Order deliver(Order order, String parcel) {
    return mirror(Shopping.now(order, parcel, Shipment.Status.DELIVERED, clock.instant()));
  }

  private FlowRun run(String flow) {
    return flows.newest(store, 10).stream()
        .filter(run -> run.flow().equals(flow))
        .findFirst()
        .orElseThrow();
  }

  private void awaitWaiting(String flow, String reason) {
    await().untilAsserted(() -> assertThat(run(flow).state().reason()).isEqualTo(reason));
  }

  private void awaitEnd(String flow, Outcome outcome) {
    await().untilAsserted(() -> assertThat(run(flow).state().outcome()).contains(outcome));
  }

  private Dispatch awaitMail(int count) {
    await().untilAsserted(() -> assertThat(postbox.to(store)).hasSize(count));
    return postbox.to(store).getLast();
  }

  private List<FlowRun.What> notes(String flow) {
    return run(flow).history().notes().stream().map(FlowRun.Note::what).toList();
  }

  /// An order of which all has arrived, and whose review request waits.
  private Order arrived(String number) {
    Order order = ship(imported(number), part("1", 2), part("2", 1));
    awaitMail(1);
    Order delivered = deliver(order, "S1");
    awaitWaiting("review-request", "waits until it is time");
    return delivered;
  }

  @Test
  void confirmsEachParcelWithItsItemsToTheOrdersAddress() {
    Order order = ship(imported("#1042"), part("1", 2));
    Dispatch first = awaitMail(1);
    assertThat(first.mail().orElseThrow().to()).isEqualTo(new EmailAddress("iris@example.org"));
    assertThat(first.message().purpose()).isEqualTo(Purpose.TRANSACTIONAL);
    assertThat(first.message().author()).isEqualTo(new Author.Flow("shipping-confirmation"));
    assertThat(first.message().content().text())
        .contains("2 × Kettle (red)", "1 × Whisk will follow");
    ship(order, part("2", 1));
    Dispatch second = awaitMail(2);
    assertThat(second.message().content().text())
        .contains("1 × Whisk")
        .doesNotContain("Kettle (red)", "follow in");
    await()
        .untilAsserted(() ->
            assertThat(notes("shipping-confirmation"))
                .containsSubsequence(FlowRun.What.BEGAN, FlowRun.What.GIVEN, FlowRun.What.SENT)
                .contains(FlowRun.What.ENDED));
    assertThat(flows.ofOrder(store, "#1042")).hasSize(2);
    assertThat(flows.ofCustomer(store, new EmailAddress("iris@example.org"))).hasSize(2);
  }

  @Test
  void aFirstImportBeginsNothing() {
    Order order = Shopping.order("#1", "iris@example.org", clock.instant());
    Order delivered =
        Shopping.now(
            Shopping.shipped(order, "S1", clock.instant(), part("1", 2), part("2", 1)),
            "S1",
            Shipment.Status.DELIVERED,
            clock.instant());
    orders.importFrom(store, new Fixed(List.of(delivered)));
    assertThat(flows.newest(store, 10)).isEmpty();
  }

  @Test
  void aChangeThatRollsBackBeginsNothing() {
    Order order = imported("#1");
    transaction.executeWithoutResult(status -> {
      ship(order, part("1", 1));
      assertThat(flows.newest(store, 10)).hasSize(1);
      status.setRollbackOnly();
    });
    assertThat(flows.newest(store, 10)).isEmpty();
  }

  @Test
  void theSameTaskRunTwiceAndAtTheSameTimeSendsOnce() throws Exception {
    ship(imported("#1"), part("1", 2));
    awaitEnd("shipping-confirmation", Outcome.DONE);
    Task.Key key = Task.Key.of(store, run("shipping-confirmation").id());
    List<Future<?>> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 6; i++) {
        all.add(threads.submit(() -> steps.take(store, key.number())));
      }
    }
    for (Future<?> each : all) {
      each.get();
    }
    tasks.schedule(RunTasks.GO_ON, key, clock.instant());
    awaitMail(1);
    assertThat(run("shipping-confirmation").history().messages()).hasSize(1);
  }

  @Test
  void asksForAReviewTenDaysAfterTheLastParcel() {
    Order order = ship(imported("#7"), part("1", 2));
    Order half = deliver(order, "S1");
    awaitWaiting("review-request", "not every parcel has arrived");
    clock.moveTo(clock.instant().plus(Duration.ofDays(3)));
    Order both = deliver(ship(half, part("2", 1)), "S2");
    Instant last = both.completelyDeliveredAt().orElseThrow();
    awaitWaiting("review-request", "waits until it is time");
    assertThat(run("review-request").state().wakesAt()).contains(last.plus(Duration.ofDays(10)));
    int before = postbox.to(store).size();
    clock.moveTo(last.plus(Duration.ofDays(10)));
    Dispatch asked = awaitMail(before + 1);
    assertThat(asked.message().purpose()).isEqualTo(Purpose.FEEDBACK);
    assertThat(asked.message().content().text()).contains("#7", "2 × Kettle (red)\n1 × Whisk");
    awaitEnd("review-request", Outcome.DONE);
  }

  @Test
  void holdsTheReviewRequestWhileAMatterIsOpen() {
    Order order = arrived("#8");
    ConversationId complaint = write(Optional.empty(), "the kettle leaks");
    clock.moveTo(order.lastDeliveryAt().orElseThrow().plus(Duration.ofDays(10)));
    awaitWaiting("review-request", Condition.OPEN_MATTER.words());
    conversations.decided(
        store,
        complaint,
        conversations.undecided(store, complaint).getLast().id(),
        "order/damaged",
        Set.of(Reference.order("#8")));
    conversations.close(store, complaint, new Author.Program());
    clock.moveTo(clock.instant().plus(Duration.ofDays(1)));
    assertThat(awaitMail(2).message().purpose()).isEqualTo(Purpose.FEEDBACK);
  }

  @Test
  void aReturnEndsTheReviewRequestAtOnce() {
    mirror(Shopping.sentBack(arrived("#9"), clock.instant()));
    awaitEnd("review-request", Outcome.OVERTAKEN);
    assertThat(run("review-request").state().reason())
        .isEqualTo("the customer sends something back");
    assertThat(notes("review-request").getLast()).isEqualTo(FlowRun.What.ENDED);
  }

  @Test
  void nothingIsSentAtNight() {
    Order order = imported("#10");
    Instant evening = clock.instant().plus(Duration.ofHours(10));
    clock.moveTo(evening);
    ship(order, part("1", 1));
    awaitWaiting("shipping-confirmation", "quiet hours");
    Instant morning =
        Instant.parse(evening.plus(Duration.ofDays(1)).toString().substring(0, 10) + "T06:00:00Z");
    assertThat(run("shipping-confirmation").state().wakesAt()).contains(morning);
    assertThat(postbox.to(store)).isEmpty();
    clock.moveTo(morning);
    awaitMail(1);
  }

  @Test
  void theDoorRefusesAtDeliveryWhatIsNoLongerCalledFor() {
    Order order = imported("#11");
    stores.setMode(store, StoreMode.SUGGEST);
    Order shipped = ship(order, part("1", 2));
    awaitEnd("shipping-confirmation", Outcome.DONE);
    mirror(Shopping.cancelled(shipped, clock.instant()));
    clock.moveTo(clock.instant().plus(Duration.ofMinutes(5)));
    stores.setMode(store, StoreMode.AUTOMATIC);
    awaitEnd("shipping-confirmation", Outcome.REFUSED);
    assertThat(run("shipping-confirmation").state().reason())
        .isEqualTo("the order still calls for it: the order was cancelled");
    assertThat(postbox.to(store)).isEmpty();
    MessageId message = run("shipping-confirmation").history().messages().getFirst();
    assertThat(conversations.ledger(store, message))
        .anySatisfy(entry -> {
          assertThat(entry.rule()).isEqualTo("the order still calls for it");
          assertThat(entry.verdict()).isEqualTo("refuse");
        });
  }

  @Test
  void aLetterThatIsNoLongerTrueIsWrittenAnew() {
    Order order = imported("#12");
    stores.setMode(store, StoreMode.SUGGEST);
    Order shipped = ship(order, part("1", 2));
    awaitEnd("shipping-confirmation", Outcome.DONE);
    Shipment parcel = shipped.contents().shipments().getFirst();
    mirror(
        Shopping.with(
            shipped,
            List.of(
                new Shipment(
                    parcel.id(),
                    parcel.tracking(),
                    parcel.shippedAt(),
                    List.of(part("1", 1)),
                    parcel.status(),
                    parcel.events())),
            clock.instant()));
    clock.moveTo(clock.instant().plus(Duration.ofMinutes(5)));
    stores.setMode(store, StoreMode.AUTOMATIC);
    assertThat(awaitMail(1).message().content().text()).contains("1 × Kettle (red)\n");
    assertThat(notes("shipping-confirmation")).contains(FlowRun.What.DECIDED_ANEW);
  }

  @Test
  void theDoorWaitsForTheMorningToo() {
    Order order = imported("#13");
    stores.setStopped(store, true);
    ship(order, part("1", 2));
    awaitEnd("shipping-confirmation", Outcome.DONE);
    Instant night = clock.instant().plus(Duration.ofHours(12));
    clock.moveTo(night);
    stores.setStopped(store, false);
    MessageId message = run("shipping-confirmation").history().messages().getFirst();
    await()
        .untilAsserted(() ->
            assertThat(conversations.ledger(store, message))
                .anyMatch(entry ->
                    entry.rule().equals("quiet hours") && entry.verdict().equals("defer")));
    assertThat(postbox.to(store)).isEmpty();
    clock.moveTo(night.plus(Duration.ofHours(9)));
    awaitMail(1);
  }

  @Test
  void anAnswerArrivesInTheSameConversationWithTheOrderKnown() {
    ship(imported("#14"), part("1", 2));
    Dispatch mail = awaitMail(1);
    ConversationId answered =
        write(Optional.of(mail.mail().orElseThrow().thread().messageId()), "one kettle is missing");
    assertThat(answered).isEqualTo(mail.conversation().map(Conversation::id).orElseThrow());
    assertThat(conversations.find(store, answered).orElseThrow().about().references())
        .contains(Reference.order("#14"));
  }

  @Test
  void aFlowThatIsSwitchedOffBeginsNothing() {
    flows.setOn(store, "shipping-confirmation", false);
    assertThat(flows.isOn(store, "shipping-confirmation")).isFalse();
    Order order = ship(imported("#15"), part("1", 2));
    assertThat(flows.newest(store, 10)).isEmpty();
    flows.setOn(store, "shipping-confirmation", true);
    ship(order, part("2", 1));
    awaitMail(1);
  }

  @Test
  void aPreviewSendsNothing() {
    Order order = ship(imported("#16"), part("1", 2));
    awaitMail(1);
    OutgoingMessage.Content preview =
        flows.preview(store, "shipping-confirmation", order.number()).getFirst();
    assertThat(preview.text()).isEqualTo(postbox.to(store).getFirst().message().content().text());
    assertThat(flows.preview(store, "review-request", "no such order")).isEmpty();
  }

  @Test
  void theRulesSayNothingAboutWhatPeopleWrite() {
    List<String> own =
        List.of("the order still calls for it", "the customer has no open matter", "quiet hours");
    assertThat(conversations.rules()).containsAll(own).contains(OrderRules.STILL_SO);
    clock.moveTo(clock.instant().plus(Duration.ofHours(13)));
    conversations.send(
        new OutgoingMessage(
            store,
            Purpose.REPLY,
            "by hand",
            new Author.Agent(new deskhand.conversations.AgentId(1), "Mo"),
            new OutgoingMessage.Destination.ByEmail(new EmailAddress("iris@example.org"), "Iris"),
            new OutgoingMessage.Content("Hi", "Hello", List.of(), Set.of())));
    awaitMail(1);
  }

  private ConversationId write(Optional<String> inReplyTo, String text) {
    IncomingMessage message =
        new IncomingMessage(
            store,
            new IncomingMessage.Origin(
                ChannelKind.EMAIL,
                text,
                clock.instant(),
                clock.instant(),
                new IncomingMessage.ThreadHints(
                    "<" + text.hashCode() + "@example.org>",
                    inReplyTo.stream().toList(),
                    Optional.empty(),
                    Optional.empty())),
            new IncomingMessage.Sender(
                Optional.of(new EmailAddress("iris@example.org")), "Iris", Proven.ADDRESS, ""),
            MessageText.plain(text),
            new IncomingMessage.Details("my order", Kind.MESSAGE, List.of(), List.of(), false));
    return switch (conversations.receive(message)) {
      case Received.Stored(ConversationId id, MessageId stored) -> id;
      case Received.Duplicate(ConversationId id, MessageId stored) -> id;
    };
  }
}
