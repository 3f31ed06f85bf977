package deskhand.conversations;

import deskhand.store.Task;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The settings and the tasks of this module.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConversationsSettings.class)
class ConversationsConfiguration {

  @Bean
  Task deliverMessage(Delivery delivery) {
    return new Task(Outbox.DELIVER, delivery::run);
  }

  @Bean
  Task wakeUp(Handling handling) {
    return new Task(Handling.WAKE_UP, handling::wakeUp);
  }

  @Bean
  Task readRawMail(RawMailReading reading) {
    return new Task(RawMails.READ, reading::run);
  }
}
