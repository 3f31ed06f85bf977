package deskhand;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What no compiler sees: SQL that reads the database's clock, migrations that share a version,
/// rows without a store.
class SourcesTest {
  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern CLOCK =
      Pattern.compile(
          "\\b(now\\(\\)|current_timestamp|current_date|localtimestamp|clock_timestamp|statement_timestamp)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TEXT_BLOCK = Pattern.compile("\"\"\"(.*?)\"\"\"", Pattern.DOTALL);
  private static final Pattern TABLE =
      Pattern.compile("create table (\\w+) \\((.*?)\\n\\);", Pattern.DOTALL);

  /// The scheduler's, the sessions' and the log-ins' own tables, which belong to no store.
  private static final List<String> WITHOUT_STORE =
      List.of(
          "scheduled_tasks",
          "spring_session",
          "spring_session_attributes",
          "users",
          "one_time_links",
          "login_attempts");

  @Test
  void sqlNeverReadsTheDatabasesClock() {
    List<String> found = new ArrayList<>();
    for (Path file : files("/src/main/", ".java")) {
      Matcher block = TEXT_BLOCK.matcher(text(file));
      while (block.find()) {
        if (CLOCK.matcher(block.group(1)).find()) {
          found.add(file.toString());
        }
      }
    }
    for (Path file : files("/src/main/", ".sql")) {
      if (CLOCK.matcher(text(file)).find()) {
        found.add(file.toString());
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void migrationsHaveVersionsOfTheirOwn() {
    List<String> versions =
        files("/db/migration/", ".sql").stream()
            .map(file -> file.getFileName().toString().replaceAll("__.*", ""))
            .toList();
    assertThat(versions).isNotEmpty().doesNotHaveDuplicates();
    assertThat(versions).allMatch(version -> version.matches("V\\d{12}"));
  }

  @Test
  void everyTableNamesItsStore() {
    List<String> without = new ArrayList<>();
    for (Path file : files("/db/migration/", ".sql")) {
      Matcher table = TABLE.matcher(text(file));
      while (table.find()) {
        if (!table.group(2).contains("store_id") && !WITHOUT_STORE.contains(table.group(1))) {
          without.add(table.group(1));
        }
      }
    }
    assertThat(without).isEmpty();
  }

  private static List<Path> files(String within, String ending) {
    try (Stream<Path> all = Files.walk(HOME)) {
      return all.filter(file -> file.toString().contains(within))
          .filter(file -> !file.toString().contains("/target/"))
          .filter(file -> file.toString().endsWith(ending))
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
