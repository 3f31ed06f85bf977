package deskhand.triage.deciding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import deskhand.conversations.Author;
import deskhand.conversations.ChannelKind;
import deskhand.conversations.Conversation;
import deskhand.conversations.ConversationId;
import deskhand.conversations.Conversations;
import deskhand.conversations.Dispatch;
import deskhand.conversations.Entry;
import deskhand.conversations.IncomingMessage;
import deskhand.conversations.Kind;
import deskhand.conversations.Message;
import deskhand.conversations.MessageText;
import deskhand.conversations.OutgoingMessage;
import deskhand.conversations.Proven;
import deskhand.conversations.Purpose;
import deskhand.conversations.Received;
import deskhand.conversations.SendingRule;
import deskhand.knowledge.KnowledgeBase;
import deskhand.knowledge.Upload;
import deskhand.orders.Order;
import deskhand.orders.Orders;
import deskhand.orders.Shipment;
import deskhand.store.StoreId;
import deskhand.store.StoreMode;
import deskhand.store.Stores;
import deskhand.store.Task;
import deskhand.store.TestDatabase;
import deskhand.triage.Decided;
import deskhand.triage.Decisions;
import deskhand.triage.Examples;
import deskhand.triage.IntentClassifier;
import deskhand.triage.Made;
import deskhand.triage.TriageApplication;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

@SpringBootTest(classes = TriageApplication.class)
@Import(TestDatabase.class)
class ApplyingTest {
  private static final AtomicLong NUMBER = new AtomicLong();

  /// The first decision waits until the classifier has learnt, which a busy machine is slow at.
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Autowired Stores stores;
  @Autowired Conversations conversations;
  @Autowired Orders orders;
  @Autowired KnowledgeBase knowledge;
  @Autowired Decisions decisions;
  @Autowired Deciding deciding;
  @Autowired EvidenceRule evidenceRule;
  @Autowired IdentityRule identityRule;
  @Autowired Examples examples;

  private StoreId open(StoreMode mode) {
    StoreId store = stores.create(Made.profile(), mode);
    knowledge.publish(
        store,
        List.of(
            new Upload(
                "returns.md",
                """
                ---
                title: "Returns"
                audience: public
                language: en
                ---

                # Returns

                You have 30 days after delivery to return your order. The label costs €4.20.
                """
                    .getBytes(StandardCharsets.UTF_8))));
    orders.mirror(store, parcel(Shipment.Status.IN_TRANSIT, Made.NOON));
    return store;
  }

  private static Order parcel(Shipment.Status status, Instant readAt) {
    Order made =
        Made.order(
            "#7701",
            new Order.Contents(
                List.of(Made.line("1", "Two-person tent")),
                List.of(
                    Made.parcel(
                        "S1", status, "1", "2026-09-13T12:00:00Z|" + status + "|Sorted|Coimbra")),
                List.of(),
                List.of()));
    return new Order(
        made.number(),
        made.buyer(),
        new Order.Times(made.times().placedAt(), Optional.empty(), readAt),
        made.money(),
        made.status(),
        made.contents());
  }

  private ConversationId arrives(
      StoreId store, String text, boolean mail, Optional<ConversationId> chat) {
    long number = NUMBER.incrementAndGet();
    String id = "<m" + number + "@mua.example>";
    Received received =
        conversations.receive(
            new IncomingMessage(
                store,
                new IncomingMessage.Origin(
                    mail ? ChannelKind.EMAIL : ChannelKind.CHAT,
                    id,
                    Made.NOON,
                    Made.NOON,
                    new IncomingMessage.ThreadHints(
                        mail ? id : "", List.of(), Optional.empty(), chat)),
                new IncomingMessage.Sender(
                    Optional.of(Made.IDA), "Ida Holm", Proven.ADDRESS, mail ? "" : "visitor-1"),
                MessageText.plain(text),
                new IncomingMessage.Details(
                    mail ? "My tent " + number : "", Kind.MESSAGE, List.of(), List.of(), false)));
    return switch (received) {
      case Received.Stored stored -> stored.conversation();
      case Received.Duplicate twice -> twice.conversation();
    };
  }

  private ConversationId mails(StoreId store, String text) {
    return arrives(store, text, true, Optional.empty());
  }

