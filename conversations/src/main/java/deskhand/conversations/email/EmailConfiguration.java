package deskhand.conversations.email;

import deskhand.conversations.MailboxProbe;
import deskhand.conversations.Mailboxes;
import deskhand.conversations.RawMails;
import deskhand.store.Stores;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The ways in and out, unless `deskhand.conversations.email.enabled` is false.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EmailSettings.class)
@ConditionalOnProperty(
    name = "deskhand.conversations.email.enabled",
    havingValue = "true",
    matchIfMissing = true)
class EmailConfiguration {

  @Bean
  EmailChannel emailChannel(
      Mailboxes mailboxes, Stores stores, EmailSettings settings, Clock clock) {
    return new EmailChannel(mailboxes, stores, settings, clock);
  }

  @Bean
  MailboxProbe mailboxProbe(EmailSettings settings) {
    return new ImapProbe(settings.patience());
  }

  @Bean
  ImapPolling imapPolling(Mailboxes mailboxes, RawMails mails, EmailSettings settings) {
    return new ImapPolling(mailboxes, mails, settings);
  }
}
