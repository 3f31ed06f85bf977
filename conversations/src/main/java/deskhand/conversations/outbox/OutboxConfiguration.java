package deskhand.conversations.outbox;

import deskhand.store.Task;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The settings of the outbox, and the task that delivers.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutboxSettings.class)
class OutboxConfiguration {

  @Bean
  Task deliverMessage(Delivery delivery) {
    return new Task(Outbox.DELIVER, delivery::run);
  }
}
