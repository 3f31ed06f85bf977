package deskhand.conversations.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import deskhand.conversations.AgentId;
import deskhand.conversations.Author;
import deskhand.conversations.Channel;
import deskhand.conversations.Conversation;
import deskhand.conversations.Conversations;
import deskhand.conversations.DeliveryFailed;
import deskhand.conversations.Dispatch;
import deskhand.conversations.Entry;
import deskhand.conversations.Message;
import deskhand.conversations.MessageId;
import deskhand.conversations.MessageSent;
import deskhand.conversations.OutgoingMessage;
import deskhand.conversations.Purpose;
import deskhand.conversations.Received;
import deskhand.conversations.Reference;
import deskhand.conversations.SendResult;
import deskhand.conversations.Shop;
import deskhand.conversations.TestApplication;
import deskhand.store.StoreMode;
import deskhand.store.Stores;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(
    classes = TestApplication.class,
    properties = {
      "deskhand.conversations.email.enabled=false",
      "deskhand.conversations.delivery.patience=20ms",
      "deskhand.conversations.delivery.tries=3",
      "deskhand.conversations.delivery.held-look=1s"
    })
class DoorTest {
  private static final Author ASSISTANT = new Author.Assistant();
  private static final Author MIA = new Author.Agent(new AgentId(7), "Mia");

  @Autowired Stores stores;
  @Autowired Conversations conversations;
  @Autowired TestApplication.Postbox postbox;
  @Autowired TestApplication.Heard heard;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  Shop shop;

  @BeforeEach
  void open() {
    shop = Shop.open(stores, conversations, StoreMode.AUTOMATIC);
    postbox.answers(dispatch -> new Channel.Delivered.Sent());
  }

  private Message.Delivery.Step step(MessageId message) {
    return conversations.message(shop.store(), message).orElseThrow().delivery().step();
  }

  private void eventually(MessageId message, Message.Delivery.Step step) {
    await().untilAsserted(() -> assertThat(step(message)).isEqualTo(step));
  }

  private static MessageId queued(SendResult result) {
    return switch (result) {
      case SendResult.Queued(MessageId message) -> message;
      case SendResult.Deferred(MessageId message, var until, var rule, var reason) -> message;
      case SendResult.Refused refused -> throw new AssertionError(refused.toString());
      case SendResult.AlreadyGiven given -> throw new AssertionError(given.toString());
    };
  }

  @Test
  void deliversAnAnswerInItsThreadAndWithItsEvidence() {
    Received.Stored asked =
        shop.mail("ana@one.example", "Where is 1042?")
            .messageId("<q1@mua.example>")
            .references("<older@mua.example>")
            .arrives(clock.instant());
    OutgoingMessage answer =
        new OutgoingMessage(
            shop.store(),
            Purpose.REPLY,
            "answer to q1",
            ASSISTANT,
            new OutgoingMessage.Destination.InConversation(asked.conversation()),
            Shop.told("It arrives tomorrow.", Reference.order("#1042")));

    MessageId sent = queued(conversations.send(answer));
    eventually(sent, Message.Delivery.Step.SENT);

    Dispatch dispatch = postbox.got.getLast();
    Dispatch.Mail mail = dispatch.mail().orElseThrow();
    assertThat(mail.to().value()).isEqualTo("ana@one.example");
    assertThat(mail.subject()).isEqualTo("Re: About my order");
    assertThat(mail.automatic()).isTrue();
    assertThat(mail.thread().inReplyTo()).isEqualTo("<q1@mua.example>");
    assertThat(mail.thread().references())
        .containsExactly("<older@mua.example>", "<q1@mua.example>");
    assertThat(mail.thread().messageId()).matches("<[0-9a-f]{32}@tern\\.example>");
    assertThat(mail.thread().replyTag()).matches("[a-z0-9]{10,40}");
    assertThat(dispatch.message().content().sentences()).isEqualTo(answer.content().sentences());
    assertThat(conversations.borneBy(shop.store(), "article", "returns", 3)).contains(sent);
    assertThat(conversations.find(shop.store(), asked.conversation()).orElseThrow().about())
        .satisfies(
            about -> assertThat(about.references()).containsExactly(Reference.order("#1042")));
    assertThat(heard.events)
        .contains(new MessageSent(shop.store(), sent, Purpose.REPLY, "answer to q1"));
    assertThat(conversations.ledger(shop.store(), sent))
        .extracting(Conversations.LedgerEntry::rule)
        .startsWith(conversations.rules().toArray(String[]::new));
    assertThat(conversations.send(answer)).isEqualTo(new SendResult.AlreadyGiven(sent));
    assertThat(postbox.textsTo("ana@one.example")).hasSize(1);
  }

  @Test
  void onceAPersonAnsweredTheAssistantIsRefusedUntilItIsHandedBack() {
    Received.Stored asked = shop.mail("ana@two.example", "Hello?").arrives(clock.instant());
    eventually(
        queued(conversations.send(shop.answer(asked.conversation(), MIA, "I look into it."))),
        Message.Delivery.Step.SENT);

    assertThat(conversations.send(shop.answer(asked.conversation(), ASSISTANT, "It is late.")))
        .isEqualTo(
            new SendResult.Refused(
                "no person has it", "a person has the conversation: the assistant only suggests"));
    Conversation now = conversations.find(shop.store(), asked.conversation()).orElseThrow();
    assertThat(now.handling().personHasIt()).isTrue();
    assertThat(now.handling().state()).isEqualTo(Conversation.State.WAITING);
    assertThat(conversations.undecided(shop.store(), asked.conversation())).isEmpty();

    conversations.handBack(shop.store(), asked.conversation(), MIA);
    eventually(
        queued(conversations.send(shop.answer(asked.conversation(), ASSISTANT, "It is here."))),
        Message.Delivery.Step.SENT);
  }