  private List<Message> written(StoreId store, ConversationId conversation, Purpose purpose) {
    return conversations.messages(store, conversation).stream()
        .filter(message -> message.author() instanceof Author.Assistant)
        .filter(message ->
            message.entry() instanceof Entry.Outgoing outgoing && outgoing.purpose() == purpose)
        .toList();
  }

  private Decided decided(StoreId store, ConversationId conversation) {
    await()
        .atMost(PATIENCE)
        .until(() ->
            !decisions.of(store, conversation).isEmpty()
                && conversations.undecided(store, conversation).isEmpty());
    return decisions.of(store, conversation).getFirst();
  }

  private Conversation.Handling handling(StoreId store, ConversationId conversation) {
    return conversations.find(store, conversation).orElseThrow().handling();
  }

  @Test
  void answersTheOwnerOfAnOrderWithSourcesAndWaits() {
    StoreId store = open(StoreMode.AUTOMATIC);
    ConversationId conversation = mails(store, "Hello, where is my order 7701? Ida");
    Decided decided = decided(store, conversation);
    assertThat(decided.what().outcome())
        .as(decided.what().reasons().toString())
        .isEqualTo("answer");
    assertThat(decided.what().orders()).isEqualTo(Set.of("#7701"));
    List<Message> replies = written(store, conversation, Purpose.REPLY);
    assertThat(replies).hasSize(1);
    assertThat(replies.getFirst().content().text().visible())
        .contains("Hello Ida,", "Your order #7701 is in transit with CTT.");
    assertThat(replies.getFirst().sentences())
        .anyMatch(sentence ->
            sentence.sources().stream()
                .anyMatch(source ->
                    source.kind().equals("order") && source.detail().equals("shipment.S1.status")));
    assertThat(handling(store, conversation).state()).isEqualTo(Conversation.State.WAITING);
  }

  @Test
  void inSuggestModeTheAnswerIsADraftForPeople() {
    StoreId store = open(StoreMode.SUGGEST);
    ConversationId conversation = mails(store, "Where is my order 7701?");
    decided(store, conversation);
    assertThat(written(store, conversation, Purpose.REPLY)).isEmpty();
    assertThat(conversations.draft(store, conversation).orElseThrow().text())
        .contains("#7701 is in transit");
    assertThat(handling(store, conversation).escalated()).isTrue();
  }

  @Test
  void whereItIsOffEverythingWaitsForPeople() {
    StoreId store = open(StoreMode.OFF);
    ConversationId conversation = mails(store, "Where is my order 7701?");
    await().atMost(PATIENCE).until(() -> handling(store, conversation).escalated());
    assertThat(conversations.draft(store, conversation)).isEmpty();
    assertThat(decisions.of(store, conversation)).isEmpty();
  }

  @Test
  void saysOnceThatAPersonWillAnswer() {
    StoreId store = open(StoreMode.AUTOMATIC);
    ConversationId chat = arrives(store, "I want to speak to a human", false, Optional.empty());
    decided(store, chat);
    assertThat(handling(store, chat).escalated()).isTrue();
    assertThat(written(store, chat, Purpose.NOTICE)).hasSize(1);
    arrives(store, "hello?? a real person please", false, Optional.of(chat));
    await().atMost(PATIENCE).until(() -> decisions.of(store, chat).size() == 2);
    assertThat(written(store, chat, Purpose.NOTICE)).hasSize(1);
  }

  @Test
  void linesOfAChatThatCloseUpAreDecidedTogether() {
    StoreId store = open(StoreMode.AUTOMATIC);
    ConversationId chat = arrives(store, "hi", false, Optional.empty());
    arrives(store, "where is my order 7701", false, Optional.of(chat));
    Decided decided = decided(store, chat);
    assertThat(decided.about()).hasSize(2);
    assertThat(decisions.of(store, chat)).hasSize(1);
    assertThat(written(store, chat, Purpose.REPLY)).hasSize(1);
  }

