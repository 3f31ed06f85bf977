package deskhand.flows;

import static deskhand.flows.Shopping.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import deskhand.conversations.AgentId;
import deskhand.conversations.Author;
import deskhand.conversations.Conversation;
import deskhand.conversations.ConversationId;
import deskhand.conversations.Conversations;
import deskhand.conversations.Dispatch;
import deskhand.conversations.MessageId;
import deskhand.conversations.OutgoingMessage;
import deskhand.conversations.Purpose;
import deskhand.conversations.Reference;
import deskhand.orders.Order;
import deskhand.orders.Shipment;
import deskhand.store.EmailAddress;
import deskhand.store.StoreId;
import deskhand.store.StoreMode;
import deskhand.store.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/// What becomes of a flow's letters at the door, and of the answers to them.
@SpringBootTest(classes = FlowsApplication.class)
class FlowsAtTheDoorTest {
  @Autowired Scene scene;
  @Autowired Stores stores;
  @Autowired Conversations conversations;
  @Autowired MovedClock clock;

  StoreId store = new StoreId(1);

  @BeforeEach
  void aStore() {
    store = scene.open();
  }

  @Test
  void theDoorRefusesAtDeliveryWhatIsNoLongerCalledFor() {
    Order order = scene.imported("#11");
    stores.setMode(store, StoreMode.SUGGEST);
    Order shipped = scene.ship(order, part("1", 2));
    scene.awaitEnd("shipping-confirmation", Outcome.DONE);
    scene.mirror(Shopping.cancelled(shipped, clock.instant()));
    clock.moveTo(clock.instant().plus(Duration.ofMinutes(5)));
    stores.setMode(store, StoreMode.AUTOMATIC);
    scene.awaitEnd("shipping-confirmation", Outcome.REFUSED);
    assertThat(scene.run("shipping-confirmation").state().reason())
        .isEqualTo("the order still calls for it: the order was cancelled");
    assertThat(scene.mails()).isEmpty();
    MessageId message = scene.run("shipping-confirmation").history().messages().getFirst();
    assertThat(conversations.ledger(store, message))
        .anySatisfy(entry -> {
          assertThat(entry.rule()).isEqualTo("the order still calls for it");
          assertThat(entry.verdict()).isEqualTo("refuse");
        });
  }

  @Test
  void aLetterThatIsNoLongerTrueIsWrittenAnew() {
    Order order = scene.imported("#12");
    stores.setMode(store, StoreMode.SUGGEST);
    Order shipped = scene.ship(order, part("1", 2));
    scene.awaitEnd("shipping-confirmation", Outcome.DONE);
    Shipment parcel = shipped.contents().shipments().getFirst();
    scene.mirror(
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
    assertThat(scene.awaitMail(1).message().content().text()).contains("1 × Kettle (red)\n");
    assertThat(scene.notes("shipping-confirmation")).contains(FlowRun.What.DECIDED_ANEW);
  }

  @Test
  void theDoorWaitsForTheMorningToo() {
    Order order = scene.imported("#13");
    stores.setStopped(store, true);
    scene.ship(order, part("1", 2));
    scene.awaitEnd("shipping-confirmation", Outcome.DONE);
    Instant night = clock.instant().plus(Duration.ofHours(12));
    clock.moveTo(night);
    stores.setStopped(store, false);
    MessageId message = scene.run("shipping-confirmation").history().messages().getFirst();
    await()
        .untilAsserted(() ->
            assertThat(conversations.ledger(store, message))
                .anyMatch(entry ->
                    entry.rule().equals("quiet hours") && entry.verdict().equals("defer")));
    assertThat(scene.mails()).isEmpty();
    clock.moveTo(night.plus(Duration.ofHours(9)));
    scene.awaitMail(1);
  }

  @Test
  void anAnswerArrivesInTheSameConversationWithTheOrderKnown() {
    scene.ship(scene.imported("#14"), part("1", 2));
    Dispatch mail = scene.awaitMail(1);
    ConversationId answered =
        scene.write(
            Optional.of(mail.mail().orElseThrow().thread().messageId()), "one kettle is missing");
    assertThat(answered).isEqualTo(mail.conversation().map(Conversation::id).orElseThrow());
    assertThat(conversations.find(store, answered).orElseThrow().about().references())
        .contains(Reference.order("#14"));
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
            new Author.Agent(new AgentId(1), "Mo"),
            new OutgoingMessage.Destination.ByEmail(new EmailAddress("iris@example.org"), "Iris"),
            new OutgoingMessage.Content("Hi", "Hello", List.of(), Set.of())));
    scene.awaitMail(1);
  }
}