  @Test
  void aStopHoldsTheAssistantBackButNotAPersonAndWhatIsHeldGoesWhenItIsLifted() {
    Received.Stored asked = shop.mail("ana@three.example", "Hello?").arrives(clock.instant());
    stores.setStopped(shop.store(), true);
    SendResult result =
        conversations.send(shop.answer(asked.conversation(), ASSISTANT, "On its way."));
    assertThat(result).isInstanceOf(SendResult.Deferred.class);
    MessageId held = queued(result);
    Received.Stored other = shop.mail("ben@three.example", "Hi?").arrives(clock.instant());
    eventually(
        queued(conversations.send(shop.answer(other.conversation(), MIA, "Yes?"))),
        Message.Delivery.Step.SENT);
    assertThat(step(held)).isEqualTo(Message.Delivery.Step.DEFERRED);

    stores.setStopped(shop.store(), false);
    eventually(held, Message.Delivery.Step.SENT);
    assertThat(postbox.textsTo("ana@three.example")).containsExactly("On its way.");
  }

  @Test
  void triesAgainWhatWasPostponedAndGivesUpAtLast() {
    Received.Stored asked = shop.mail("ana@four.example", "Hello?").arrives(clock.instant());
    postbox.answers(dispatch -> new Channel.Delivered.Postponed("busy"));
    MessageId sent =
        queued(conversations.send(shop.answer(asked.conversation(), MIA, "Hello Ana.")));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(step(sent)).isEqualTo(Message.Delivery.Step.FAILED));
    assertThat(postbox.textsTo("ana@four.example")).hasSize(3);
    assertThat(heard.events)
        .contains(new DeliveryFailed(shop.store(), sent, false, "gave up after 3 tries: busy"));

    assertThat(conversations.sendAgain(shop.store(), sent, MIA)).isTrue();
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(step(sent)).isEqualTo(Message.Delivery.Step.FAILED));
    assertThat(postbox.textsTo("ana@four.example")).hasSize(6);
  }

  @Test
  void aMessageInDoubtThatAPersonSaysArrivedIsToldAsSent() {
    Received.Stored asked = shop.mail("ana@six.example", "Hello?").arrives(clock.instant());
    postbox.answers(dispatch -> new Channel.Delivered.InDoubt("no answer to DATA"));
    OutgoingMessage answer = shop.answer(asked.conversation(), MIA, "Hello Ana.");
    MessageId sent = queued(conversations.send(answer));
    eventually(sent, Message.Delivery.Step.IN_DOUBT);
    MessageSent told = new MessageSent(shop.store(), sent, Purpose.REPLY, answer.key());
    assertThat(heard.events).doesNotContain(told);

    assertThat(conversations.confirmSent(shop.store(), sent, MIA)).isTrue();
    assertThat(step(sent)).isEqualTo(Message.Delivery.Step.SENT);
    assertThat(heard.events).contains(told);
    assertThat(conversations.confirmSent(shop.store(), sent, MIA)).isFalse();
    assertThat(postbox.textsTo("ana@six.example")).hasSize(1);
  }

  @Test
  void aMessageInDoubtIsShownAndNeverSentAgainByItself() {
    Received.Stored asked = shop.mail("ana@five.example", "Hello?").arrives(clock.instant());
    postbox.answers(dispatch -> {
      throw new IllegalStateException("connection lost after DATA");
    });
    MessageId sent =
        queued(conversations.send(shop.answer(asked.conversation(), MIA, "Hello Ana.")));
    eventually(sent, Message.Delivery.Step.IN_DOUBT);
    assertThat(conversations.inDoubt(shop.store()))
        .extracting(Conversations.InDoubt::message)
        .containsExactly(sent);
    assertThat(
            conversations
                .list(
                    shop.store(),
                    new Conversations.Filter(
                        Conversations.View.IN_DOUBT, "", java.util.Optional.empty()),
                    java.util.Optional.empty(),
                    10)
                .rows())
        .hasSize(1);
    assertThat(conversations.messages(shop.store(), asked.conversation()))
        .extracting(Message::entry)
        .contains(
            new Entry.Event(Entry.Event.What.IN_DOUBT, "the channel broke: IllegalStateException"));

    postbox.answers(dispatch -> new Channel.Delivered.Sent());
    assertThat(conversations.sendAgain(shop.store(), sent, MIA)).isTrue();
    eventually(sent, Message.Delivery.Step.SENT);
    List<Dispatch> both =
        postbox.got.stream().filter(dispatch -> dispatch.stored().equals(sent)).toList();
    assertThat(both).hasSize(2);
    assertThat(both.get(0).mail().orElseThrow().thread().messageId())
        .isEqualTo(both.get(1).mail().orElseThrow().thread().messageId());
  }
}
