package deskhand.server.demo;

import deskhand.server.shop.ShopDay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/// The demo's own time: begins on the day on which its orders are true, runs, and can be moved on.
/// Goes on where the last demo on the same folder ended.
final class DemoClock extends Clock implements AutoCloseable {
  private final Path file;
  private volatile ShopDay running;

  DemoClock(Path data, Instant first) {
    this.file = data.resolve("demo-clock");
    this.running = new ShopDay(kept(file, first));
  }

  @Override
  public Instant instant() {
    return running.instant();
  }

  /// Moves the time; backwards only while the demo is being laid out.
  synchronized void moveTo(Instant time) {
    running = new ShopDay(time);
  }

  synchronized void moveOn(Duration by) {
    moveTo(instant().plus(by));
    keep();
  }

  void keep() {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, instant().toString());
    } catch (IOException broken) {
      throw new UncheckedIOException("the demo's time cannot be kept", broken);
    }
  }

  @Override
  public void close() {
    keep();
  }

  private static Instant kept(Path file, Instant first) {
    try {
      return Files.exists(file) ? Instant.parse(Files.readString(file).strip()) : first;
    } catch (IOException | DateTimeParseException unreadable) {
      return first;
    }
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new Elsewhere(other);
  }

  /// The same time, also after it was moved, told in another zone.
  private final class Elsewhere extends Clock {
    private final ZoneId zone;

    Elsewhere(ZoneId zone) {
      this.zone = zone;
    }

    @Override
    public Instant instant() {
      return DemoClock.this.instant();
    }

    @Override
    public ZoneId getZone() {
      return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
      return DemoClock.this.withZone(other);
    }
  }
}
