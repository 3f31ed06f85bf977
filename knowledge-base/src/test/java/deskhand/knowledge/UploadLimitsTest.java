package deskhand.knowledge;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KnowledgeTest
class UploadLimitsTest {
  @Autowired ArticleReader reader;
  @Autowired SentenceModel model;

  @Test
  void refusesBombsAndWhatIsNoText() throws IOException {
    assertThat(refused("a.md", new byte[Upload.MOST_BYTES + 1])).contains("larger than 5 MB");
    assertThat(refused("a.md", zip())).contains("an archive or an Office document");
    assertThat(refused("a.zip", zip())).contains("can't be read: give Markdown");
    assertThat(refused("a.txt", "%PDF-1.7 …")).contains("a PDF");
    assertThat(refused("a.txt", "before\u0000after")).contains("no text");
    assertThat(refused("a.txt", new byte[] {'c', 'a', 'f', (byte) 0xE9, '\n', 'x'}))
        .isEqualTo("The file is not in UTF-8 (see line 1). Save it as UTF-8 and give it again.");
    assertThat(refused("a.txt", "")).isEqualTo("The file is empty.");
    assertThat(refused("a.txt", " \n ")).isEqualTo("The file is empty.");
    assertThat(refused("a.md", "# Only a heading\n")).contains("no text");
    assertThat(refused("x".repeat(300) + ".md", "text")).contains("longer than 200");
    assertThat(refused(".md", "text")).isEqualTo("The file has no name.");
    assertThat(refused("a.md", "|a|b|\n|---|---|\n" + "|1|2|\n".repeat(2_500)))
        .contains("2000 rows");
    assertThat(refused("a.html", "<table>" + "<tr><td>1".repeat(2_500))).contains("2000 rows");
    assertThat(refused("a.html", "<table><tr>" + "<td colspan=1000>1".repeat(9)))
        .contains("50 columns");
    assertThat(refused("a.csv", "question,answer\n" + "q?,a\n".repeat(2_500)))
        .contains("2000 rows");
    assertThat(refused("a.md", "> ".repeat(500) + "deep")).contains("nested deeper");
    assertThat(refused("a.html", "<div>".repeat(5_000) + "deep")).contains("nested deeper");
  }

  @Test
  void readsUtf16WithItsMark() {
    byte[] text = "\uFEFFGrüße aus Köln.".getBytes(UTF_16LE);
    assertThat(parts(reader.read(new Upload("a.txt", text), Locale.GERMAN)).getFirst().text())
        .isEqualTo("Grüße aus Köln.");
  }

  @Test
  void hostileMarkupEndsSoon() {
    for (String bomb :
        List.of(
            "[".repeat(10_000),
            "![[](".repeat(5_000),
            "*a **a ".repeat(5_000),
            "`".repeat(10_000) + "x",
            "<".repeat(10_000),
            "- ".repeat(5_000),
            "[a]: ".repeat(5_000),
            "&".repeat(10_000),
            "|".repeat(10_000) + "\n" + "|-".repeat(5_000),
            "\\".repeat(10_001))) {
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(60),
          () -> {
            reader.read(new Upload("a.md", bomb.getBytes(UTF_8)), Locale.ENGLISH);
            reader.read(new Upload("a.html", bomb.getBytes(UTF_8)), Locale.ENGLISH);
            reader.read(new Upload("a.txt", bomb.getBytes(UTF_8)), Locale.ENGLISH);
            reader.read(new Upload("a.csv", bomb.getBytes(UTF_8)), Locale.ENGLISH);
          });
    }
  }

  @Test
  void whateverAFileHoldsTheAnswerIsADraftOrAReason() {
    Random random = new Random(7);
    String[] bits = {
      "---\n", "title: ", "# ", "\n\n", "| a | b |\n", "|---|---|\n", "- ", "1. ", "**", "?", "<p>",
      "</td><table>", "\"", ";", ",", "question,answer\n", "é€😀", "\t", "> ", "```\n", "[x](y)",
          "text. ",
    };
    for (int i = 0; i < 400; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(60); n >= 0; n--) {
        text.append(bits[random.nextInt(bits.length)]);
      }
      for (String ending : List.of("md", "html", "txt", "csv")) {
        Reading reading =
            reader.read(new Upload("f." + ending, text.toString().getBytes(UTF_8)), Locale.ENGLISH);
        if (reading instanceof Reading.Read(Draft draft)) {
          assertThat(draft.parts())
              .isNotEmpty()
              .allSatisfy(part -> assertThat(part.text()).isNotBlank());
        }
      }
    }
  }

  @Test
  void splitsLongSectionsAndLosesNothing() {
    StringBuilder text = new StringBuilder("# Long\n\n");
    for (int i = 0; i < 300; i++) {
      text.append("Rule number ").append(i).append(" says that parcels are never thrown away. ");
    }
    Draft draft = read("long.md", text.toString());
    assertThat(draft.parts()).hasSizeGreaterThan(5);
    assertThat(draft.parts().stream().mapToInt(part -> part.sentences().size()).sum())
        .isEqualTo(300);
    assertThat(draft.texts())
        .allSatisfy(
            passage -> assertThat(model.tokens(passage)).isLessThanOrEqualTo(model.window()));
    Draft endless = read("endless.txt", "word ".repeat(3_000) + "x".repeat(20_000));
    assertThat(endless.texts())
        .allSatisfy(
            passage -> assertThat(model.tokens(passage)).isLessThanOrEqualTo(model.window()));
    assertThat(
            String.join("", endless.parts().stream().map(Draft.Part::text).toList())
                .replace(" ", ""))
        .isEqualTo("word".repeat(3_000) + "x".repeat(20_000));
  }

  private Draft read(String name, String text) {
    return switch (reader.read(new Upload(name, text.getBytes(UTF_8)), Locale.ENGLISH)) {
      case Reading.Read(Draft draft) -> draft;
      case Reading.Unreadable(String reason) -> throw new AssertionError(reason);
    };
  }

  private static List<Draft.Part> parts(Reading reading) {
    return switch (reading) {
      case Reading.Read(Draft draft) -> draft.parts();
      case Reading.Unreadable(String reason) -> throw new AssertionError(reason);
    };
  }

  private String refused(String name, String text) {
    return refused(name, text.getBytes(UTF_8));
  }

  private String refused(String name, byte[] content) {
    return switch (reader.read(new Upload(name, content), Locale.ENGLISH)) {
      case Reading.Read(Draft draft) -> throw new AssertionError("read: " + draft);
      case Reading.Unreadable(String reason) -> reason;
    };
  }

  private static byte[] zip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("nested.zip"));
      zip.write(new byte[100_000]);
    }
    return bytes.toByteArray();
  }
}
