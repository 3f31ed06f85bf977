package deskhand.triage.deciding;

import deskhand.conversations.Conversations;
import deskhand.conversations.Entry;
import deskhand.conversations.MessageRefused;
import deskhand.store.Task;
import deskhand.store.Tasks;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Has it decided anew where the evidence of an answer changed before it went out.
@Component
class TriageOnMessageRefused {
  private static final Set<String> OURS = Set.of(EvidenceRule.NAME, IdentityRule.NAME);

  private final ObjectProvider<Conversations> conversations;
  private final DecisionsTable decisions;
  private final Tasks tasks;
  private final Clock clock;

  TriageOnMessageRefused(
      ObjectProvider<Conversations> conversations,
      DecisionsTable decisions,
      Tasks tasks,
      Clock clock) {
    this.conversations = conversations;
    this.decisions = decisions;
    this.tasks = tasks;
    this.clock = clock;
  }

  @EventListener
  void decideAgain(MessageRefused refused) {
    if (!OURS.contains(refused.rule()) || refused.conversation().isEmpty()) {
      return;
    }
    Optional<Long> decision =
        conversations
            .getObject()
            .message(refused.store(), refused.message())
            .filter(message -> message.entry() instanceof Entry.Outgoing)
            .map(message -> ((Entry.Outgoing) message.entry()).key())
            .flatMap(DecisionsTable::decisionOf);
    decision
        .flatMap(id -> decisions.find(refused.store(), id))
        .ifPresent(decided -> {
          Deciding.Cause cause =
              new Deciding.Cause(
                  refused.conversation().get(), decided.about().getLast(), decided.id());
          tasks.schedule(
              Deciding.TASK, new Task.Key(refused.store(), cause.subject()), clock.instant());
        });
  }
}
