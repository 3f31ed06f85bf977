package deskhand.server.demo;

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
  private final ZoneId zone = ZoneOffset.UTC;
  private volatile Instant base;
  private volatile long basedAt;

  DemoClock(Path data, Instant first) {
    this.file = data.resolve("demo-clock");
    this.base = kept(file, first);
    this.basedAt = System.nanoTime();
  }

  @Override
  public Instant instant() {
    return base.plusNanos(System.nanoTime() - basedAt);
  }

  /// Moves the time; backwards only while the demo is being laid out.
  synchronized void moveTo(Instant time) {
    base = time;
    basedAt = System.nanoTime();
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
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    if (other.equals(zone)) {
      return this;
    }
    throw new UnsupportedOperationException("the demo's time is asked for in UTC alone");
  }
}
