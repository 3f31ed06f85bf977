package deskhand.conversations;

import deskhand.store.EmailAddress;
import deskhand.store.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Every message the store receives or sends. All calls join the caller's transaction where there
/// is one.
@Component
public class Conversations {

  // ---- in

  /// Stores a message once, in the thread it belongs to, and publishes [MessageReceived] in the
  /// same transaction.
  public Received receive(IncomingMessage message) {
    throw new UnsupportedOperationException("being built");
  }

  // ---- out: the one door

  /// Writes the message to the outbox, where every [SendingRule] allows or defers it; delivers
  /// nothing itself.
  public SendResult send(OutgoingMessage message) {
    return sendLater(message, Instant.MIN);
  }

  /// The same, not before the given time.
  public SendResult sendLater(OutgoingMessage message, Instant notBefore) {
    throw new UnsupportedOperationException("being built");
  }

  /// Takes back what is still in the outbox; false where it is too late.
  public boolean takeBack(StoreId store, MessageId message) {
    throw new UnsupportedOperationException("being built");
  }

  /// What the rules said about each attempt, oldest first.
  public List<LedgerEntry> ledger(StoreId store, ConversationId conversation) {
    throw new UnsupportedOperationException("being built");
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
    throw new UnsupportedOperationException("being built");
  }

  /// Gives a conversation to a person; empty takes it from whoever had it.
  public void assign(
      StoreId store, ConversationId conversation, Optional<AgentId> agent, Author by) {
    throw new UnsupportedOperationException("being built");
  }

  public void close(StoreId store, ConversationId conversation, Author by) {
    throw new UnsupportedOperationException("being built");
  }

  public void reopen(StoreId store, ConversationId conversation, Author by) {
    throw new UnsupportedOperationException("being built");
  }

  public void snooze(StoreId store, ConversationId conversation, Instant until, Author by) {
    throw new UnsupportedOperationException("being built");
  }

  public void markSpam(StoreId store, ConversationId conversation, Author by) {
    throw new UnsupportedOperationException("being built");
  }

  /// The assistant may answer again.
  public void handBack(StoreId store, ConversationId conversation, Author by) {
    throw new UnsupportedOperationException("being built");
  }

  public void tag(StoreId store, ConversationId conversation, Set<String> tags) {
    throw new UnsupportedOperationException("being built");
  }

  // ---- what triage does

  /// Locks the conversation until the transaction ends and answers how it stands.
  public Conversation lock(StoreId store, ConversationId conversation) {
    throw new UnsupportedOperationException("being built");
  }

  /// The customer's messages that nobody has decided about yet, oldest first.
  public List<Message> undecided(StoreId store, ConversationId conversation) {
    throw new UnsupportedOperationException("being built");
  }

  /// The messages up to and including that one are decided; says what the conversation is about.
  public void decided(
      StoreId store,
      ConversationId conversation,
      MessageId upTo,
      String topic,
      Set<Reference> references) {
    throw new UnsupportedOperationException("being built");
  }

  /// Waits for a person from now on.
  public void escalate(StoreId store, ConversationId conversation, String reason) {
    throw new UnsupportedOperationException("being built");
  }

  /// Lays a draft before the people, in place of the one before.
  public void propose(StoreId store, ConversationId conversation, Draft draft) {
    throw new UnsupportedOperationException("being built");
  }

  /// The conversation waits for the customer (an answer went out) without being closed.
  public void await(StoreId store, ConversationId conversation) {
    throw new UnsupportedOperationException("being built");
  }

  // ---- reading

  public Optional<Conversation> find(StoreId store, ConversationId conversation) {
    throw new UnsupportedOperationException("being built");
  }

  /// The messages, notes and events of a conversation, oldest first: the newest 500.
  public List<Message> messages(StoreId store, ConversationId conversation) {
    throw new UnsupportedOperationException("being built");
  }

  public Optional<Draft> draft(StoreId store, ConversationId conversation) {
    throw new UnsupportedOperationException("being built");
  }

  /// A page of the list, newest first.
  public Page list(StoreId store, Filter filter, Optional<String> after, int size) {
    throw new UnsupportedOperationException("being built");
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
  public java.util.Map<View, Integer> counts(StoreId store, Optional<AgentId> agent) {
    throw new UnsupportedOperationException("being built");
  }

  /// Conversations of that customer that are not done, or about that reference; a customer's
  /// message that is not decided yet counts as open.
  public List<Conversation> openMatters(
      StoreId store, EmailAddress customer, Optional<Reference> about) {
    throw new UnsupportedOperationException("being built");
  }

  /// The bytes of an attachment.
  public Optional<Attachment> attachment(StoreId store, long file) {
    throw new UnsupportedOperationException("being built");
  }
}
