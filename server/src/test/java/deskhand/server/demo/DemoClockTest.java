package deskhand.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoClockTest {
  private static final Instant FIRST = Instant.parse("2026-06-15T10:00:00Z");
  private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");

  @Test
  void inAnotherZoneItMovesToo(@TempDir Path data) {
    DemoClock clock = new DemoClock(data, FIRST);
    Clock lisbon = clock.withZone(LISBON);
    clock.moveOn(Duration.ofDays(3));
    assertThat(lisbon.getZone()).isEqualTo(LISBON);
    assertThat(lisbon.instant()).isBetween(FIRST.plus(Duration.ofDays(3)), clock.instant());
  }

  @Test
  void goesOnWhereTheLastOneEnded(@TempDir Path data) {
    try (DemoClock clock = new DemoClock(data, FIRST)) {
      clock.moveOn(Duration.ofDays(2));
    }
    assertThat(new DemoClock(data, FIRST).instant()).isAfter(FIRST.plus(Duration.ofDays(2)));
  }
}
