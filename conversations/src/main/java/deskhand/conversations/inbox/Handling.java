package deskhand.conversations.inbox;

import deskhand.conversations.AgentId;
import deskhand.conversations.Author;
import deskhand.conversations.Conversation;
import deskhand.conversations.ConversationClosed;
import deskhand.conversations.ConversationId;
import deskhand.conversations.Draft;
import deskhand.conversations.Entry;
import deskhand.conversations.MessageId;
import deskhand.conversations.Reference;
import deskhand.conversations.threads.DraftsTable;
import deskhand.conversations.threads.Rows;
import deskhand.conversations.threads.StoredText;
import deskhand.conversations.threads.Workplace;
import deskhand.store.StoreId;
import deskhand.store.Task;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// What people and triage do with a conversation besides writing in it. Each call locks it, leaves
/// an event in the thread where people should see one, and takes the store's change number.
@Component
class Handling {
  /// The task that ends a snooze; its key is the conversation's number.
  static final String WAKE_UP = "wake up conversation";

  private static final int MOST_TAGS = 50;

  private final Rows rows;
  private final DraftsTable drafts;
  private final Workplace workplace;
  private final ApplicationEventPublisher events;

  Handling(Rows rows, DraftsTable drafts, Workplace workplace, ApplicationEventPublisher events) {
    this.rows = rows;
    this.drafts = drafts;
    this.workplace = workplace;
    this.events = events;
  }

  /// Which conversation.
  record Which(StoreId store, ConversationId conversation) {}

