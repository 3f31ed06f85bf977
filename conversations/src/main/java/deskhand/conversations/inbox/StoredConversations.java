package deskhand.conversations.inbox;

import deskhand.conversations.AgentId;
import deskhand.conversations.Attachment;
import deskhand.conversations.Author;
import deskhand.conversations.Conversation;
import deskhand.conversations.ConversationId;
import deskhand.conversations.Conversations;
import deskhand.conversations.CustomerId;
import deskhand.conversations.Draft;
import deskhand.conversations.IncomingMessage;
import deskhand.conversations.Message;
import deskhand.conversations.MessageId;
import deskhand.conversations.OutgoingMessage;
import deskhand.conversations.PastMessage;
import deskhand.conversations.Received;
import deskhand.conversations.Reference;
import deskhand.conversations.SendResult;
import deskhand.conversations.SendingRule;
import deskhand.conversations.Shown;
import deskhand.store.EmailAddress;
import deskhand.store.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// [Conversations] in the database: each call goes to the room that does it.
@Component
class StoredConversations implements Conversations {
  private final WritingSide door;
  private final Handling handling;
  private final ReadingSide reading;

  StoredConversations(WritingSide door, Handling handling, ReadingSide reading) {
    this.door = door;
    this.handling = handling;
    this.reading = reading;
  }

  // ---- in

  @Override
  public Received receive(IncomingMessage message) {
    return door.receiving().receive(message);
  }

  @Override
  public Received recordPast(PastMessage message) {
    return door.past().record(message);
  }

  // ---- out: the one door

  @Override
  public SendResult send(OutgoingMessage message) {
    return sendLater(message, Instant.EPOCH);
  }

  @Override
  public SendResult sendLater(OutgoingMessage message, Instant notBefore) {
    return door.outbox().send(message, notBefore);
  }

  @Override
  public boolean takeBack(StoreId store, MessageId message) {
    return takeBack(store, message, new Author.Program());
  }

  @Override
  public boolean takeBack(StoreId store, MessageId message, Author by) {
    return door.afterthoughts().takeBack(store, message, by);
  }

  @Override
  public boolean sendAgain(StoreId store, MessageId message, Author by) {
    return door.afterthoughts().sendAgain(store, message, by);
  }

  @Override
  public boolean confirmSent(StoreId store, MessageId message, Author by) {
    return door.afterthoughts().confirm(store, message, by);
  }

  @Override
  public boolean leave(StoreId store, MessageId message, Author by) {
    return door.afterthoughts().leave(store, message, by);
  }

  @Override
  public List<InDoubt> inDoubt(StoreId store) {
    return reading.records().inDoubt(store);
  }

  @Override
  public List<String> rules() {
    return door.rules().all().stream().map(SendingRule::name).toList();
  }

  @Override
  public List<LedgerEntry> ledger(StoreId store, ConversationId conversation) {
    return reading.records().ledger(store, conversation);
  }

  @Override
  public List<LedgerEntry> ledger(StoreId store, MessageId message) {
    return reading.records().ledger(store, message);
  }

  @Override
  public List<MessageId> borneBy(StoreId store, String kind, String id, long version) {
    return reading.records().borneBy(store, kind, id, version);
  }

  // ---- what people do

  @Override
  public MessageId note(StoreId store, ConversationId conversation, Author author, String text) {
    return handling.note(new Handling.Which(store, conversation), author, text);
  }

  @Override
  public void assign(
      StoreId store, ConversationId conversation, Optional<AgentId> agent, Author by) {
    handling.assign(new Handling.Which(store, conversation), agent, by);
  }

  @Override
  public void close(StoreId store, ConversationId conversation, Author by) {
    handling.close(new Handling.Which(store, conversation), by);
  }

  @Override
  public void reopen(StoreId store, ConversationId conversation, Author by) {
    handling.reopen(new Handling.Which(store, conversation), by);
  }

  @Override
  public void snooze(StoreId store, ConversationId conversation, Instant until, Author by) {
    handling.snooze(new Handling.Which(store, conversation), until, by);
  }

  @Override
  public void markSpam(StoreId store, ConversationId conversation, Author by) {
    handling.markSpam(new Handling.Which(store, conversation), by);
  }

  @Override
  public void handBack(StoreId store, ConversationId conversation, Author by) {
    handling.handBack(new Handling.Which(store, conversation), by);
  }

  @Override
  public void tag(StoreId store, ConversationId conversation, Set<String> tags) {
    handling.tag(new Handling.Which(store, conversation), tags);
  }

  // ---- what triage does

  @Override
  public Conversation lock(StoreId store, ConversationId conversation) {
    return handling.lock(new Handling.Which(store, conversation));
  }

  @Override
  public List<Message> undecided(StoreId store, ConversationId conversation) {
    return reading.messages().undecided(store, conversation);
  }

  @Override
  public void decided(
      StoreId store,
      ConversationId conversation,
      MessageId upTo,
      String topic,
      Set<Reference> references) {
    handling.decided(new Handling.Which(store, conversation), upTo, topic, references);
  }

  @Override
  public void escalate(StoreId store, ConversationId conversation, String reason) {
    handling.escalate(new Handling.Which(store, conversation), reason);
  }

  @Override
  public void propose(StoreId store, ConversationId conversation, Draft draft) {
    handling.propose(new Handling.Which(store, conversation), draft);
  }

  @Override
  public void dropDraft(StoreId store, ConversationId conversation) {
    handling.dropDraft(new Handling.Which(store, conversation));
  }

  @Override
  public void await(StoreId store, ConversationId conversation) {
    handling.await(new Handling.Which(store, conversation));
  }

  // ---- reading

  @Override
  public Optional<Conversation> find(StoreId store, ConversationId conversation) {
    return reading.conversations().find(store, conversation);
  }

  @Override
  public List<Message> messages(StoreId store, ConversationId conversation) {
    return reading.messages().of(store, conversation);
  }

  @Override
  public Optional<Message> message(StoreId store, MessageId message) {
    return reading.messages().find(store, message);
  }

  @Override
  public Optional<ConversationId> conversationOf(StoreId store, MessageId message) {
    return reading.records().conversationOf(store, message);
  }

  @Override
  public List<Shown> shown(StoreId store, ConversationId conversation, long after, int most) {
    return reading.messages().shown(store, conversation, after, Math.clamp(most, 1, 500));
  }

  @Override
  public Optional<Long> shownAs(StoreId store, MessageId message) {
    return reading.records().shownAs(store, message);
  }

  @Override
  public List<Conversation> ofCustomer(StoreId store, CustomerId customer) {
    return reading.list().ofCustomer(store, customer);
  }

  @Override
  public Optional<Draft> draft(StoreId store, ConversationId conversation) {
    return reading.drafts().find(store, conversation);
  }

  @Override
  public Page list(StoreId store, Filter filter, Optional<String> after, int size) {
    return reading.list().list(store, filter, after, size);
  }

  @Override
  public Map<View, Integer> counts(StoreId store, Optional<AgentId> agent) {
    return reading.list().counts(store, agent);
  }

  @Override
  public List<Conversation> openMatters(
      StoreId store, EmailAddress customer, Optional<Reference> about) {
    return reading.list().openMatters(store, customer, about);
  }

  @Override
  public Optional<Attachment> attachment(StoreId store, long file) {
    return reading.messages().attachment(store, file);
  }
}
