package deskhand.conversations;

import deskhand.store.EmailAddress;
import deskhand.store.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Every message the store receives or sends. All calls join the caller's transaction where there
/// is one.
@Component
public class Conversations {
  private final Door door;
  private final Handling handling;
  private final Reading reading;

  Conversations(Door door, Handling handling, Reading reading) {
    this.door = door;
    this.handling = handling;
    this.reading = reading;
  }

  /// The parts behind what comes in and goes out.
  @Component
  record Door(
      Receiving receiving, Past past, Outbox outbox, Afterthoughts afterthoughts, Rules rules) {}

  /// The parts behind what is read.
  @Component
  record Reading(
      ConversationsTable conversations,
      MessageReading messages,
      ConversationList list,
      DraftsTable drafts,
      Records records) {}

  // ---- in

  /// Stores a message once, in the thread it belongs to, and publishes [MessageReceived] in the
  /// same transaction.
  public Received receive(IncomingMessage message) {
    return door.receiving().receive(message);
  }

  /// Records what the store sent in the past (an import, a demonstration), with its own time: no
  /// rule is asked, nothing is delivered, and no event is published. A customer's message of the
  /// past is received with `silent`.
  public Received recordPast(PastMessage message) {
    return door.past().record(message);
  }

  // ---- out: the one door

  /// Writes the message to the outbox, where every [SendingRule] allows or defers it; delivers
  /// nothing itself.
  public SendResult send(OutgoingMessage message) {
    return sendLater(message, Instant.EPOCH);
  }

  /// The same, not before the given time.
  public SendResult sendLater(OutgoingMessage message, Instant notBefore) {
    return door.outbox().send(message, notBefore);
  }

  /// Takes back what is still in the outbox; false where it is too late.
  public boolean takeBack(StoreId store, MessageId message) {
    return takeBack(store, message, new Author.Program());
  }

  /// The same, and the thread names who did it.
  public boolean takeBack(StoreId store, MessageId message, Author by) {
    return door.afterthoughts().takeBack(store, message, by);
  }

  /// A person has a message that is in doubt or failed sent again, under the same Message-ID; false
  /// where it is neither.
  public boolean sendAgain(StoreId store, MessageId message, Author by) {
    return door.afterthoughts().sendAgain(store, message, by);
  }

  /// A person knows that a message in doubt, or one called failed, did arrive.
  public boolean confirmSent(StoreId store, MessageId message, Author by) {
    return door.afterthoughts().confirm(store, message, by);
  }

  /// Messages of which nobody knows whether they arrived, newest first: 200 at most.
  public List<InDoubt> inDoubt(StoreId store) {
    return reading.records().inDoubt(store);
  }

  /// A message in doubt.
  ///
  /// @param to the address; empty for chat
  /// @param reason why nobody knows
  public record InDoubt(
      MessageId message,
      Optional<ConversationId> conversation,
      Purpose purpose,
      Optional<EmailAddress> to,
      String reason) {}

  /// The names of all rules at the door, in the order in which they are asked.
  public List<String> rules() {
    return door.rules().all().stream().map(SendingRule::name).toList();
  }

  /// What the rules said about each attempt, oldest first.
  public List<LedgerEntry> ledger(StoreId store, ConversationId conversation) {
    return reading.records().ledger(store, conversation);
  }

  /// The same for one message, which need not belong to a conversation.
  public List<LedgerEntry> ledger(StoreId store, MessageId message) {
    return reading.records().ledger(store, message);
  }

  /// The messages that used that source (see [Source]), newest first: who was told this? 1,000 at
  /// most.
  public List<MessageId> borneBy(StoreId store, String kind, String id, long version) {
    return reading.records().borneBy(store, kind, id, version);
  }

  /// One verdict of one rule.
  ///
  /// @param verdict `allow`, `defer` or `refuse`
  public record LedgerEntry(
      MessageId message,
      Purpose purpose,
      String key,
      String rule,
      String verdict,
      String reason,
      Instant at) {}

  // ---- what people do

  public MessageId note(StoreId store, ConversationId conversation, Author author, String text) {
    return handling.note(new Handling.Which(store, conversation), author, text);
  }

  /// Gives a conversation to a person, who has it from now on; empty takes it from whoever was
  /// assigned, and the assistant still only suggests until it is handed back.
  public void assign(
      StoreId store, ConversationId conversation, Optional<AgentId> agent, Author by) {
    handling.assign(new Handling.Which(store, conversation), agent, by);
  }

  public void close(StoreId store, ConversationId conversation, Author by) {
    handling.close(new Handling.Which(store, conversation), by);
  }

  public void reopen(StoreId store, ConversationId conversation, Author by) {
    handling.reopen(new Handling.Which(store, conversation), by);
  }

