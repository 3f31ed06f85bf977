package deskhand.conversations.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import deskhand.conversations.AgentId;
import deskhand.conversations.Author;
import deskhand.conversations.Chats;
import deskhand.conversations.Conversation;
import deskhand.conversations.ConversationId;
import deskhand.conversations.Conversations;
import deskhand.conversations.MessageId;
import deskhand.conversations.OutgoingMessage;
import deskhand.conversations.Proven;
import deskhand.conversations.Purpose;
import deskhand.conversations.SendResult;
import deskhand.store.EmailAddress;
import deskhand.store.OpeningHours;
import deskhand.store.Store;
import deskhand.store.StoreId;
import deskhand.store.StoreMode;
import deskhand.store.Stores;
import deskhand.store.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(
    classes = ChatTest.Application.class,
    properties = {
      "deskhand.conversations.email.enabled=false",
      "deskhand.conversations.chat.starts=3",
      "deskhand.conversations.chat.messages=10",
      "deskhand.conversations.chat.forms=3",
      "deskhand.conversations.delivery.patience=50ms"
    })
class ChatTest {
  @Autowired Stores stores;
  @Autowired Conversations conversations;
  @Autowired Chats chats;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  StoreId store;

  @SpringBootApplication(scanBasePackages = {"deskhand.store", "deskhand.conversations"})
  @Import(TestDatabase.class)
  static class Application {}

  @BeforeEach
  void open() {
    store =
        stores.create(
            new Store.Profile(
                "Tern & Tide",
                "tern.example",
                new EmailAddress("help@tern.example"),
                "NL",
                new Store.Habits(
                    ZoneId.of("Europe/Amsterdam"),
                    Locale.ENGLISH,
                    Currency.getInstance("EUR"),
                    OpeningHours.unknown())),
            StoreMode.AUTOMATIC);
  }

  private static Chats.Arrival stranger() {
    return new Chats.Arrival("192.0.2.7", "Ana", Optional.empty(), Optional.empty());
  }

  private String begin(Chats.Arrival arrival) {
    return switch (chats.start(store, arrival)) {
      case Chats.Started.Begun(String token) -> token;
      case Chats.Started.Refused refused -> throw new AssertionError(refused.toString());
    };
  }

  private Chats.Posted.Taken post(String token, String id, String text) {
    return switch (chats.post(store, token, new Chats.Post(id, text, "192.0.2.7"))) {
      case Chats.Posted.Taken taken -> taken;
      case Chats.Posted.Refused refused -> throw new AssertionError(refused.toString());
    };
  }

  private void answer(ConversationId conversation, Author author, String text) {
    conversations.send(
        new OutgoingMessage(
            store,
            Purpose.REPLY,
            "chat " + text,
            author,
            new OutgoingMessage.Destination.InConversation(conversation),
            OutgoingMessage.Content.plain(text)));
  }

  private List<String> texts(String token, long after) {
    return chats.lines(store, token, after).orElseThrow().stream()
        .map(line -> line.number() + " " + line.text())
        .toList();
  }

  @Test
  void aVisitorWhoComesBackMissesNothing() {
    String token = begin(stranger());
    assertThat(texts(token, 0)).isEmpty();
    Chats.Posted.Taken first = post(token, "m1", "can i return the lamp");
    assertThat(first.number()).isEqualTo(1);
    answer(first.conversation(), new Author.Assistant(), "Within 30 days.");
    await().until(() -> texts(token, 0).size() == 2);
    assertThat(texts(token, 1)).containsExactly("2 Within 30 days.");
    post(token, "m2", "thanks");
    answer(first.conversation(), new Author.Agent(new AgentId(7), "Mia"), "Any time.");
    conversations.note(
        store, first.conversation(), new Author.Agent(new AgentId(7), "Mia"), "a secret note");
    await().until(() -> texts(token, 2).size() == 2);
    assertThat(texts(token, 2)).containsExactly("3 thanks", "4 Any time.");
    assertThat(texts(token, 4)).isEmpty();
  }

