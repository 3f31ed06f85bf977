package deskhand.conversations.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import deskhand.conversations.AgentId;
import deskhand.conversations.Author;
import deskhand.conversations.Conversation;
import deskhand.conversations.ConversationClosed;
import deskhand.conversations.Conversations;
import deskhand.conversations.CustomerId;
import deskhand.conversations.Draft;
import deskhand.conversations.Entry;
import deskhand.conversations.IncomingMessage;
import deskhand.conversations.Kind;
import deskhand.conversations.Message;
import deskhand.conversations.MessageReceived;
import deskhand.conversations.OutgoingMessage;
import deskhand.conversations.PastMessage;
import deskhand.conversations.Proven;
import deskhand.conversations.Received;
import deskhand.conversations.Reference;
import deskhand.conversations.SendResult;
import deskhand.conversations.Shop;
import deskhand.conversations.TestApplication;
import deskhand.conversations.threads.ReplyTokens;
import deskhand.store.EmailAddress;
import deskhand.store.StoreMode;
import deskhand.store.Stores;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(
    classes = TestApplication.class,
    properties = "deskhand.conversations.email.enabled=false")
class ReceivingTest {
  private static final Author MIA = new Author.Agent(new AgentId(7), "Mia");
  private static final Author ASSISTANT = new Author.Assistant();

  @Autowired Stores stores;
  @Autowired Conversations conversations;
  @Autowired ReplyTokens tokens;
  @Autowired TestApplication.Heard heard;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  Shop shop;

  @BeforeEach
  void open() {
    shop = Shop.open(stores, conversations, StoreMode.SUGGEST);
  }

  private Conversation conversation(Received.Stored stored) {
    return conversations.find(shop.store(), stored.conversation()).orElseThrow();
  }