  public void snooze(StoreId store, ConversationId conversation, Instant until, Author by) {
    handling.snooze(new Handling.Which(store, conversation), until, by);
  }

  public void markSpam(StoreId store, ConversationId conversation, Author by) {
    handling.markSpam(new Handling.Which(store, conversation), by);
  }

  /// The assistant may answer again.
  public void handBack(StoreId store, ConversationId conversation, Author by) {
    handling.handBack(new Handling.Which(store, conversation), by);
  }

  public void tag(StoreId store, ConversationId conversation, Set<String> tags) {
    handling.tag(new Handling.Which(store, conversation), tags);
  }

  // ---- what triage does

  /// Locks the conversation until the transaction ends and answers how it stands.
  public Conversation lock(StoreId store, ConversationId conversation) {
    return handling.lock(new Handling.Which(store, conversation));
  }

  /// The customer's messages that nobody has decided about yet, oldest first.
  public List<Message> undecided(StoreId store, ConversationId conversation) {
    return reading.messages().undecided(store, conversation);
  }

  /// The messages up to and including that one are decided; says what the conversation is about.
  public void decided(
      StoreId store,
      ConversationId conversation,
      MessageId upTo,
      String topic,
      Set<Reference> references) {
    handling.decided(new Handling.Which(store, conversation), upTo, topic, references);
  }

  /// Waits for a person from now on.
  public void escalate(StoreId store, ConversationId conversation, String reason) {
    handling.escalate(new Handling.Which(store, conversation), reason);
  }

  /// Lays a draft before the people, in place of the one before.
  public void propose(StoreId store, ConversationId conversation, Draft draft) {
    handling.propose(new Handling.Which(store, conversation), draft);
  }

  /// Takes the draft away.
  public void dropDraft(StoreId store, ConversationId conversation) {
    handling.dropDraft(new Handling.Which(store, conversation));
  }

  /// The conversation waits for the customer (an answer went out) without being closed.
  public void await(StoreId store, ConversationId conversation) {
    handling.await(new Handling.Which(store, conversation));
  }

  // ---- reading

  public Optional<Conversation> find(StoreId store, ConversationId conversation) {
    return reading.conversations().find(store, conversation);
  }

  /// The messages, notes and events of a conversation, oldest first: the newest 500.
  public List<Message> messages(StoreId store, ConversationId conversation) {
    return reading.messages().of(store, conversation);
  }

  public Optional<Message> message(StoreId store, MessageId message) {
    return reading.messages().find(store, message);
  }

  /// The conversation of a message; empty for mail to staff and suppliers.
  public Optional<ConversationId> conversationOf(StoreId store, MessageId message) {
    return reading.records().conversationOf(store, message);
  }

  /// What a chat visitor sees of a conversation after that number, oldest first.
  public List<Shown> shown(StoreId store, ConversationId conversation, long after, int most) {
    return reading.messages().shown(store, conversation, after, Math.clamp(most, 1, 500));
  }

  public Optional<Draft> draft(StoreId store, ConversationId conversation) {
    return reading.drafts().find(store, conversation);
  }

  /// A page of the list, newest first: 1 to 200 rows. `UNREADABLE` holds mails, not conversations: see
  /// [RawMails#unreadable].
  public Page list(StoreId store, Filter filter, Optional<String> after, int size) {
    return reading.list().list(store, filter, after, size);
  }

  /// Which conversations.
  ///
  /// @param search words of subject, text or address; empty for all
  /// @param agent whose view it is
  public record Filter(View view, String search, Optional<AgentId> agent) {}

  /// The inbox's views.
  public enum View {
    MINE,
    UNASSIGNED,
    ESCALATED,
    WAITING,
    SNOOZED,
    SPAM,
    ALL,
    ANSWERED_BY_ITSELF,
    GOT_NO_REPLY,
    HELD_BACK,
    IN_DOUBT,
    UNREADABLE
  }

  /// @param next where the next page starts; empty on the last
  public record Page(List<Row> rows, Optional<String> next) {}

  /// A line of the list.
  public record Row(
      Conversation conversation, String lastText, boolean lastFromCustomer, boolean draftReady) {}

  /// How many conversations each view holds; counting stops at 1,000 a view.
  public Map<View, Integer> counts(StoreId store, Optional<AgentId> agent) {
    return reading.list().counts(store, agent);
  }

  /// Conversations of that customer, or about that reference, that are not done, newest first: open
  /// or snoozed, with a customer's message that is not decided yet, or waiting for the customer since
  /// less than seven days. 100 at most.
  public List<Conversation> openMatters(
      StoreId store, EmailAddress customer, Optional<Reference> about) {
    return reading.list().openMatters(store, customer, about);
  }

  /// The bytes of an attachment.
  public Optional<Attachment> attachment(StoreId store, long file) {
    return reading.messages().attachment(store, file);
  }
}
