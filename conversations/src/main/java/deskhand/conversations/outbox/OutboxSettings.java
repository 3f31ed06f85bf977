package deskhand.conversations.outbox;

import deskhand.conversations.Purpose;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings under `deskhand.conversations` about what goes out.
@ConfigurationProperties("deskhand.conversations")
record OutboxSettings(@DefaultValue Delivery delivery, @DefaultValue Age age) {

  /// How messages are handed over.
  ///
  /// @param tries in all, where the other side says "not now"
  /// @param patience the wait before the second try; doubled each time, an hour at most
  record Delivery(@DefaultValue("12") int tries, @DefaultValue("30s") Duration patience) {
    Delivery {
      if (tries < 1 || tries > 100) {
        throw new IllegalArgumentException("tries: 1 to 100");
      }
      positive(patience);
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

  private static void positive(Duration duration) {
    if (duration.isZero() || duration.isNegative()) {
      throw new IllegalArgumentException("a duration must be positive");
    }
  }
}
