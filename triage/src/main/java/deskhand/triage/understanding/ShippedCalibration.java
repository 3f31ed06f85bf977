package deskhand.triage.understanding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/// How far the classifier of the shipped examples can be believed: learnt by cross-validation when
/// the examples were written, because that takes as long as learning four times.
final class ShippedCalibration {
  /// One number a line; made by `ShippedTest` when it is asked to.
  static final String RESOURCE = "/deskhand/triage/understanding/calibration.txt";

  private ShippedCalibration() {}

  static Calibration read() {
    try (InputStream in = ShippedCalibration.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is absent");
      }
      return Calibration.of(
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank())
              .map(Double::valueOf)
              .toList());
    } catch (IOException broken) {
      throw new UncheckedIOException(RESOURCE + " cannot be read", broken);
    }
  }

  static String text(Calibration calibration) {
    return calibration.numbers().stream()
        .map(String::valueOf)
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
