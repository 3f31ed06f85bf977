package deskhand.conversations.inbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;

/// Settings under `deskhand.conversations` about the lists.
///
/// @param waitingCounts how long a conversation that waits for its customer counts as open
@ConfigurationProperties("deskhand.conversations")
record ListSettings(@DefaultValue("7d") Duration waitingCounts) {
  ListSettings {
    if (!waitingCounts.isPositive()) {
      throw new IllegalArgumentException("a duration must be positive");
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(ListSettings.class)
  static class Known {}
}
