package deskhand.server;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings under `deskhand.inbox`.
///
/// @param undo how long a reply waits before it goes, so that it can be taken back
@ConfigurationProperties("deskhand.inbox")
public record InboxSettings(@DefaultValue("6s") Duration undo) {
  public InboxSettings {
    if (undo.isNegative() || undo.compareTo(Duration.ofMinutes(5)) > 0) {
      throw new IllegalArgumentException("deskhand.inbox.undo is between 0s and 5m");
    }
  }
}
