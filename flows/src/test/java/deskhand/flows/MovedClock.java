package deskhand.flows;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/// Runs from where it was moved to (the scheduler would not poll while it stands still).
final class MovedClock extends Clock {
  private volatile Instant base = Instant.parse("2026-06-15T10:00:00Z");
  private volatile long basedAt = System.nanoTime();

  void moveTo(Instant later) {
    base = later;
    basedAt = System.nanoTime();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  @Override
  public Instant instant() {
    return base.plusNanos(System.nanoTime() - basedAt).truncatedTo(ChronoUnit.MICROS);
  }
}
