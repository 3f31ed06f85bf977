package deskhand.conversations;

import deskhand.store.EmailAddress;
import deskhand.store.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Every message the store receives or sends. All calls join the caller's transaction where there
/// is one.
public interface Conversations {

  // ---- in

  /// Stores a message once, in the thread it belongs to, and publishes [MessageReceived] in the
  /// same transaction.
  Received receive(IncomingMessage message);

  /// Records what the store sent in the past (an import, a demonstration), with its own time: no
  /// rule is asked, nothing is delivered, and no event is published. A customer's message of the
  /// past is received with `silent`.
  Received recordPast(PastMessage message);

  // ---- out: the one door

  /// Writes the message to the outbox, where every [SendingRule] allows or defers it; delivers
  /// nothing itself.
  SendResult send(OutgoingMessage message);

  /// The same, not before the given time.
  SendResult sendLater(OutgoingMessage message, Instant notBefore);

  /// Takes back what is still in the outbox; false where it is too late.
  boolean takeBack(StoreId store, MessageId message);

  /// The same, and the thread names who did it.
  boolean takeBack(StoreId store, MessageId message, Author by);

  /// A person has a message that is in doubt or failed sent again, under the same Message-ID; false
  /// where it is neither.
  boolean sendAgain(StoreId store, MessageId message, Author by);

  /// A person knows that a message in doubt, or one called failed, did arrive.
  boolean confirmSent(StoreId store, MessageId message, Author by);

  /// A person leaves a message that is in doubt as not sent; false where it is not in doubt.
  boolean leave(StoreId store, MessageId message, Author by);

  /// Messages of which nobody knows whether they arrived, newest first: 200 at most.
  List<InDoubt> inDoubt(StoreId store);

  /// A message in doubt.
  ///
  /// @param to the address; empty for chat
  /// @param reason why nobody knows
  record InDoubt(
      MessageId message,
      Optional<ConversationId> conversation,
      Purpose purpose,
      Optional<EmailAddress> to,
      String reason) {}

  /// The names of all rules at the door, in the order in which they are asked.
  List<String> rules();

  /// What the rules said about each attempt, oldest first.
  List<LedgerEntry> ledger(StoreId store, ConversationId conversation);

  /// The same for one message, which need not belong to a conversation.
  List<LedgerEntry> ledger(StoreId store, MessageId message);

  /// The messages that used that source (see [Source]), newest first: who was told this? 1,000 at
  /// most.
  List<MessageId> borneBy(StoreId store, String kind, String id, long version);

  /// One verdict of one rule.
  ///
  /// @param verdict `allow`, `defer` or `refuse`
  record LedgerEntry(
      MessageId message,
      Purpose purpose,
      String key,
      String rule,
      String verdict,
      String reason,
      Instant at) {}

  // ---- what people do

  MessageId note(StoreId store, ConversationId conversation, Author author, String text);

  /// Gives a conversation to a person, who has it from now on; empty takes it from whoever was
  /// assigned, and the assistant still only suggests until it is handed back.
  void assign(StoreId store, ConversationId conversation, Optional<AgentId> agent, Author by);

  void close(StoreId store, ConversationId conversation, Author by);

  void reopen(StoreId store, ConversationId conversation, Author by);

  void snooze(StoreId store, ConversationId conversation, Instant until, Author by);

  void markSpam(StoreId store, ConversationId conversation, Author by);

  /// The assistant may answer again.
  void handBack(StoreId store, ConversationId conversation, Author by);

  void tag(StoreId store, ConversationId conversation, Set<String> tags);

  // ---- what triage does

  /// Locks the conversation until the transaction ends and answers how it stands.
  Conversation lock(StoreId store, ConversationId conversation);

  /// The customer's messages that nobody has decided about yet, oldest first.
  List<Message> undecided(StoreId store, ConversationId conversation);

  /// The messages up to and including that one are decided; says what the conversation is about.
  void decided(
      StoreId store,
      ConversationId conversation,
      MessageId upTo,
      String topic,
      Set<Reference> references);

  /// Waits for a person from now on.
  void escalate(StoreId store, ConversationId conversation, String reason);

  /// Lays a draft before the people, in place of the one before.
  void propose(StoreId store, ConversationId conversation, Draft draft);

  /// Takes the draft away.
  void dropDraft(StoreId store, ConversationId conversation);

  /// The conversation waits for the customer (an answer went out) without being closed.
  void await(StoreId store, ConversationId conversation);

  // ---- reading

  Optional<Conversation> find(StoreId store, ConversationId conversation);

  /// The messages, notes and events of a conversation, oldest first: the newest 500.
  List<Message> messages(StoreId store, ConversationId conversation);

  Optional<Message> message(StoreId store, MessageId message);

  /// The conversation of a message; empty for mail to staff and suppliers.
  Optional<ConversationId> conversationOf(StoreId store, MessageId message);

  /// What a chat visitor sees of a conversation after that number, oldest first.
  List<Shown> shown(StoreId store, ConversationId conversation, long after, int most);

  /// The number under which a chat visitor sees a message; empty where they do not.
  Optional<Long> shownAs(StoreId store, MessageId message);

  /// The conversations of a customer, newest first: 50 at most.
  List<Conversation> ofCustomer(StoreId store, CustomerId customer);

  Optional<Draft> draft(StoreId store, ConversationId conversation);

  /// A page of the list, newest first: 1 to 200 rows. `UNREADABLE` holds mails, not conversations:
  /// see [RawMails#unreadable].
  Page list(StoreId store, Filter filter, Optional<String> after, int size);

  /// Which conversations.
  ///
  /// @param search words of subject, text or address; empty for all
  /// @param agent whose view it is
  record Filter(View view, String search, Optional<AgentId> agent) {}

  /// The inbox's views.
  enum View {
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
  record Page(List<Row> rows, Optional<String> next) {}

  /// A line of the list.
  record Row(
      Conversation conversation, String lastText, boolean lastFromCustomer, boolean draftReady) {}

  /// How many conversations each view holds; counting stops at 1,000 a view.
  Map<View, Integer> counts(StoreId store, Optional<AgentId> agent);

  /// Conversations of that customer, or about that reference, that are not done, newest first: open
  /// or snoozed, with a customer's message that is not decided yet, or waiting for the customer
  /// since less than seven days. 100 at most.
  List<Conversation> openMatters(StoreId store, EmailAddress customer, Optional<Reference> about);

  /// The bytes of an attachment.
  Optional<Attachment> attachment(StoreId store, long file);
}
