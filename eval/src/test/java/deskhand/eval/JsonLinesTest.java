package deskhand.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesTest {
  @TempDir Path folder;

  @Test
  void whatIsWrittenIsReadAgain() {
    Path file = folder.resolve("out.jsonl");
    try (JsonLines.Out out = JsonLines.out(Optional.of(file))) {
      out.line(Map.of("text", "two\nlines, ünïcode \u2028"));
      out.line(Map.of("text", ""));
    }
    assertThat(JsonLines.read(file))
        .extracting(line -> line.path("text").asString())
        .containsExactly("two\nlines, ünïcode \u2028", "");
  }

  @Test
  void aBrokenLineIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("broken.jsonl"), "{}\n\n{\"a\": \n");
    assertThatThrownBy(() -> JsonLines.read(file))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("broken.jsonl, line 3");
  }

  @Test
  void anAbsentFileIsNamed() {
    assertThatThrownBy(() -> JsonLines.read(folder.resolve("absent.jsonl")))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("absent.jsonl");
  }
}
