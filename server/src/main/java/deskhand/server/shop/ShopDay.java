package deskhand.server.shop;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// The day on which a shop folder is true: begins at its `now`, and runs.
public final class ShopDay extends Clock {
  private final Instant begin;
  private final long begunAt = System.nanoTime();

  public ShopDay(Instant begin) {
    this.begin = begin;
  }

  @Override
  public Instant instant() {
    return begin.plusNanos(System.nanoTime() - begunAt);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId other) {
    if (other.equals(getZone())) {
      return this;
    }
    throw new UnsupportedOperationException("a shop's day is asked for in UTC alone");
  }
}
