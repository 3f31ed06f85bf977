package deskhand.triage.language;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The module's text files: an entry a line, `#` starts a comment.
final class Resource {
  private Resource() {}

  /// @param name of the file among the module's resources, without its ending
  static List<String> lines(String name) {
    String file = "/deskhand/triage/" + name + ".txt";
    try (InputStream in = requireNonNull(Resource.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(file + " cannot be read", broken);
    }
  }
}
