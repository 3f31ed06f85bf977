package deskhand.conversations.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import deskhand.conversations.AgentId;
import deskhand.conversations.Author;
import deskhand.conversations.Channel;
import deskhand.conversations.Conversation;
import deskhand.conversations.Conversations;
import deskhand.conversations.DeliveryFailed;
import deskhand.conversations.Message;
import deskhand.conversations.MessageId;
import deskhand.conversations.MessageRefused;
import deskhand.conversations.Received;
import deskhand.conversations.SendResult;
import deskhand.conversations.Shop;
import deskhand.conversations.TestApplication;
import deskhand.store.StoreMode;
import deskhand.store.Stores;
import deskhand.store.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(
    classes = TestApplication.class,
    properties = "deskhand.conversations.email.enabled=false")
class DeliveryTest {
  private static final Author MIA = new Author.Agent(new AgentId(7), "Mia");
  private static final Author ASSISTANT = new Author.Assistant();

  @Autowired Stores stores;
  @Autowired Conversations conversations;
  @Autowired OutboxTable outbox;
  @Autowired TestApplication.Postbox postbox;
  @Autowired TestApplication.Heard heard;
  @Autowired TestApplication.MovedClock clock;
  @Autowired JdbcConnectionDetails database;
  @Autowired JdbcClient jdbc;

  Shop shop;

  @BeforeEach
  void open() {
    shop = Shop.open(stores, conversations, StoreMode.AUTOMATIC);
    postbox.answers(dispatch -> new Channel.Delivered.Sent());
  }

  private Message.Delivery delivery(MessageId message) {
    return conversations.message(shop.store(), message).orElseThrow().delivery();
  }

  private MessageId later(Received.Stored asked, Author author, Duration wait) {
    SendResult result =
        conversations.sendLater(
            shop.answer(asked.conversation(), author, "Said later"), clock.instant().plus(wait));
    return ((SendResult.Queued) result).message();
  }

  /// What a killed program leaves behind: the attempt committed, its outcome not.
  private void killedDuringTheAttempt(MessageId message) {
    jdbc.sql("update outbox set state = 'ATTEMPTING', attempts = 1 where message_id = :message")
        .param("message", message.value())
        .update();
    jdbc.sql(
            """
            update scheduled_tasks
            set execution_time = :now
            where task_name = 'deliver message' and task_instance = :key
            """)
        .param("now", clock.instant().atOffset(java.time.ZoneOffset.UTC))
        .param("key", shop.store() + "/" + message)
        .update();
  }

  @Test
  void aMailFoundInTheMiddleOfAnAttemptIsInDoubtAndNotSent() {
    Received.Stored asked = shop.mail("ana@one.example", "Hello?").arrives(clock.instant());
    MessageId message = later(asked, MIA, Duration.ofHours(1));
    killedDuringTheAttempt(message);
    await()
        .untilAsserted(() ->
            assertThat(delivery(message))
                .isEqualTo(
                    new Message.Delivery(
                        Message.Delivery.Step.IN_DOUBT, "the program ended during the attempt")));
    assertThat(postbox.textsTo("ana@one.example")).isEmpty();
    assertThat(heard.events)
        .contains(
            new DeliveryFailed(
                shop.store(), message, true, "the program ended during the attempt"));
    assertThat(conversations.leave(shop.store(), message, MIA)).isTrue();
    assertThat(delivery(message).step()).isEqualTo(Message.Delivery.Step.FAILED);
    assertThat(conversations.inDoubt(shop.store())).isEmpty();
    assertThat(state(asked)).isEqualTo(Conversation.State.OPEN);
  }

  @Test
  void theStopIsReadByTheStatementThatClaims() {
    Received.Stored asked = shop.mail("ana@two.example", "Hello?").arrives(clock.instant());
    MessageId byItself = later(asked, ASSISTANT, Duration.ofHours(1));
    MessageId byMia = later(asked, MIA, Duration.ofHours(1));
    Instant due = clock.instant().plus(Duration.ofHours(2));
    stores.setStopped(shop.store(), true);
    assertThat(outbox.claim(new OutboxTable.Task(shop.store(), byItself), due)).isFalse();
    assertThat(outbox.claim(new OutboxTable.Task(shop.store(), byMia), due)).isTrue();
    stores.setStopped(shop.store(), false);
    stores.setMode(shop.store(), StoreMode.SUGGEST);
    assertThat(outbox.claim(new OutboxTable.Task(shop.store(), byItself), due)).isFalse();
    stores.setMode(shop.store(), StoreMode.AUTOMATIC);
    assertThat(outbox.claim(new OutboxTable.Task(shop.store(), byItself), due)).isTrue();
    assertThat(outbox.claim(new OutboxTable.Task(shop.store(), byItself), due)).isFalse();
  }

