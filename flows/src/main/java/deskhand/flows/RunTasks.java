package deskhand.flows;

import deskhand.store.StoreId;
import deskhand.store.Task;
import deskhand.store.Tasks;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The tasks that take runs on.
///
/// Each run has one task that sleeps until it is time. What happens meanwhile has a task of its own
/// look once: the run's own may be at work in that very moment, with facts from before.
@Configuration(proxyBeanMethods = false)
class RunTasks {
  /// The key is the run's number.
  static final String GO_ON = "flow run";

  /// The key is the run's number and something unique.
  static final String LOOK = "flow run look";

  static Task.Key look(StoreId store, long run) {
    return new Task.Key(store, run + "/" + UUID.randomUUID());
  }

  @Bean
  Task flowRun(ObjectProvider<RunStep> steps) {
    return new Task(GO_ON, key -> steps.getObject().take(key.store(), key.number()).now());
  }

  @Bean
  Task flowRunLook(ObjectProvider<RunStep> steps, ObjectProvider<Tasks> tasks) {
    return new Task(
        LOOK,
        key -> {
          long run = Long.parseLong(key.subject().substring(0, key.subject().indexOf('/')));
          RunStep.Plan plan = steps.getObject().take(key.store(), run);
          plan.now()
              .ifPresent(
                  at -> tasks.getObject().schedule(GO_ON, Task.Key.of(key.store(), run), at));
          // The run's own task may be at work, and go to sleep until the time before.
          return plan.sooner();
        });
  }
}
