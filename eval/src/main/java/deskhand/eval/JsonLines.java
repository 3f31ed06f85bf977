package deskhand.eval;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Files with one JSON value a line.
final class JsonLines {
  static final JsonMapper JSON = JsonMapper.shared();

  private JsonLines() {}

  /// All values of a file; a broken line is bad input that names its number.
  static List<JsonNode> read(Path file) {
    List<JsonNode> values = new ArrayList<>();
    int number = 0;
    for (String line : lines(file)) {
      number++;
      if (!line.isBlank()) {
        try {
          values.add(JSON.readTree(line));
        } catch (JacksonException broken) {
          throw new BadInput(file + ", line " + number + ": " + broken.getOriginalMessage());
        }
      }
    }
    return values;
  }

  static String text(Path file) {
    return String.join("\n", lines(file));
  }

  static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException absent) {
      throw new BadInput(file + " cannot be read");
    }
  }

  /// Where the lines of `--out` go; nowhere if there is no such option.
  static Out out(Optional<Path> file) {
    try {
      return new Out(file.isPresent() ? Files.newBufferedWriter(file.get()) : null);
    } catch (IOException broken) {
      throw new BadInput(file.get() + " cannot be written");
    }
  }

  /// A file that is written line by line.
  static final class Out implements AutoCloseable {
    private final @Nullable BufferedWriter writer;

    private Out(@Nullable BufferedWriter writer) {
      this.writer = writer;
    }

    void line(Map<String, ?> value) {
      if (writer != null) {
        try {
          writer.write(JSON.writeValueAsString(value));
          writer.newLine();
        } catch (IOException broken) {
          throw new UncheckedIOException(broken);
        }
      }
    }

    @Override
    public void close() {
      try {
        if (writer != null) {
          writer.close();
        }
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }
}
