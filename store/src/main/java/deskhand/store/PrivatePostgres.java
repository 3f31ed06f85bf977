package deskhand.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A PostgreSQL of our own in the data folder: loopback only, a generated password (SCRAM), every
/// commit synced.
///
/// The library that starts it is made for tests; its defaults (no sync, no password) are all
/// overridden here.
final class PrivatePostgres implements AutoCloseable {
  static final String USER = "postgres";
  private static final Logger log = LoggerFactory.getLogger(PrivatePostgres.class);
  private static final Duration STARTUP = Duration.ofSeconds(60);
  private static final Duration LEFTOVER_END = Duration.ofSeconds(30);
  private static final int CONNECTIONS = 100;

  private final EmbeddedPostgres server;
  private final String password;

  private PrivatePostgres(EmbeddedPostgres server, String password) {
    this.server = server;
    this.password = password;
  }

  static PrivatePostgres start(Path folder, boolean durable) {
    try {
      Path cluster = folder.resolve("postgres");
      endLeftover(cluster);
      String password = password(folder.resolve("postgres.password"));
      String sync = durable ? "on" : "off";
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setDataDirectory(cluster)
              .setOverrideWorkingDirectory(folder.resolve("postgres-program").toFile())
              .setCleanDataDirectory(false)
              .setRegisterShutdownHook(false)
              .setPGStartupWait(STARTUP)
              .setLocaleConfig("locale-provider", "builtin")
              .setLocaleConfig("builtin-locale", "C.UTF-8")
              .setLocaleConfig("locale", "C")
              .setLocaleConfig("auth", "scram-sha-256")
              .setLocaleConfig("pwfile", folder.resolve("postgres.password").toString())
              .setConnectConfig("password", password)
              .setServerConfig("listen_addresses", "127.0.0.1")
              .setServerConfig("unix_socket_directories", "")
              .setServerConfig("fsync", sync)
              .setServerConfig("synchronous_commit", sync)
              .setServerConfig("max_connections", Integer.toString(CONNECTIONS))
              .start();
      PrivatePostgres started = new PrivatePostgres(server, password);
      started.checkSync(sync);
      return started;
    } catch (IOException broken) {
      throw new UncheckedIOException(
          "the private PostgreSQL in " + folder + " does not start", broken);
    }
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
  }

  String password() {
    return password;
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private void checkSync(String expected) {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show fsync")) {
      if (!row.next() || !row.getString(1).equals(expected)) {
        throw new IllegalStateException("PostgreSQL does not sync as asked");
      }
    } catch (SQLException broken) {
      throw new IllegalStateException("PostgreSQL started, but does not answer", broken);
    }
  }

  /// A program that was killed leaves its PostgreSQL running; its process is named in
  /// `postmaster.pid`.
  private static void endLeftover(Path cluster) throws IOException {
    Path pidFile = cluster.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    Optional<String> first = Files.readAllLines(pidFile).stream().findFirst();
    Optional<ProcessHandle> process =
        first
            .filter(line -> line.strip().matches("\\d{1,18}"))
            .flatMap(line -> ProcessHandle.of(Long.parseLong(line.strip())));
    if (process.isEmpty()
        || !process.get().info().command().map(name -> name.endsWith("postgres")).orElse(false)) {
      return;
    }
    log.info("ending the PostgreSQL that an earlier program left, pid={}", process.get().pid());
    process.get().destroy();
    try {
      process.get().onExit().get(LEFTOVER_END.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException stubborn) {
      throw new IOException(
          "a PostgreSQL that an earlier program left does not end, pid " + process.get().pid(),
          stubborn);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", end);
    }
  }

  private static String password(Path file) throws IOException {
    if (!Files.exists(file)) {
      byte[] random = new byte[24];
      new SecureRandom().nextBytes(random);
      OwnerOnly.write(file, HexFormat.of().formatHex(random));
    }
    return Files.readString(file).strip();
  }
}
