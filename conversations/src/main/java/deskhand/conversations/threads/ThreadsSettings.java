package deskhand.conversations.threads;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;

/// Settings under `deskhand.conversations` about how answers find back.
///
/// @param replyToken how long the tag of an address that answers go to is good
@ConfigurationProperties("deskhand.conversations")
record ThreadsSettings(@DefaultValue("30d") Duration replyToken) {
  ThreadsSettings {
    if (!replyToken.isPositive()) {
      throw new IllegalArgumentException("a duration must be positive");
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(ThreadsSettings.class)
  static class Known {}
}
