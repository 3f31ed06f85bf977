package deskhand.conversations.rules;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;

/// Settings under `deskhand.conversations` about this module's own rules.
@ConfigurationProperties("deskhand.conversations")
record RulesSettings(@DefaultValue Delivery delivery, @DefaultValue Budget budget) {

  /// What the rules ask of a delivery.
  ///
  /// @param heldLook how long a held-back message waits at most before it looks again whether the
  ///   stop was lifted
  record Delivery(@DefaultValue("15s") Duration heldLook) {
    Delivery {
      if (!heldLook.isPositive()) {
        throw new IllegalArgumentException("a duration must be positive");
      }
    }
  }

  /// How many messages the assistant may write by itself. Beyond it, a person looks.
  ///
  /// @param unproven replies by mail in one conversation and 24 hours, to a sender who has proven
  ///   nothing: two programs that answer each other stop after so many
  /// @param proven the same, to a proven sender
  /// @param form replies in 24 hours to an address that somebody wrote into a contact form
  /// @param chat replies in one chat and hour
  /// @param address replies to one address and 24 hours
  /// @param domain replies to one domain and hour
  /// @param store replies of a store in an hour
  /// @param alike messages of one body, from or to one address, that are answered or sent in 24
  ///   hours
  /// @param quick a mail that arrives so soon after ours was written by a program
  record Budget(
      @DefaultValue("2") int unproven,
      @DefaultValue("4") int proven,
      @DefaultValue("1") int form,
      @DefaultValue("40") int chat,
      @DefaultValue("8") int address,
      @DefaultValue("100") int domain,
      @DefaultValue("1000") int store,
      @DefaultValue("2") int alike,
      @DefaultValue("15s") Duration quick) {}

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(RulesSettings.class)
  static class Known {}
}
