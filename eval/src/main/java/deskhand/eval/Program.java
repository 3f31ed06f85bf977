package deskhand.eval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// The product without its pages, on a private database in a temporary folder that goes with it.
final class Program implements AutoCloseable {
  private final Path folder;
  private final ConfigurableApplicationContext context;

  @SpringBootApplication(scanBasePackages = "deskhand")
  static class Application {}

  Program() {
    try {
      folder = Files.createTempDirectory("deskhand-eval");
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    context =
        new SpringApplicationBuilder(Application.class)
            .web(WebApplicationType.NONE)
            .logStartupInfo(false)
            .run(
                "--deskhand.data=" + folder,
                "--deskhand.database.durable=false",
                "--logging.level.root=WARN");
  }

  <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
