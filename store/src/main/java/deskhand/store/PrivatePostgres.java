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
  private static final int REVIVALS_IN_A_ROW = 10;
  private static final int CONNECTIONS = 100;

  private final Path folder;
  private final Path program;
  private final String password;
  private final String sync;
  private EmbeddedPostgres server;
  private boolean closed;

  private PrivatePostgres(Path folder, Path program, boolean durable) throws IOException {
    this.folder = folder;
    this.program = program;
    this.password = password(folder.resolve("postgres.password"));
    this.sync = durable ? "on" : "off";
    endLeftover(folder.resolve("postgres"));
    this.server = start(0);
    checkSync();
    watch();
  }

  /// @param program where its own files are, or will be, unpacked
  static PrivatePostgres start(Path folder, Path program, boolean durable) {
    try {
      return new PrivatePostgres(folder, program, durable);
    } catch (IOException broken) {
      throw new UncheckedIOException(
          "the private PostgreSQL in " + folder + " does not start", broken);
    }
  }

  synchronized String url() {
    return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
  }

  String password() {
    return password;
  }

  @Override
  public synchronized void close() {
    closed = true;
    end();
  }

  /// @param port 0 for any that is free
  private EmbeddedPostgres start(int port) throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder.resolve("postgres"))
            .setOverrideWorkingDirectory(program.toFile())
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
            .setServerConfig("max_connections", Integer.toString(CONNECTIONS));
    return (port == 0 ? builder : builder.setPort(port)).start();
  }

  private void end() {
    try {
      server.close();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// Somebody may end the server while the program runs; it is started again where it was.
  private void watch() throws IOException {
    postmaster(folder.resolve("postgres"))
        .ifPresent(process ->
            Thread.ofVirtual()
                .name("postgres-watch")
                .start(() -> {
                  process.onExit().join();
                  revive();
                }));
  }

  private synchronized void revive() {
    int port = server.getPort();
    for (int attempt = 1; !closed && attempt <= REVIVALS_IN_A_ROW; attempt++) {
      log.error("PostgreSQL ended by itself; starting it again, attempt={}", attempt);
      try {
        end();
        endLeftover(folder.resolve("postgres"));
        server = start(port);
        watch();
        return;
      } catch (IOException | RuntimeException broken) {
        log.error("PostgreSQL does not start again yet", broken);
      }
    }
  }

  private void checkSync() {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show fsync")) {
      if (!row.next() || !row.getString(1).equals(sync)) {
        throw new IllegalStateException("PostgreSQL does not sync as asked");
      }
    } catch (SQLException broken) {
      throw new IllegalStateException("PostgreSQL started, but does not answer", broken);
    }
  }

  /// A program that was killed leaves its PostgreSQL running.
  private static void endLeftover(Path cluster) throws IOException {
    Optional<ProcessHandle> process = postmaster(cluster);
    if (process.isEmpty()) {
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

  /// The running server of that cluster, named in the first line of `postmaster.pid`.
  private static Optional<ProcessHandle> postmaster(Path cluster) throws IOException {
    Path file = cluster.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    return Files.readAllLines(file).stream()
        .findFirst()
        .map(String::strip)
        .filter(line -> line.matches("\\d{1,18}"))
        .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
        .filter(process -> process.info().command().orElse("").endsWith("postgres"));
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
