package deskhand.conversations.receiving;

import deskhand.conversations.mailboxes.RawMailsTable;
import deskhand.store.Task;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The task that reads a mail.
@Configuration(proxyBeanMethods = false)
class ReceivingConfiguration {

  @Bean
  Task readRawMail(RawMailReading reading) {
    return new Task(RawMailsTable.READ, reading::run);
  }
}