  @Test
  void theSameMessageTwiceIsOneEvenAtTheSameTime() throws Exception {
    String token = begin(stranger());
    List<Callable<Chats.Posted>> tries = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      tries.add(() -> chats.post(store, token, new Chats.Post("m1", "hello", "192.0.2.7")));
    }
    List<Chats.Posted> results = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      for (Future<Chats.Posted> done : threads.invokeAll(tries)) {
        results.add(done.get());
      }
    }
    assertThat(results).allMatch(result -> result instanceof Chats.Posted.Taken);
    assertThat(results).containsOnly(results.getFirst());
    assertThat(texts(token, 0)).containsExactly("1 hello");
  }

  @Test
  void eachRefusalSaysWhy() {
    String token = begin(stranger());
    assertThat(chats.post(store, token, new Chats.Post("m1", "x".repeat(1_000_000), "192.0.2.7")))
        .isEqualTo(new Chats.Posted.Refused(Chats.Refusal.TOO_LONG));
    assertThat(chats.post(store, token, new Chats.Post("m1", " \n", "192.0.2.7")))
        .isEqualTo(new Chats.Posted.Refused(Chats.Refusal.EMPTY));
    assertThat(chats.post(store, token, new Chats.Post("", "hello", "192.0.2.7")))
        .isEqualTo(new Chats.Posted.Refused(Chats.Refusal.NO_ID));
    assertThat(chats.post(store, "no such token", new Chats.Post("m1", "hello", "192.0.2.7")))
        .isEqualTo(new Chats.Posted.Refused(Chats.Refusal.UNKNOWN_VISITOR));
    assertThat(chats.lines(store, "no such token", 0)).isEmpty();
    StoreId other = stores.create(stores.get(store).profile(), StoreMode.AUTOMATIC);
    assertThat(chats.visitor(other, token)).isEmpty();
    for (int i = 0; i < 10; i++) {
      post(token, "n" + i, "hello " + i);
    }
    assertThat(chats.post(store, token, new Chats.Post("n10", "hello", "192.0.2.7")))
        .isEqualTo(new Chats.Posted.Refused(Chats.Refusal.TOO_MANY));
    begin(stranger());
    begin(stranger());
    assertThat(chats.start(store, stranger()))
        .isEqualTo(new Chats.Started.Refused(Chats.Refusal.TOO_MANY));
  }

  @Test
  void aSignedIdentityProvesTheAccountAndAClaimedAddressProvesNothing() {
    String secret = chats.newIdentitySecret(store);
    EmailAddress ana = new EmailAddress("ana@one.example");
    String signature = Identities.signature(secret, "ana@one.example");
    String token =
        begin(
            new Chats.Arrival(
                "2001:db8::1",
                "Ana",
                Optional.empty(),
                Optional.of(new Chats.Identity(ana, signature))));
    Chats.Posted.Taken taken = post(token, "m1", "hello");
    Conversation signed = conversations.find(store, taken.conversation()).orElseThrow();
    assertThat(signed.party().proven()).isEqualTo(Proven.ACCOUNT);
    assertThat(signed.party().address()).contains(ana);

    assertThat(
            chats.start(
                store,
                new Chats.Arrival(
                    "2001:db8::1",
                    "Eve",
                    Optional.empty(),
                    Optional.of(
                        new Chats.Identity(new EmailAddress("eve@one.example"), signature)))))
        .isEqualTo(new Chats.Started.Refused(Chats.Refusal.WRONG_IDENTITY));
    chats.newIdentitySecret(store);
    assertThat(
            begin(
                new Chats.Arrival(
                    "2001:db8:1::1",
                    "Ana",
                    Optional.empty(),
                    Optional.of(new Chats.Identity(ana, signature.toUpperCase(Locale.ROOT))))))
        .isNotBlank();

    String claimed =
        begin(new Chats.Arrival("198.51.100.1", "Eve", Optional.of(ana), Optional.empty()));
    Conversation other =
        conversations
            .find(store, post(claimed, "m1", "show me my orders").conversation())
            .orElseThrow();
    assertThat(other.party().proven()).isEqualTo(Proven.NOTHING);
    assertThat(other.party().customer()).isNotEqualTo(signed.party().customer());
    assertThat(other.id()).isNotEqualTo(signed.id());
  }

  @Test
  void aFormIsACustomersMessageThatProvesNothing() {
    Chats.Form form =
        new Chats.Form(
            "f1",
            new EmailAddress("ben@form.example"),
            "Ben\r\nBcc: x",
            "Wholesale",
            "Sixty mugs, please.",
            "203.0.113.9");
    Chats.Posted taken = chats.form(store, form);
    assertThat(chats.form(store, form)).isEqualTo(taken);
    Chats.Posted.Taken second =
        (Chats.Posted.Taken)
            chats.form(
                store,
                new Chats.Form("f2", form.address(), "Ben", "Again", "Hello?", "203.0.113.9"));
    assertThat(chats.form(store, form)).isEqualTo(new Chats.Posted.Refused(Chats.Refusal.TOO_MANY));
    ConversationId id = ((Chats.Posted.Taken) taken).conversation();
    Conversation conversation = conversations.find(store, id).orElseThrow();
    assertThat(conversation.party().proven()).isEqualTo(Proven.NOTHING);
    assertThat(conversation.party().name()).isEqualTo("Ben Bcc: x");
    assertThat(conversation.about().subject()).isEqualTo("Wholesale");

    assertThat(send(id, "An answer")).isInstanceOf(SendResult.Queued.class);
    assertThat(send(second.conversation(), "Something else altogether"))
        .isEqualTo(new SendResult.Refused("reply budget", "the address got 1 answers in 24 hours"));
  }

  private SendResult send(ConversationId conversation, String text) {
    return conversations.send(
        new OutgoingMessage(
            store,
            Purpose.REPLY,
            "form " + text,
            new Author.Assistant(),
            new OutgoingMessage.Destination.InConversation(conversation),
            OutgoingMessage.Content.plain(text)));
  }

  @Test
  void aChatMessageFoundInTheMiddleOfAnAttemptIsShownOnce() {
    String token = begin(stranger());
    Chats.Posted.Taken first = post(token, "m1", "hello");
    SendResult result =
        conversations.sendLater(
            new OutgoingMessage(
                store,
                Purpose.REPLY,
                "after the crash",
                new Author.Agent(new AgentId(7), "Mia"),
                new OutgoingMessage.Destination.InConversation(first.conversation()),
                OutgoingMessage.Content.plain("Still here")),
            clock.instant().plus(Duration.ofHours(1)));
    MessageId message = ((SendResult.Queued) result).message();
    jdbc.sql("update outbox set state = 'ATTEMPTING', attempts = 1 where message_id = :message")
        .param("message", message.value())
        .update();
    jdbc.sql("update scheduled_tasks set execution_time = :now where task_instance = :key")
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("key", store + "/" + message)
        .update();
    await()
        .untilAsserted(
            () -> assertThat(texts(token, 0)).containsExactly("1 hello", "2 Still here"));
    assertThat(conversations.inDoubt(store)).isEmpty();
  }
}
