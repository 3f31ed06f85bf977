package deskhand.store;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Schedules tasks in the transaction that causes them: rolled back with it, and started at once
/// after its commit.
///
/// A key that is already scheduled, or running at this moment, is not scheduled a second time:
/// where each cause must lead to a run that begins after it, the cause (a message's id, say)
/// belongs into the key.
@Component
public class Tasks {
  private final ObjectProvider<Scheduler> scheduler;

  Tasks(ObjectProvider<Scheduler> scheduler) {
    this.scheduler = scheduler;
  }

  /// Schedules the task for that key; where it is already scheduled for later, it is moved to the
  /// earlier time.
  public void schedule(String task, Task.Key key, Instant at) {
    Scheduler client = scheduler.getObject();
    TaskInstance<Void> instance = new TaskInstance<>(task, key.toString());
    if (!client.scheduleIfNotExists(instance, at)) {
      client
          .getScheduledExecution(instance)
          .filter(found -> !found.isPicked() && found.getExecutionTime().isAfter(at))
          .ifPresent(found -> client.reschedule(instance, at));
    }
    wakeAfterCommit();
  }

  /// Takes a waiting task back; one that is running goes on.
  public void cancel(String task, Task.Key key) {
    TaskInstanceId instance = TaskInstanceId.of(task, key.toString());
    scheduler
        .getObject()
        .getScheduledExecution(instance)
        .filter(found -> !found.isPicked())
        .ifPresent(found -> scheduler.getObject().cancel(instance));
  }

  private void wakeAfterCommit() {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      scheduler.getObject().triggerCheckForDueExecutions();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            scheduler.getObject().triggerCheckForDueExecutions();
          }
        });
  }
}
