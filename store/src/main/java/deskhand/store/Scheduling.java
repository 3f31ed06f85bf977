package deskhand.store;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks.TaskBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/// The one db-scheduler of this program, which knows every bean of type [Task].
///
/// Built here and not by the library's starter, whose defaults leave a killed replica's work for
/// half an hour.
@Configuration(proxyBeanMethods = false)
class Scheduling {
  private static final Logger log = LoggerFactory.getLogger(Scheduling.class);
  private static final int AT_ONCE = 16;
  private static final int MISSED_HEARTBEATS = 4;
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration SHUTDOWN = Duration.ofSeconds(10);
  private static final Duration LONGEST_PATIENCE = Duration.ofHours(1);

  @Bean(destroyMethod = "")
  Scheduler scheduler(
      DataSource database, List<Task> tasks, ObjectProvider<FailedTasks> failed, Clock clock) {
    List<com.github.kagkarlsson.scheduler.task.Task<?>> known =
        tasks.stream()
            .<com.github.kagkarlsson.scheduler.task.Task<?>>map(task -> known(task, failed, clock))
            .toList();
    return new OnOurClock(new TransactionAwareDataSourceProxy(database), known, clock)
        .threads(AT_ONCE)
        .executorService(Executors.newVirtualThreadPerTaskExecutor())
        .pollUsingLockAndFetch(0.5, 1.0)
        .pollingInterval(POLL)
        .heartbeatInterval(HEARTBEAT)
        .missedHeartbeatsLimit(MISSED_HEARTBEATS)
        .shutdownMaxWait(SHUTDOWN)
        .build();
  }

  /// Starts the scheduler when everything else stands, and stops it before anything else ends.
  @Bean
  SmartLifecycle schedulerLifecycle(Scheduler scheduler) {
    return new SmartLifecycle() {
      private volatile boolean running;

      @Override
      public void start() {
        scheduler.start();
        running = true;
      }

      @Override
      public void stop() {
        scheduler.stop();
        running = false;
      }

      @Override
      public boolean isRunning() {
        return running;
      }

      // A scheduler that was stopped does not start again.
      @Override
      public boolean isPauseable() {
        return false;
      }
    };
  }

  private static CustomTask<Void> known(
      Task task, ObjectProvider<FailedTasks> failed, Clock clock) {
    return new TaskBuilder<>(task.name(), Void.class)
        .onFailure((complete, operations) -> onFailure(task, failed, clock, complete, operations))
        .onDeadExecutionRevive()
        .execute(
            (instance, context) -> completion(task.work().run(Task.Key.parse(instance.getId()))));
  }

  private static CompletionHandler<Void> completion(Optional<Instant> again) {
    return (complete, operations) -> {
      if (again.isPresent()) {
        operations.reschedule(complete, again.get());
      } else {
        operations.remove();
      }
    };
  }

  private static void onFailure(
      Task task,
      ObjectProvider<FailedTasks> failed,
      Clock clock,
      ExecutionComplete complete,
      ExecutionOperations<Void> operations) {
    int tried = complete.getExecution().consecutiveFailures + 1;
    String key = complete.getExecution().taskInstance.getId();
    Throwable cause = complete.getCause().orElse(null);
    if (tried < task.tries()) {
      log.warn("task={} key={} failed, tried={}", task.name(), key, tried, cause);
      operations.reschedule(complete, clock.instant().plus(patience(task, tried)));
    } else {
      log.error("task={} key={} gave up, tried={}", task.name(), key, tried, cause);
      String reason = cause == null ? "unknown" : cause.getClass().getSimpleName();
      failed.getObject().record(task.name(), Task.Key.parse(key), reason);
      operations.remove();
    }
  }

  private static Duration patience(Task task, int tried) {
    Duration wait = task.patience().multipliedBy(1L << Math.min(tried - 1, 20));
    return wait.compareTo(LONGEST_PATIENCE) > 0 ? LONGEST_PATIENCE : wait;
  }

  /// The library lets only its own package and subclasses set the clock.
  private static final class OnOurClock extends SchedulerBuilder {
    OnOurClock(
        DataSource database,
        List<com.github.kagkarlsson.scheduler.task.Task<?>> tasks,
        Clock ours) {
      super(database, tasks);
      this.clock = ours::instant;
    }
  }
}
