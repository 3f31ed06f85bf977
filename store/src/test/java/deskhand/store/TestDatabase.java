package deskhand.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.DynamicPropertyRegistrar;

/// For tests of every module (`@Import(TestDatabase.class)`): one real PostgreSQL a JVM, not
/// synced, a new database and a new data folder for each Spring context.
@Configuration(proxyBeanMethods = false)
public class TestDatabase {
  private static final AtomicInteger COUNT = new AtomicInteger();

  @Bean
  DynamicPropertyRegistrar freshDatabase() {
    String url = create();
    Path data = temporaryFolder();
    return registry -> {
      registry.add("deskhand.database.url", () -> url);
      registry.add("deskhand.database.user", () -> "postgres");
      registry.add("deskhand.data", data::toString);
    };
  }

  /// The JDBC address of a new, empty database.
  public static String create() {
    String name = "test_" + COUNT.incrementAndGet();
    try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException broken) {
      throw new IllegalStateException("no test database", broken);
    }
    return Server.POSTGRES.getJdbcUrl("postgres", name);
  }

  private static Path temporaryFolder() {
    try {
      Path folder = Files.createTempDirectory("deskhand-test");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
      return folder;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// As far as nothing writes there any more.
  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException | UncheckedIOException left) {
      System.err.println("left behind: " + folder);
    }
  }

  private static final class Server {
    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setLocaleConfig("locale-provider", "builtin")
            .setLocaleConfig("builtin-locale", "C.UTF-8")
            .setLocaleConfig("locale", "C")
            .start();
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }
}
