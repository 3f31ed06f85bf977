package deskhand.triage.deciding;

import deskhand.conversations.ChannelKind;
import deskhand.conversations.MessageReceived;
import deskhand.store.Task;
import deskhand.store.Tasks;
import deskhand.triage.TriageSettings;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Schedules a decision in the transaction that stores the message: mail at once, chat after a
/// moment of quiet.
@Component
class TriageOnMessageReceived {
  private final Tasks tasks;
  private final TriageSettings settings;
  private final Clock clock;

  TriageOnMessageReceived(Tasks tasks, TriageSettings settings, Clock clock) {
    this.tasks = tasks;
    this.settings = settings;
    this.clock = clock;
  }

  @EventListener
  void schedule(MessageReceived received) {
    if (received.kind().isReport()) {
      return;
    }
    Instant now = clock.instant();
    Instant at =
        received.channel() == ChannelKind.CHAT ? now.plus(settings.waits().chatQuiet()) : now;
    Deciding.Cause cause = new Deciding.Cause(received.conversation(), received.message(), 0);
    tasks.schedule(Deciding.TASK, new Task.Key(received.store(), cause.subject()), at);
  }
}
