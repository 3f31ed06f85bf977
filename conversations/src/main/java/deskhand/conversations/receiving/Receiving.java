package deskhand.conversations.receiving;

import deskhand.conversations.Author;
import deskhand.conversations.ChannelKind;
import deskhand.conversations.Conversation;
import deskhand.conversations.ConversationId;
import deskhand.conversations.CustomerId;
import deskhand.conversations.Entry;
import deskhand.conversations.IncomingMessage;
import deskhand.conversations.Kind;
import deskhand.conversations.MessageId;
import deskhand.conversations.MessageReceived;
import deskhand.conversations.Proven;
import deskhand.conversations.Received;
import deskhand.conversations.threads.ConversationsTable;
import deskhand.conversations.threads.MessagesTable;
import deskhand.conversations.threads.Rows;
import deskhand.conversations.threads.Sha256;
import deskhand.conversations.threads.Touched;
import deskhand.store.StoreId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Stores what comes in: once, in its thread, with all its effects in one transaction.
@Component
public class Receiving {
  private final Threading threading;
  private final Rows rows;
  private final Touched touched;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;

  Receiving(
      Threading threading,
      Rows rows,
      Touched touched,
      ApplicationEventPublisher events,
      TransactionTemplate transaction) {
    this.threading = threading;
    this.rows = rows;
    this.touched = touched;
    this.events = events;
    this.transaction = transaction;
  }

  public Received receive(IncomingMessage message) {
    return transaction.execute(status -> {
      byte[] key = Sha256.of(message.origin().channel().name(), message.origin().key());
      if (!rows.keys().claimReceived(message.store(), key, message.origin().receivedAt())) {
        return rows.keys().received(message.store(), key);
      }
      Conversation conversation = conversation(message);
      MessageId stored = store(message, conversation);
      rows.keys().received(message.store(), key, conversation.id(), stored);
      return new Received.Stored(conversation.id(), stored);
    });
  }

  private Conversation conversation(IncomingMessage message) {
    Optional<CustomerId> known = knownCustomer(message);
    Threading.Place place = threading.place(message, known);
    return place.joins().orElseGet(() -> begin(message, known, place.named()));
  }

  /// A visitor who only claims an address is nobody we know: else they would read along in the
  /// conversations of whoever has that address.
  private Optional<CustomerId> knownCustomer(IncomingMessage message) {
    IncomingMessage.Sender sender = message.sender();
    boolean claimed =
        message.origin().channel() == ChannelKind.CHAT && sender.proven() == Proven.NOTHING;
    return sender
        .address()
        .filter(address -> !claimed && !message.details().kind().isReport())
        .map(address ->
            rows.customers()
                .findOrAdd(message.store(), address, sender.name(), message.origin().receivedAt()));
  }

  private Conversation begin(
      IncomingMessage message, Optional<CustomerId> known, Optional<ConversationId> named) {
    IncomingMessage.Sender sender = message.sender();
    Instant at = message.origin().receivedAt();
    CustomerId customer =
        known.orElseGet(() -> rows.customers().add(message.store(), sender.name(), at));
    ConversationId fresh =
        rows.conversations()
            .add(
                new ConversationsTable.Beginning(
                    message.store(),
                    new Conversation.Party(
                        customer,
                        sender.name(),
                        sender.address(),
                        message.origin().channel(),
                        sender.proven()),
                    sender.visitor(),
                    message.details().subject(),
                    asksForAttention(message) ? Conversation.State.OPEN : Conversation.State.CLOSED,
                    at,
                    message.details().silent(),
                    named));
    Conversation begun = rows.conversations().lock(message.store(), fresh).orElseThrow();
    named.ifPresent(other ->
        rows.messages()
            .addEvent(
                begun,
                new Author.Program(),
                new Entry.Event(Entry.Event.What.LINKED, other.toString()),
                at));
    return begun;
  }

  private MessageId store(IncomingMessage message, Conversation conversation) {
    StoreId store = message.store();
    IncomingMessage.Details details = message.details();
    boolean spam = conversation.handling().state() == Conversation.State.SPAM;
    boolean report = details.kind().isReport();
    boolean undecided = !details.silent() && !spam && !report;
    Long shown =
        message.origin().channel() == ChannelKind.CHAT
            ? rows.conversations().nextShown(store, conversation.id())
            : null;
    Author author =
        report
            ? new Author.Program()
            : new Author.Customer(conversation.party().customer(), message.sender().name());
    MessageId stored =
        rows.messages()
            .add(message, new MessagesTable.Arrival(conversation.id(), author, undecided, shown));
    rows.messages().attach(store, stored, details.attachments());
    rows.marks()
        .wrote(
            conversation,
            message.text().visible().isBlank() ? details.subject() : message.text().visible(),
            !report,
            message.origin().receivedAt());
    if (!report) {
      rows.marks()
          .heardFrom(conversation, message.sender(), undecided && details.kind() == Kind.MESSAGE);
      if (asksForAttention(message)) {
        wake(conversation, message.origin().receivedAt());
      }
    }
    touched.conversation(store, conversation.id());
    if (!details.silent() && !spam) {
      events.publishEvent(
          new MessageReceived(
              store,
              conversation.id(),
              stored,
              message.origin().channel(),
              details.kind(),
              message.origin().receivedAt()));
    }
    return stored;
  }

  /// A customer's message opens what was waiting, snoozed or closed; automatic mail and reports
  /// never do.
  private void wake(Conversation conversation, Instant at) {
    Conversation.Handling before = conversation.handling();
    switch (before.state()) {
      case OPEN, SPAM -> {}
      case WAITING, SNOOZED -> rows.conversations().setHandling(conversation, opened(before));
      case CLOSED -> {
        rows.conversations().setHandling(conversation, opened(before));
        rows.messages()
            .addEvent(
                conversation,
                new Author.Program(),
                new Entry.Event(Entry.Event.What.REOPENED, ""),
                at);
      }
    }
  }

  private static Conversation.Handling opened(Conversation.Handling before) {
    return new Conversation.Handling(
        Conversation.State.OPEN, before.assignee(), before.escalated(), before.personHasIt());
  }

  private static boolean asksForAttention(IncomingMessage message) {
    return message.details().kind() == Kind.MESSAGE && !message.details().silent();
  }
}
