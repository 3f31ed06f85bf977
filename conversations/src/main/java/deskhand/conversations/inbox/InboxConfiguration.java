package deskhand.conversations.inbox;

import deskhand.store.Task;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The task that ends a snooze.
@Configuration(proxyBeanMethods = false)
class InboxConfiguration {

  @Bean
  Task wakeUp(Handling handling) {
    return new Task(Handling.WAKE_UP, handling::wakeUp);
  }
}