  @Test
  void theSameMailFromEightThreadsIsOneMessage() throws Exception {
    IncomingMessage mail = shop.mail("ana@one.example", "Where is it?").at(clock.instant());
    List<Callable<Received>> tries = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      tries.add(() -> conversations.receive(mail));
    }
    Set<Received.Stored> stored = new HashSet<>();
    List<Received.Duplicate> duplicates = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<Received> done : threads.invokeAll(tries)) {
        switch (done.get()) {
          case Received.Stored one -> stored.add(one);
          case Received.Duplicate twice -> duplicates.add(twice);
        }
      }
    }
    assertThat(stored).hasSize(1);
    Received.Stored one = stored.iterator().next();
    assertThat(duplicates)
        .hasSize(7)
        .containsOnly(new Received.Duplicate(one.conversation(), one.message()));
    assertThat(conversations.messages(shop.store(), one.conversation())).hasSize(1);
    assertThat(heard.events)
        .filteredOn(event ->
            event instanceof MessageReceived received && received.message().equals(one.message()))
        .hasSize(1);
  }

  @Test
  void manyFirstMailsOfOneCustomerAtTheSameTimeMakeOneCustomer() throws Exception {
    List<Callable<Received>> tries = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      IncomingMessage mail =
          shop.mail("new@one.example", "Question number " + i).at(clock.instant());
      tries.add(() -> conversations.receive(mail));
    }
    Set<CustomerId> customers = new HashSet<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<Received> done : threads.invokeAll(tries)) {
        if (done.get() instanceof Received.Stored stored) {
          customers.add(conversation(stored).party().customer());
        }
      }
    }
    assertThat(customers).hasSize(1);
    assertThat(conversations.ofCustomer(shop.store(), customers.iterator().next())).hasSize(8);
  }

  @Test
  void threadsByInReplyToWhateverTheSubjectSays() {
    Received.Stored first =
        shop.mail("ana@two.example", "One").messageId("<t1@mua.example>").arrives(clock.instant());
    Received.Stored second =
        shop.mail("ana@two.example", "Two")
            .subject("Something else")
            .references("<t1@mua.example>")
            .arrives(clock.instant());
    assertThat(second.conversation()).isEqualTo(first.conversation());
  }

  @Test
  void threadsByAnOlderReferenceOnlyWithTheSameBaseSubject() {
    Received.Stored first =
        shop.mail("ana@three.example", "One")
            .messageId("<u1@mua.example>")
            .subject("Blue mug")
            .arrives(clock.instant());
    Received.Stored same =
        shop.mail("ana@three.example", "Two")
            .subject("AW: Re: [shop] blue  MUG")
            .references("<u1@mua.example>", "<unknown@mua.example>")
            .arrives(clock.instant());
    Received.Stored other =
        shop.mail("ana@three.example", "Three")
            .subject("Red mug")
            .references("<u1@mua.example>", "<unknown@mua.example>")
            .arrives(clock.instant());
    assertThat(same.conversation()).isEqualTo(first.conversation());
    assertThat(other.conversation()).isNotEqualTo(first.conversation());
  }

  @Test
  void aParentThatIsReadAfterItsChildJoinsIt() {
    Received.Stored child =
        shop.mail("ana@four.example", "And one more thing")
            .references("<late@mua.example>")
            .arrives(clock.instant());
    Received.Stored parent =
        shop.mail("ana@four.example", "First thing")
            .messageId("<late@mua.example>")
            .arrives(clock.instant());
    assertThat(parent.conversation()).isEqualTo(child.conversation());
  }

  @Test
  void neverJoinsTwoCustomersWhateverTheHintsSay() {
    Received.Stored ana =
        shop.mail("ana@five.example", "My address is …")
            .messageId("<v1@mua.example>")
            .arrives(clock.instant());
    String tag =
        tokens.make(
            shop.store(),
            ana.conversation(),
            new EmailAddress("ana@five.example"),
            clock.instant());
    Received.Stored stranger =
        shop.mail("eve@five.example", "Send it to me")
            .references("<v1@mua.example>")
            .tag(tag)
            .arrives(clock.instant());
    assertThat(stranger.conversation()).isNotEqualTo(ana.conversation());
    assertThat(conversation(stranger).party().customer())
        .isNotEqualTo(conversation(ana).party().customer());
    assertThat(conversations.messages(shop.store(), stranger.conversation()))
        .extracting(Message::entry)
        .contains(new Entry.Event(Entry.Event.What.LINKED, ana.conversation().toString()));
    assertThat(conversations.messages(shop.store(), ana.conversation())).hasSize(1);
  }

  @Test
  void aSignedTagJoinsForThirtyDaysAndWithTheSameFromAlone() {
    Received.Stored ana = shop.mail("ana@six.example", "Hello").arrives(clock.instant());
    EmailAddress address = new EmailAddress("ana@six.example");
    String fresh = tokens.make(shop.store(), ana.conversation(), address, clock.instant());
    String old =
        tokens.make(
            shop.store(), ana.conversation(), address, clock.instant().minus(Duration.ofDays(32)));
    assertThat(
            shop.mail("ana@six.example", "Again")
                .tag(fresh.toUpperCase(java.util.Locale.ROOT))
                .arrives(clock.instant())
                .conversation())
        .isEqualTo(ana.conversation());
    assertThat(shop.mail("ana@six.example", "Old").tag(old).arrives(clock.instant()).conversation())
        .isNotEqualTo(ana.conversation());
    assertThat(
            shop.mail("ana@six.example", "Forged")
                .tag(fresh.substring(0, fresh.length() - 1) + (fresh.endsWith("0") ? "1" : "0"))
                .arrives(clock.instant())
                .conversation())
        .isNotEqualTo(ana.conversation());
  }

  @Test
  void anotherStoreWithTheSameMessageIdIsAnotherWorld() {
    Received.Stored here =
        shop.mail("ana@seven.example", "One")
            .messageId("<w1@mua.example>")
            .arrives(clock.instant());
    Shop other = Shop.open(stores, conversations, StoreMode.SUGGEST);
    Received.Stored there =
        other
            .mail("ana@seven.example", "Two")
            .references("<w1@mua.example>")
            .arrives(clock.instant());
    assertThat(there.conversation()).isNotEqualTo(here.conversation());
    assertThat(conversations.find(other.store(), here.conversation())).isEmpty();
    assertThat(conversations.messages(other.store(), here.conversation())).isEmpty();
  }

  @Test
  void aCustomersMessageReopensAClosedConversationAndAutomaticMailDoesNot() {
    Received.Stored first =
        shop.mail("ana@eight.example", "One")
            .messageId("<x1@mua.example>")
            .arrives(clock.instant());
    conversations.close(shop.store(), first.conversation(), MIA);
    assertThat(heard.events).contains(new ConversationClosed(shop.store(), first.conversation()));
    shop.mail("ana@eight.example", "I am out of office")
        .references("<x1@mua.example>")
        .kind(Kind.AUTOMATIC)
        .arrives(clock.instant());
    assertThat(conversation(first).handling().state()).isEqualTo(Conversation.State.CLOSED);
    Received.Stored reply =
        shop.mail("ana@eight.example", "It broke again")
            .references("<x1@mua.example>")
            .arrives(clock.instant());
    assertThat(reply.conversation()).isEqualTo(first.conversation());
    assertThat(conversation(first).handling().state()).isEqualTo(Conversation.State.OPEN);
  }

  @Test
  void whatCountsAsProvenIsTheWeakestOfTheUndecidedMessages() {
    Received.Stored proven =
        shop.mail("ana@nine.example", "One").messageId("<y1@mua.example>").arrives(clock.instant());
    assertThat(conversation(proven).party().proven()).isEqualTo(Proven.ADDRESS);
    Received.Stored spoofed =
        shop.mail("ana@nine.example", "Two")
            .references("<y1@mua.example>")
            .proven(Proven.NOTHING)
            .arrives(clock.instant());
    assertThat(conversation(proven).party().proven()).isEqualTo(Proven.NOTHING);
    shop.mail("ana@nine.example", "Three").references("<y1@mua.example>").arrives(clock.instant());
    assertThat(conversation(proven).party().proven()).isEqualTo(Proven.NOTHING);

    assertThat(conversations.undecided(shop.store(), proven.conversation())).hasSize(3);
    conversations.decided(
        shop.store(),
        proven.conversation(),
        spoofed.message(),
        "order/status",
        Set.of(Reference.order("#7")));
    assertThat(conversations.undecided(shop.store(), proven.conversation())).hasSize(1);
    assertThat(conversation(proven).about().topic()).isEqualTo("order/status");
  }

  @Test
  void anImportIsSilent() {
    Received.Stored old =
        shop.mail("ana@ten.example", "Long ago")
            .messageId("<z1@mua.example>")
            .silently()
            .arrives(Instant.parse("2026-01-05T10:00:00Z"));
    assertThat(conversation(old).handling().state()).isEqualTo(Conversation.State.CLOSED);
    assertThat(conversations.undecided(shop.store(), old.conversation())).isEmpty();
    Received answer =
        conversations.recordPast(
            new PastMessage(
                shop.store(),
                new OutgoingMessage.Destination.ByEmail(new EmailAddress("ana@ten.example"), "Ana"),
                MIA,
                OutgoingMessage.Content.plain("Long answered"),
                Instant.parse("2026-01-05T12:00:00Z"),
                new IncomingMessage.ThreadHints(
                    "<z2@tern.example>",
                    List.of("<z1@mua.example>"),
                    Optional.empty(),
                    Optional.empty())));
    assertThat(answer).isInstanceOf(Received.Stored.class);
    assertThat(conversations.messages(shop.store(), old.conversation()))
        .extracting(message -> message.content().text().visible())
        .containsExactly("Long ago", "Long answered");
    assertThat(heard.events)
        .noneMatch(event ->
            event instanceof MessageReceived received
                && received.conversation().equals(old.conversation()));
  }

  @Test
  void keepsWhatPostgresRefusesInText() {
    Received.Stored odd =
        shop.mail("ana@eleven.example", "Null \u0000 and half \uD83D a pair, whole \uD83D\uDE00")
            .subject("Sub\u0000ject\r\nBcc:\u0085\u2028all@example.org")
            .messageId("<" + "m".repeat(100_000) + "@mua.example>")
            .arrives(clock.instant());
    Message read = conversations.message(shop.store(), odd.message()).orElseThrow();
    assertThat(read.content().text().visible())
        .isEqualTo("Null \uFFFD and half \uFFFD a pair, whole \uD83D\uDE00");
    assertThat(conversation(odd).about().subject()).isEqualTo("Sub ject Bcc: all@example.org");
    assertThat(conversations.send(shop.answer(odd.conversation(), MIA, "Understood")))
        .isInstanceOf(SendResult.Queued.class);
    assertThat(
            shop.mail("ana@eleven.example", "More")
                .references("<" + "m".repeat(100_000) + "@mua.example>")
                .arrives(clock.instant())
                .conversation())
        .isEqualTo(odd.conversation());
  }

  @Test
  void aTransactionTakesOneChangeNumberHoweverMuchItDoes() {
    Received.Stored asked = shop.mail("ana@twelve.example", "One").arrives(clock.instant());
    long before = number();
    transaction.executeWithoutResult(status -> {
      conversations.lock(shop.store(), asked.conversation());
      conversations.note(shop.store(), asked.conversation(), MIA, "a note");
      conversations.escalate(shop.store(), asked.conversation(), "needs a person");
      conversations.propose(
          shop.store(),
          asked.conversation(),
          new Draft("Dear Ana", List.of(), List.of("low confidence"), clock.instant()));
      conversations.decided(
          shop.store(), asked.conversation(), asked.message(), "order/status", Set.of());
    });
    assertThat(number()).isEqualTo(before + 1);
    assertThat(
            jdbc.sql("select change_number from conversations where conversation_id = :id")
                .param("id", asked.conversation().value())
                .query((row, n) -> row.getLong(1))
                .single())
        .isEqualTo(before + 1);
    assertThat(conversations.draft(shop.store(), asked.conversation()).orElseThrow().text())
        .isEqualTo("Dear Ana");
  }

  private long number() {
    return jdbc.sql("select change_number from store_counters where store_id = :store")
        .param("store", shop.store().value())
        .query((row, n) -> row.getLong(1))
        .single();
  }

  @Test
  void openMattersAreWhatIsNotDone() {
    EmailAddress ana = new EmailAddress("ana@thirteen.example");
    Received.Stored asked =
        shop.mail("ana@thirteen.example", "It is broken").arrives(clock.instant());
    conversations.decided(
        shop.store(),
        asked.conversation(),
        asked.message(),
        "damage/broken",
        Set.of(Reference.order("#13")));
    assertThat(conversations.openMatters(shop.store(), ana, Optional.empty())).hasSize(1);
    assertThat(
            conversations.openMatters(
                shop.store(),
                new EmailAddress("else@thirteen.example"),
                Optional.of(Reference.order("#13"))))
        .hasSize(1);
    conversations.close(shop.store(), asked.conversation(), MIA);
    assertThat(conversations.openMatters(shop.store(), ana, Optional.of(Reference.order("#13"))))
        .isEmpty();
    assertThat(conversations.send(shop.answer(asked.conversation(), ASSISTANT, "x")))
        .isInstanceOf(SendResult.Deferred.class);
  }
}
