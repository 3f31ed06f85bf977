package deskhand.conversations.outbox;

import deskhand.conversations.Author;
import deskhand.conversations.Conversation;
import deskhand.conversations.Entry;
import deskhand.conversations.Message;
import deskhand.conversations.MessageId;
import deskhand.conversations.threads.Rows;
import deskhand.conversations.threads.Workplace;
import deskhand.store.StoreId;
import deskhand.store.Task;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// What people decide about a message after it was given to the door: take it back while it waits,
/// send it again or call it arrived where it is in doubt.
@Component
public class Afterthoughts {
  /// After these the customer has no answer.
  private static final Set<Entry.Event.What> NOT_SENT =
      Set.of(Entry.Event.What.TAKEN_BACK, Entry.Event.What.LEFT);

  private final Rows rows;
  private final OutboxTable outbox;
  private final Outcomes outcomes;
  private final Workplace workplace;

  Afterthoughts(Rows rows, OutboxTable outbox, Outcomes outcomes, Workplace workplace) {
    this.rows = rows;
    this.outbox = outbox;
    this.outcomes = outcomes;
    this.workplace = workplace;
  }

  public boolean takeBack(StoreId store, MessageId message, Author by) {
    return decide(
        store,
        message,
        by,
        Entry.Event.What.TAKEN_BACK,
        (row, conversation, now) -> {
          boolean waits =
              outbox.judged(
                  row.task(),
                  Message.Delivery.Step.REFUSED,
                  new OutboxTable.Word("taken back", "a person took it back"),
                  now,
                  null);
          if (waits) {
            workplace.tasks().cancel(Outbox.DELIVER, Task.Key.of(store, message.value()));
          }
          return waits;
        });
  }

  /// Sends a message in doubt, or one that failed, again under the same Message-ID.
  public boolean sendAgain(StoreId store, MessageId message, Author by) {
    return decide(
        store,
        message,
        by,
        Entry.Event.What.SENT_AGAIN,
        (row, conversation, now) -> {
          boolean settled = outbox.settle(row.task(), Message.Delivery.Step.QUEUED, now);
          if (settled) {
            workplace.tasks().schedule(Outbox.DELIVER, Task.Key.of(store, message.value()), now);
          }
          return settled;
        });
  }

  /// A message in doubt is left as not sent.
  public boolean leave(StoreId store, MessageId message, Author by) {
    return decide(
        store,
        message,
        by,
        Entry.Event.What.LEFT,
        (row, conversation, now) -> outbox.leave(row.task(), "a person left it as not sent"));
  }

  /// A message in doubt did arrive.
  public boolean confirm(StoreId store, MessageId message, Author by) {
    return decide(
        store,
        message,
        by,
        Entry.Event.What.CONFIRMED,
        (row, conversation, now) -> {
          boolean settled = outbox.settle(row.task(), Message.Delivery.Step.SENT, now);
          if (settled) {
            outcomes.arrived(row, conversation);
          }
          return settled;
        });
  }

  @FunctionalInterface
  private interface Change {
    boolean make(OutboxTable.Row row, Optional<Conversation> conversation, Instant now);
  }

  /// The conversation is locked first, as everywhere, so that two transactions never wait for each
  /// other.
  private boolean decide(
      StoreId store, MessageId message, Author by, Entry.Event.What what, Change change) {
    return Boolean.TRUE.equals(
        workplace
            .transaction()
            .execute(status -> {
              Instant now = workplace.clock().instant();
              Optional<OutboxTable.Row> row = outbox.find(store, message);
              if (row.isEmpty()) {
                return false;
              }
              Optional<Conversation> conversation =
                  row.get().conversation().flatMap(id -> rows.conversations().lock(store, id));
              boolean changed = change.make(row.get(), conversation, now);
              if (changed) {
                workplace.touched().store(store);
                conversation.ifPresent(found -> {
                  rows.messages().addEvent(found, by, new Entry.Event(what, ""), now);
                  if (NOT_SENT.contains(what)) {
                    rows.conversations().unanswered(found);
                  }
                  rows.marks().flag(store, found.id());
                  workplace.touched().conversation(store, found.id());
                });
              }
              return changed;
            }));
  }
}