  MessageId note(Which which, Author author, String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a note says something");
    }
    return workplace
        .transaction()
        .execute(status -> {
          Conversation conversation = lock(which);
          MessageId note =
              rows.messages().addNote(conversation, author, text, workplace.clock().instant());
          workplace.touched().conversation(which.store(), which.conversation());
          return note;
        });
  }

  void assign(Which which, Optional<AgentId> agent, Author by) {
    change(
        which,
        conversation -> {
          Conversation.Handling before = conversation.handling();
          if (before.assignee().equals(agent)) {
            return;
          }
          set(
              conversation,
              new Conversation.Handling(
                  before.state(),
                  agent,
                  before.escalated(),
                  before.personHasIt() || agent.isPresent()));
          event(
              conversation,
              by,
              agent
                  .map(id -> new Entry.Event(Entry.Event.What.ASSIGNED, Long.toString(id.value())))
                  .orElseGet(() -> new Entry.Event(Entry.Event.What.UNASSIGNED, "")));
        });
  }

  void close(Which which, Author by) {
    change(
        which,
        conversation -> {
          if (conversation.handling().state() == Conversation.State.CLOSED) {
            return;
          }
          set(
              conversation,
              new Conversation.Handling(
                  Conversation.State.CLOSED, conversation.handling().assignee(), false, false));
          decideAll(conversation);
          drafts.drop(which.store(), which.conversation());
          event(conversation, by, new Entry.Event(Entry.Event.What.CLOSED, ""));
          events.publishEvent(new ConversationClosed(which.store(), which.conversation()));
        });
  }

  void reopen(Which which, Author by) {
    change(
        which,
        conversation -> {
          if (conversation.handling().state() == Conversation.State.OPEN) {
            return;
          }
          set(conversation, inState(conversation, Conversation.State.OPEN));
          event(conversation, by, new Entry.Event(Entry.Event.What.REOPENED, ""));
        });
  }

  void snooze(Which which, Instant until, Author by) {
    change(
        which,
        conversation -> {
          rows.conversations()
              .setHandling(conversation, inState(conversation, Conversation.State.SNOOZED), until);
          event(conversation, by, new Entry.Event(Entry.Event.What.SNOOZED, until.toString()));
          workplace
              .tasks()
              .schedule(WAKE_UP, Task.Key.of(which.store(), which.conversation().value()), until);
        });
  }

  /// When to look again; empty where the conversation is no longer snoozed.
  Optional<Instant> wakeUp(Task.Key key) {
    Which which = new Which(key.store(), new ConversationId(key.number()));
    return workplace
        .transaction()
        .execute(status ->
            rows.conversations()
                .lock(which.store(), which.conversation())
                .flatMap(conversation -> {
                  Optional<Instant> until =
                      conversation
                          .times()
                          .snoozedUntil()
                          .filter(time ->
                              conversation.handling().state() == Conversation.State.SNOOZED);
                  if (until.isEmpty() || until.get().isAfter(workplace.clock().instant())) {
                    return until;
                  }
                  set(conversation, inState(conversation, Conversation.State.OPEN));
                  event(
                      conversation,
                      new Author.Program(),
                      new Entry.Event(Entry.Event.What.WOKE_UP, ""));
                  workplace.touched().conversation(which.store(), which.conversation());
                  return Optional.empty();
                }));
  }

  void markSpam(Which which, Author by) {
    change(
        which,
        conversation -> {
          set(
              conversation,
              new Conversation.Handling(
                  Conversation.State.SPAM, conversation.handling().assignee(), false, false));
          decideAll(conversation);
          drafts.drop(which.store(), which.conversation());
          event(conversation, by, new Entry.Event(Entry.Event.What.SPAM, ""));
        });
  }

  void handBack(Which which, Author by) {
    change(
        which,
        conversation -> {
          Conversation.Handling before = conversation.handling();
          set(
              conversation,
              new Conversation.Handling(before.state(), Optional.empty(), false, false));
          event(conversation, by, new Entry.Event(Entry.Event.What.HANDED_BACK, ""));
        });
  }

  void tag(Which which, Set<String> tags) {
    Set<String> clean = new LinkedHashSet<>();
    tags.stream()
        .map(tag -> StoredText.line(tag, 100))
        .filter(tag -> !tag.isEmpty())
        .limit(MOST_TAGS)
        .forEach(clean::add);
    change(
        which,
        conversation -> rows.conversations().setTags(which.store(), which.conversation(), clean));
  }

  // ---- triage

  Conversation lock(Which which) {
    return rows.conversations()
        .lock(which.store(), which.conversation())
        .orElseThrow(() -> new IllegalArgumentException("no conversation " + which.conversation()));
  }

  void decided(Which which, MessageId upTo, String topic, Set<Reference> references) {
    change(
        which,
        conversation -> {
          boolean more = rows.messages().decide(which.store(), which.conversation(), upTo);
          rows.conversations().decided(which.store(), which.conversation(), topic, more);
          rows.conversations().refer(which.store(), which.conversation(), references);
        });
  }

  void escalate(Which which, String reason) {
    change(
        which,
        conversation -> {
          Conversation.Handling before = conversation.handling();
          Conversation.State state =
              before.state() == Conversation.State.SPAM
                  ? Conversation.State.SPAM
                  : Conversation.State.OPEN;
          set(
              conversation,
              new Conversation.Handling(state, before.assignee(), true, before.personHasIt()));
          event(
              conversation,
              new Author.Assistant(),
              new Entry.Event(Entry.Event.What.ESCALATED, reason));
        });
  }

  void propose(Which which, Draft draft) {
    change(which, conversation -> drafts.put(which.store(), which.conversation(), draft));
  }

  void dropDraft(Which which) {
    change(which, conversation -> drafts.drop(which.store(), which.conversation()));
  }

  void await(Which which) {
    change(
        which,
        conversation -> {
          switch (conversation.handling().state()) {
            case OPEN, SNOOZED ->
                set(conversation, inState(conversation, Conversation.State.WAITING));
            case WAITING, CLOSED, SPAM -> {}
          }
        });
  }

  // ---- parts

  private void change(Which which, Consumer<Conversation> change) {
    workplace
        .transaction()
        .executeWithoutResult(status -> {
          change.accept(lock(which));
          workplace.touched().conversation(which.store(), which.conversation());
        });
  }

  private void set(Conversation conversation, Conversation.Handling handling) {
    rows.conversations().setHandling(conversation, handling);
  }

  private void event(Conversation conversation, Author by, Entry.Event event) {
    rows.messages().addEvent(conversation, by, event, workplace.clock().instant());
  }

  private void decideAll(Conversation conversation) {
    rows.messages().decide(conversation.store(), conversation.id(), new MessageId(Long.MAX_VALUE));
    rows.conversations().decided(conversation.store(), conversation.id(), "", false);
  }

  private static Conversation.Handling inState(
      Conversation conversation, Conversation.State state) {
    Conversation.Handling before = conversation.handling();
    return new Conversation.Handling(
        state, before.assignee(), before.escalated(), before.personHasIt());
  }
}