  @Test
  void whatWasHeldBackTooLongExpiresWithAReason() {
    Received.Stored asked = shop.mail("ana@three.example", "Hello?").arrives(clock.instant());
    stores.setStopped(shop.store(), true);
    MessageId held =
        ((SendResult.Deferred)
                conversations.send(shop.answer(asked.conversation(), ASSISTANT, "Too late")))
            .message();
    clock.moveOn(Duration.ofHours(7));
    await()
        .untilAsserted(
            () -> assertThat(delivery(held).step()).isEqualTo(Message.Delivery.Step.REFUSED));
    assertThat(delivery(held).reason()).startsWith("too late");
    assertThat(heard.events)
        .anyMatch(event ->
            event instanceof MessageRefused refused
                && refused.message().equals(held)
                && refused.rule().equals("not too late"));
    stores.setStopped(shop.store(), false);
    assertThat(
            conversations
                .list(
                    shop.store(),
                    new Conversations.Filter(Conversations.View.HELD_BACK, "", Optional.empty()),
                    Optional.empty(),
                    10)
                .rows())
        .hasSize(1);
  }

  @Test
  void rulesAreAskedAgainWhenAPersonTookItMeanwhile() {
    Received.Stored asked = shop.mail("ana@four.example", "Hello?").arrives(clock.instant());
    MessageId message = later(asked, ASSISTANT, Duration.ofSeconds(1));
    conversations.assign(shop.store(), asked.conversation(), Optional.of(new AgentId(7)), MIA);
    await()
        .untilAsserted(
            () -> assertThat(delivery(message).step()).isEqualTo(Message.Delivery.Step.REFUSED));
    assertThat(postbox.textsTo("ana@four.example")).isEmpty();
    assertThat(conversations.ledger(shop.store(), message))
        .filteredOn(entry -> entry.rule().equals("no person has it"))
        .extracting(Conversations.LedgerEntry::verdict)
        .containsExactly("allow", "refuse");
  }

  @Test
  void aMessageCanBeTakenBackWhileItWaits() {
    Received.Stored asked = shop.mail("ana@five.example", "Hello?").arrives(clock.instant());
    MessageId message = later(asked, MIA, Duration.ofHours(1));
    assertThat(state(asked)).isEqualTo(Conversation.State.WAITING);
    assertThat(conversations.takeBack(shop.store(), message, MIA)).isTrue();
    assertThat(conversations.takeBack(shop.store(), message, MIA)).isFalse();
    assertThat(delivery(message).step()).isEqualTo(Message.Delivery.Step.REFUSED);
    assertThat(state(asked)).isEqualTo(Conversation.State.OPEN);
  }

  private Conversation.State state(Received.Stored asked) {
    return conversations.find(shop.store(), asked.conversation()).orElseThrow().handling().state();
  }

  @Test
  void anOutcomeSurvivesALostDatabaseConnection() {
    Received.Stored asked = shop.mail("ana@six.example", "Hello?").arrives(clock.instant());
    postbox.answers(dispatch -> {
      cutAllConnections();
      return new Channel.Delivered.Sent();
    });
    MessageId message =
        ((SendResult.Queued)
                conversations.send(shop.answer(asked.conversation(), MIA, "Through the storm")))
            .message();
    await()
        .atMost(Duration.ofSeconds(40))
        .ignoreExceptions()
        .untilAsserted(
            () -> assertThat(delivery(message).step()).isEqualTo(Message.Delivery.Step.SENT));
    assertThat(postbox.textsTo("ana@six.example")).containsExactly("Through the storm");
  }

  private void cutAllConnections() {
    try (Connection own =
            DriverManager.getConnection(
                database.getJdbcUrl(), database.getUsername(), database.getPassword());
        Statement statement = own.createStatement()) {
      statement.execute(
          """
          select pg_terminate_backend(pid)
          from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid()
          """);
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }

  @Test
  void whatWaitsInTheOutboxGoesOutOnceAfterARestart() {
    String url = TestDatabase.create();
    Shop first;
    MessageId mail;
    try (ConfigurableApplicationContext program = start(url)) {
      Conversations door = program.getBean(Conversations.class);
      first = Shop.open(program.getBean(Stores.class), door, StoreMode.AUTOMATIC);
      Received.Stored asked =
          first.mail("ana@seven.example", "Hello?").arrives(program.getBean(Clock.class).instant());
      SendResult result =
          door.sendLater(
              first.answer(asked.conversation(), ASSISTANT, "After the restart"),
              program.getBean(Clock.class).instant().plus(Duration.ofSeconds(6)));
      mail = ((SendResult.Queued) result).message();
      assertThat(program.getBean(TestApplication.Postbox.class).got).isEmpty();
    }
    try (ConfigurableApplicationContext program = start(url)) {
      Conversations door = program.getBean(Conversations.class);
      await()
          .atMost(Duration.ofSeconds(40))
          .untilAsserted(() ->
              assertThat(door.message(first.store(), mail).orElseThrow().delivery().step())
                  .isEqualTo(Message.Delivery.Step.SENT));
      assertThat(program.getBean(TestApplication.Postbox.class).textsTo("ana@seven.example"))
          .containsExactly("After the restart");
    }
  }

  private static ConfigurableApplicationContext start(String url) {
    return new SpringApplicationBuilder(TestApplication.class)
        .run(
            "--deskhand.database.url=" + url,
            "--deskhand.database.user=postgres",
            "--deskhand.data=target/restart",
            "--deskhand.conversations.email.enabled=false");
  }
}
