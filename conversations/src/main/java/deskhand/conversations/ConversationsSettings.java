package deskhand.conversations;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings under `deskhand.conversations`.
@ConfigurationProperties("deskhand.conversations")
record ConversationsSettings(
    @DefaultValue Delivery delivery,
    @DefaultValue Age age,
    @DefaultValue Budget budget,
    @DefaultValue("30d") Duration replyToken,
    @DefaultValue("7d") Duration waitingCounts) {
  ConversationsSettings {
    positive(replyToken);
    positive(waitingCounts);
  }

  /// How messages are handed over.
  ///
  /// @param tries in all, where the other side says "not now"
  /// @param patience the wait before the second try; doubled each time, an hour at most
  /// @param heldLook how long a held-back message waits at most before it looks again whether the
  ///   stop was lifted
  record Delivery(
      @DefaultValue("12") int tries,
      @DefaultValue("30s") Duration patience,
      @DefaultValue("15s") Duration heldLook) {
    Delivery {
      if (tries < 1 || tries > 100) {
        throw new IllegalArgumentException("tries: 1 to 100");
      }
      positive(patience);
      positive(heldLook);
    }
  }

  /// How old an automatic message may become before it is too late to send it. What a person wrote
  /// is never too late.
  record Age(
      @DefaultValue("6h") Duration reply,
      @DefaultValue("24h") Duration transactional,
      @DefaultValue("72h") Duration feedback,
      @DefaultValue("12h") Duration marketing) {
    Age {
      positive(reply);
      positive(transactional);
      positive(feedback);
      positive(marketing);
    }

    Duration of(Purpose purpose) {
      return switch (purpose) {
        case REPLY, NOTICE -> reply;
        case TRANSACTIONAL, STAFF, SUPPLIER -> transactional;
        case FEEDBACK -> feedback;
        case MARKETING -> marketing;
      };
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

  private static void positive(Duration duration) {
    if (duration.isZero() || duration.isNegative()) {
      throw new IllegalArgumentException("a duration must be positive");
    }
  }
}