  @Test
  void runsOfTheSameCauseAnswerOnce() throws Exception {
    StoreId store = open(StoreMode.AUTOMATIC);
    ConversationId conversation = mails(store, "Where is my order 7701 please");
    Decided decided = decided(store, conversation);
    Task.Key key =
        new Task.Key(
            store, new Deciding.Cause(conversation, decided.about().getLast(), 0).subject());
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Callable<Optional<Instant>>> runs =
          java.util.Collections.nCopies(4, () -> deciding.run(key));
      for (Future<Optional<Instant>> run : threads.invokeAll(runs)) {
        assertThat(run.get()).isEmpty();
      }
    }
    assertThat(written(store, conversation, Purpose.REPLY)).hasSize(1);
    assertThat(decisions.of(store, conversation)).hasSize(1);
  }

  @Test
  void anAnswerWhoseOrderHasChangedIsRefusedAtTheDoor() {
    StoreId store = open(StoreMode.AUTOMATIC);
    ConversationId conversation = mails(store, "Where is my order 7701, has it left?");
    Decided decided = decided(store, conversation);
    Dispatch dispatch = dispatch(store, conversation, decided);
    assertThat(evidenceRule.judge(dispatch, Made.NOON)).isEqualTo(SendingRule.Verdict.allow());
    assertThat(identityRule.judge(dispatch, Made.NOON)).isEqualTo(SendingRule.Verdict.allow());
    orders.mirror(store, parcel(Shipment.Status.DELIVERED, Made.NOON.plusSeconds(60)));
    assertThat(evidenceRule.judge(dispatch, Made.NOON))
        .isInstanceOf(SendingRule.Verdict.Refuse.class);
  }

  @Test
  void anAnswerWhoseArticleHasChangedIsRefusedAtTheDoor() {
    StoreId store = open(StoreMode.AUTOMATIC);
    ConversationId conversation = mails(store, "How many days after delivery can I return a tent?");
    Decided decided = decided(store, conversation);
    assertThat(decided.what().outcome())
        .as(decided.what().reasons().toString())
        .isEqualTo("answer");
    Dispatch dispatch = dispatch(store, conversation, decided);
    assertThat(evidenceRule.judge(dispatch, Made.NOON)).isEqualTo(SendingRule.Verdict.allow());
    knowledge.publish(
        store,
        List.of(
            new Upload(
                "returns.md",
                "# Returns\n\nYou have 14 days after delivery.".getBytes(StandardCharsets.UTF_8))));
    assertThat(evidenceRule.judge(dispatch, Made.NOON))
        .isInstanceOf(SendingRule.Verdict.Refuse.class);
  }

  private Dispatch dispatch(StoreId store, ConversationId conversation, Decided decided) {
    return new Dispatch(
        new OutgoingMessage(
            store,
            Purpose.REPLY,
            DecisionsTable.key(decided.id()),
            new Author.Assistant(),
            new OutgoingMessage.Destination.InConversation(conversation),
            new OutgoingMessage.Content("", "text", decided.sentences(), Set.of())),
        decided.about().getLast(),
        conversations.find(store, conversation));
  }

  @Test
  void aStrangerHearsNothingOfAnOrderAndIsAskedOnce() {
    StoreId store = open(StoreMode.AUTOMATIC);
    Received received =
        conversations.receive(
            new IncomingMessage(
                store,
                new IncomingMessage.Origin(
                    ChannelKind.EMAIL,
                    "<s" + NUMBER.incrementAndGet() + "@mua.example>",
                    Made.NOON,
                    Made.NOON,
                    IncomingMessage.ThreadHints.none()),
                new IncomingMessage.Sender(Optional.of(Made.IDA), "Ida Holm", Proven.NOTHING, ""),
                MessageText.plain("Where is my order 7701?"),
                new IncomingMessage.Details("", Kind.MESSAGE, List.of(), List.of(), false)));
    ConversationId conversation = ((Received.Stored) received).conversation();
    Decided decided = decided(store, conversation);
    assertThat(decided.what().outcome()).isEqualTo("clarify");
    assertThat(decided.sentences().toString()).doesNotContain("transit", "CTT", "7701");
  }

  @Test
  void whatPeopleTaughtIsKeptAndForgottenWithItsMessage() {
    StoreId store = open(StoreMode.OFF);
    ConversationId conversation = mails(store, "Do you repair zips?");
    Message message = conversations.messages(store, conversation).getFirst();
    examples.learn(
        store,
        new IntentClassifier.Example("Do you repair zips?", "repair/zip"),
        Optional.of(message.id()));
    examples.learn(
        store, new IntentClassifier.Example("Can you mend it?", "repair/zip"), Optional.empty());
    assertThat(examples.of(store)).hasSize(2);
    Examples.Stamp before = examples.stamp(store);
    examples.forget(store, message.id());
    assertThat(examples.of(store))
        .isEqualTo(List.of(new IntentClassifier.Example("Can you mend it?", "repair/zip")));
    assertThat(examples.stamp(store)).isNotEqualTo(before);
  }
}
