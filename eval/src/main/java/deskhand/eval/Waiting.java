package deskhand.eval;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Waits for a condition, with a bound.
final class Waiting {
  private static final long LOOK_MILLIS = 100;

  private Waiting() {}

  /// Whether the condition held within the time.
  static boolean until(Duration most, BooleanSupplier condition) {
    long end = System.nanoTime() + most.toNanos();
    while (System.nanoTime() < end) {
      if (condition.getAsBoolean()) {
        return true;
      }
      pause(Duration.ofMillis(LOOK_MILLIS));
    }
    return condition.getAsBoolean();
  }

  static void pause(Duration time) {
    try {
      TimeUnit.MILLISECONDS.sleep(time.toMillis());
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }
}
