package deskhand.eval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/// The product without its pages, on a private database.
final class Program implements AutoCloseable {
  private final Path folder;
  private final boolean temporary;
  private final ConfigurableApplicationContext context;

  @SpringBootApplication(
      scanBasePackages = {
        "deskhand.store",
        "deskhand.conversations",
        "deskhand.knowledge",
        "deskhand.orders",
        "deskhand.triage",
        "deskhand.flows",
        "deskhand.eval"
      },
      nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
  static class Application {}

  /// In a temporary folder that goes with it.
  Program() {
    this(temporaryFolder(), true);
  }

  /// In a folder that stays, with every commit synced.
  Program(Path folder) {
    this(folder, false);
  }

  private Program(Path folder, boolean temporary) {
    this.folder = folder;
    this.temporary = temporary;
    this.context =
        new SpringApplicationBuilder(Application.class)
            .web(WebApplicationType.NONE)
            .bannerMode(Banner.Mode.OFF)
            .logStartupInfo(false)
            .run(
                "--deskhand.data=" + folder,
                "--deskhand.database.durable=" + !temporary,
                "--spring.thymeleaf.check-template-location=false",
                // The tables of the pages are not its own.
                "--spring.flyway.ignore-migration-patterns=*:missing,*:future",
                "--logging.level.root=WARN",
                // A machine without a graphics card, and a JVM without the incubating vectors, are
                // well.
                "--logging.level.ai.djl=ERROR",
                "--logging.level.org.flywaydb.core.internal.command.DbMigrate=ERROR",
                // Its clients are killed; it says so at length.
                "--logging.level.com.icegreen=OFF",
                "--logging.level.org.apache.lucene=ERROR");
  }

  <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
    if (temporary) {
      delete(folder);
    }
  }

  static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("deskhand-eval");
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
