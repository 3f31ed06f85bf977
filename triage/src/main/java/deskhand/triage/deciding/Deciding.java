package deskhand.triage.deciding;

import deskhand.conversations.ChannelKind;
import deskhand.conversations.Conversation;
import deskhand.conversations.ConversationId;
import deskhand.conversations.Conversations;
import deskhand.conversations.Message;
import deskhand.conversations.MessageId;
import deskhand.store.Store;
import deskhand.store.StoreMode;
import deskhand.store.Stores;
import deskhand.store.Task;
import deskhand.triage.Case;
import deskhand.triage.Decision;
import deskhand.triage.Triage;
import deskhand.triage.TriageSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The task `triage`: decides about the undecided messages of a conversation outside any
/// transaction, and applies the decision in one short one, unless a newer message came meanwhile.
@Component
class Deciding {
  static final String TASK = "triage";

  /// After this long a conversation is decided about even if its customer goes on writing.
  private static final int MOST_PATIENCE = 3;

  private static final Duration SOON = Duration.ofMillis(200);
  private static final int MOST_AGAIN = 3;

  private final Conversations conversations;
  private final Stores stores;
  private final CaseReading cases;
  private final Triage triage;
  private final Applying applying;
  private final DecisionsTable decisions;
  private final TransactionTemplate transaction;
  private final TriageSettings settings;
  private final Clock clock;

  Deciding(Reads reads, Triage triage, Applying applying, Writes writes, Clock clock) {
    this.conversations = reads.conversations();
    this.stores = reads.stores();
    this.cases = reads.cases();
    this.triage = triage;
    this.applying = applying;
    this.decisions = writes.decisions();
    this.transaction = writes.transaction();
    this.settings = reads.settings();
    this.clock = clock;
  }

  /// What is read for a decision.
  @Component
  record Reads(
      Conversations conversations, Stores stores, CaseReading cases, TriageSettings settings) {}

  /// What a decision is written with.
  @Component
  record Writes(DecisionsTable decisions, TransactionTemplate transaction) {}

  /// The cause of a run, as the task's key spells it.
  ///
  /// @param again the decision whose message was refused at the door; 0 for a new message
  record Cause(ConversationId conversation, MessageId message, long again) {
    String subject() {
      return conversation.value() + ":" + message.value() + ":" + again;
    }

    static Cause parse(String subject) {
      String[] parts = subject.split(":", -1);
      return new Cause(
          new ConversationId(Long.parseLong(parts[0])),
          new MessageId(Long.parseLong(parts[1])),
          Long.parseLong(parts[2]));
    }
  }

  /// Answers when to run again, or empty when it is done.
  Optional<Instant> run(Task.Key key) {
    Store store = stores.get(key.store());
    Cause cause = Cause.parse(key.subject());
    Optional<Conversation> found = conversations.find(store.id(), cause.conversation());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    List<Message> messages = messages(store, found.get(), cause);
    if (messages.isEmpty() || waitsForMore(found.get(), messages, cause)) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    if (store.mode() == StoreMode.OFF) {
      transaction.executeWithoutResult(status -> {
        conversations.lock(store.id(), cause.conversation());
        applying.leaveToPeople(store, cause.conversation(), messages);
      });
      return Optional.empty();
    }
    Case given = cases.read(store, found.get(), messages, now);
    Decision decision = triage.decide(given);
    boolean applied =
        Boolean.TRUE.equals(
            transaction.execute(status -> apply(store, given, messages, cause, decision)));
    return applied ? Optional.empty() : Optional.of(clock.instant().plus(SOON));
  }

  private List<Message> messages(Store store, Conversation conversation, Cause cause) {
    List<Message> undecided = conversations.undecided(store.id(), conversation.id());
    if (cause.again() == 0 || !undecided.isEmpty()) {
      return undecided;
    }
    return decisions.find(store.id(), cause.again()).stream()
        .flatMap(decided -> decided.about().stream())
        .map(message -> conversations.message(store.id(), message))
        .flatMap(Optional::stream)
        .toList();
  }

  /// A later message of a chat has a run of its own, which will find this one too.
  private boolean waitsForMore(Conversation conversation, List<Message> messages, Cause cause) {
    if (conversation.party().channel() != ChannelKind.CHAT
        || cause.again() != 0
        || messages.getLast().id().equals(cause.message())) {
      return false;
    }
    Instant oldest = messages.getFirst().at();
    return clock.instant().isBefore(oldest.plus(settings.waits().chatLongest()));
  }

  /// False where the conversation is not any more what was decided about.
  private boolean apply(
      Store store, Case given, List<Message> messages, Cause cause, Decision decision) {
    Conversation locked = conversations.lock(store.id(), cause.conversation());
    List<MessageId> decidedAbout = messages.stream().map(Message::id).toList();
    List<MessageId> undecided =
        conversations.undecided(store.id(), cause.conversation()).stream()
            .map(Message::id)
            .toList();
    boolean taken = locked.handling().personHasIt() != given.standing().personHasIt();
    if (taken) {
      return false;
    }
    if (cause.again() == 0) {
      if (undecided.isEmpty() || !undecided.getFirst().equals(decidedAbout.getFirst())) {
        return true;
      }
      boolean newer = undecided.size() != decidedAbout.size();
      Duration patience = settings.waits().chatLongest().multipliedBy(MOST_PATIENCE);
      if (newer && clock.instant().isBefore(messages.getFirst().at().plus(patience))) {
        return false;
      }
    } else if (!undecided.isEmpty() && !undecided.equals(decidedAbout)) {
      return true;
    }
    int times = decisions.times(store.id(), cause.conversation(), decidedAbout.getLast());
    applying.apply(given, cause.conversation(), messages, decision, times >= MOST_AGAIN);
    return true;
  }
}
