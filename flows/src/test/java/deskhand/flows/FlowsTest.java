package deskhand.flows;

import static deskhand.flows.Shopping.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import deskhand.conversations.Author;
import deskhand.conversations.ConversationId;
import deskhand.conversations.Conversations;
import deskhand.conversations.Dispatch;
import deskhand.conversations.OutgoingMessage;
import deskhand.conversations.Purpose;
import deskhand.conversations.Reference;
import deskhand.orders.Order;
import deskhand.orders.Shipment;
import deskhand.store.EmailAddress;
import deskhand.store.StoreId;
import deskhand.store.Task;
import deskhand.store.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.support.TransactionTemplate;

/// End to end with a real database: a change in the shop, a run, the door, a mail.
@SpringBootTest(classes = FlowsApplication.class)
class FlowsTest {
  @Autowired Scene scene;
  @Autowired Flows flows;
  @Autowired Conversations conversations;
  @Autowired MovedClock clock;
  @Autowired RunStep steps;
  @Autowired Tasks tasks;
  @Autowired TransactionTemplate transaction;

  StoreId store = new StoreId(1);

  @BeforeEach
  void aStore() {
    store = scene.open();
  }

  @Test
  void confirmsEachParcelWithItsItemsToTheOrdersAddress() {
    Order order = scene.ship(scene.imported("#1042"), part("1", 2));
    Dispatch first = scene.awaitMail(1);
    assertThat(first.mail().orElseThrow().to()).isEqualTo(new EmailAddress("iris@example.org"));
    assertThat(first.message().purpose()).isEqualTo(Purpose.TRANSACTIONAL);
    assertThat(first.message().author()).isEqualTo(new Author.Flow("shipping-confirmation"));
    assertThat(first.message().content().text())
        .contains("2 × Kettle (red)", "1 × Whisk will follow");
    scene.ship(order, part("2", 1));
    Dispatch second = scene.awaitMail(2);
    assertThat(second.message().content().text())
        .contains("1 × Whisk")
        .doesNotContain("Kettle (red)", "follow in");
    await()
        .untilAsserted(() ->
            assertThat(scene.notes("shipping-confirmation"))
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
    scene.importAll(delivered);
    assertThat(flows.newest(store, 10)).isEmpty();
  }

  @Test
  void aChangeThatRollsBackBeginsNothing() {
    Order order = scene.imported("#1");
    transaction.executeWithoutResult(status -> {
      scene.ship(order, part("1", 1));
      assertThat(flows.newest(store, 10)).hasSize(1);
      status.setRollbackOnly();
    });
    assertThat(flows.newest(store, 10)).isEmpty();
  }

  @Test
  void theSameTaskRunTwiceAndAtTheSameTimeSendsOnce() throws Exception {
    scene.ship(scene.imported("#1"), part("1", 2));
    scene.awaitEnd("shipping-confirmation", Outcome.DONE);
    Task.Key key = Task.Key.of(store, scene.run("shipping-confirmation").id());
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
    scene.awaitMail(1);
    assertThat(scene.run("shipping-confirmation").history().messages()).hasSize(1);
  }

  @Test
  void asksForAReviewTenDaysAfterTheLastParcel() {
    Order order = scene.ship(scene.imported("#7"), part("1", 2));
    Order half = scene.deliver(order, "S1");
    scene.awaitWaiting("review-request", "not every parcel has arrived");
    clock.moveTo(clock.instant().plus(Duration.ofDays(3)));
    Order both = scene.deliver(scene.ship(half, part("2", 1)), "S2");
    Instant last = both.completelyDeliveredAt().orElseThrow();
    scene.awaitWaiting("review-request", "waits until it is time");
    assertThat(scene.run("review-request").state().wakesAt())
        .contains(last.plus(Duration.ofDays(10)));
    int before = scene.mails().size();
    clock.moveTo(last.plus(Duration.ofDays(10)));
    Dispatch asked = scene.awaitMail(before + 1);
    assertThat(asked.message().purpose()).isEqualTo(Purpose.FEEDBACK);
    assertThat(asked.message().content().text()).contains("#7", "2 × Kettle (red)\n1 × Whisk");
    scene.awaitEnd("review-request", Outcome.DONE);
  }

  @Test
  void holdsTheReviewRequestWhileAMatterIsOpen() {
    Order order = scene.arrived("#8");
    ConversationId complaint = scene.write(Optional.empty(), "the kettle leaks");
    clock.moveTo(order.lastDeliveryAt().orElseThrow().plus(Duration.ofDays(10)));
    scene.awaitWaiting("review-request", Condition.OPEN_MATTER.words());
    conversations.decided(
        store,
        complaint,
        conversations.undecided(store, complaint).getLast().id(),
        "order/damaged",
        Set.of(Reference.order("#8")));
    conversations.close(store, complaint, new Author.Program());
    clock.moveTo(clock.instant().plus(Duration.ofDays(1)));
    assertThat(scene.awaitMail(2).message().purpose()).isEqualTo(Purpose.FEEDBACK);
  }

  @Test
  void aReturnEndsTheReviewRequestAtOnce() {
    scene.mirror(Shopping.sentBack(scene.arrived("#9"), clock.instant()));
    scene.awaitEnd("review-request", Outcome.OVERTAKEN);
    assertThat(scene.run("review-request").state().reason())
        .isEqualTo("the customer sends something back");
    assertThat(scene.notes("review-request").getLast()).isEqualTo(FlowRun.What.ENDED);
  }

  @Test
  void nothingIsSentAtNight() {
    Order order = scene.imported("#10");
    Instant evening = clock.instant().plus(Duration.ofHours(10));
    clock.moveTo(evening);
    scene.ship(order, part("1", 1));
    scene.awaitWaiting("shipping-confirmation", "quiet hours");
    Instant morning =
        Instant.parse(evening.plus(Duration.ofDays(1)).toString().substring(0, 10) + "T06:00:00Z");
    assertThat(scene.run("shipping-confirmation").state().wakesAt()).contains(morning);
    assertThat(scene.mails()).isEmpty();
    clock.moveTo(morning);
    scene.awaitMail(1);
  }

  @Test
  void aFlowThatIsSwitchedOffBeginsNothing() {
    flows.setOn(store, "shipping-confirmation", false);
    assertThat(flows.isOn(store, "shipping-confirmation")).isFalse();
    Order order = scene.ship(scene.imported("#15"), part("1", 2));
    assertThat(flows.newest(store, 10)).isEmpty();
    flows.setOn(store, "shipping-confirmation", true);
    scene.ship(order, part("2", 1));
    scene.awaitMail(1);
  }

  @Test
  void aPreviewSendsNothing() {
    Order order = scene.ship(scene.imported("#16"), part("1", 2));
    scene.awaitMail(1);
    OutgoingMessage.Content preview =
        flows.preview(store, "shipping-confirmation", order.number()).getFirst();
    assertThat(preview.text()).isEqualTo(scene.mails().getFirst().message().content().text());
    assertThat(flows.preview(store, "review-request", "no such order")).isEmpty();
  }
}
