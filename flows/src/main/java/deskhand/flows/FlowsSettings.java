package deskhand.flows;

import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings under `deskhand.flows`.
///
/// @param quietFrom from when on no flow sends, in the store's zone
/// @param quietUntil from when on flows send again
@ConfigurationProperties("deskhand.flows")
record FlowsSettings(
    @DefaultValue("21:00") LocalTime quietFrom, @DefaultValue("08:00") LocalTime quietUntil) {
  FlowsSettings {
    if (quietFrom.equals(quietUntil)) {
      throw new IllegalArgumentException("quiet hours may not last the whole day");
    }
  }

  QuietHours quietHours() {
    return new QuietHours(quietFrom, quietUntil);
  }
}
