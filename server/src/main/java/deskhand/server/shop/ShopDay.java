package deskhand.server.shop;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// The day on which a shop folder is true: begins at its `now`, and runs.
public final class ShopDay extends Clock {
  private final Instant begin;
  private final long begunAt;
  private final ZoneId zone;

  public ShopDay(Instant begin) {
    this(begin, System.nanoTime(), ZoneOffset.UTC);
  }

  private ShopDay(Instant begin, long begunAt, ZoneId zone) {
    this.begin = begin;
    this.begunAt = begunAt;
    this.zone = zone;
  }

  @Override
  public Instant instant() {
    return begin.plusNanos(System.nanoTime() - begunAt);
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new ShopDay(begin, begunAt, other);
  }
}
