package deskhand.triage.deciding;

import deskhand.store.Task;
import deskhand.triage.TriageSettings;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The settings and the task of this module.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TriageSettings.class)
class TriageConfiguration {
  private static final int TRIES = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /// Asks for its work late: the work needs the scheduler, which needs all tasks.
  @Bean
  Task triageTask(ObjectProvider<Deciding> deciding) {
    return new Task(Deciding.TASK, TRIES, PATIENCE, key -> deciding.getObject().run(key));
  }
}
