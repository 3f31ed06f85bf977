package deskhand.conversations.chat;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;

/// Settings under `deskhand.conversations.chat`.
///
/// @param starts chats that one network address may begin in an hour
/// @param messages that one visitor may write in a minute
/// @param network messages that one network address may write in a minute
/// @param forms that one network address may send in an hour
/// @param token how long a visitor who says nothing is remembered
@ConfigurationProperties("deskhand.conversations.chat")
record ChatSettings(
    @DefaultValue("30") int starts,
    @DefaultValue("20") int messages,
    @DefaultValue("60") int network,
    @DefaultValue("20") int forms,
    @DefaultValue("30d") Duration token) {
  ChatSettings {
    if (starts < 1 || messages < 1 || network < 1 || forms < 1 || !token.isPositive()) {
      throw new IllegalArgumentException("the limits of the chat must be positive");
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(ChatSettings.class)
  static class Known {}
}
