package deskhand.eval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The real program as `serve` starts it, in a process of its own that can be killed.
final class ServedProgram implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(5);
  private static final Duration STOP = Duration.ofMinutes(1);

  private final Path launcher;
  private final Path data;
  private final int port;
  private final HttpClient http = HttpClient.newHttpClient();
  private Optional<Process> process = Optional.empty();

  ServedProgram(Path data) {
    this.launcher = Path.of(System.getProperty("deskhand.launcher", "deskhand")).toAbsolutePath();
    if (!Files.exists(launcher)) {
      throw new BadInput("there is no launcher beside this: start it by ./deskhand eval");
    }
    this.data = data;
    this.port = freePort();
  }

  /// Starts it and waits until it answers.
  void start() {
    try {
      process =
          Optional.of(
              new ProcessBuilder(
                      List.of(
                          launcher.toString(),
                          "serve",
                          "--data",
                          data.toString(),
                          "--port",
                          Integer.toString(port),
                          "--deskhand.conversations.chat.starts=1000000",
                          "--deskhand.conversations.chat.network=1000000"))
                  .redirectErrorStream(true)
                  .redirectOutput(
                      ProcessBuilder.Redirect.appendTo(data.resolve("program.log").toFile()))
                  .start());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    if (!Waiting.until(START, this::answers)) {
      throw new IllegalStateException(
          "the program did not start; see " + data.resolve("program.log"));
    }
  }

  /// `kill -9`: neither the program nor its database is told.
  void kill() {
    process.ifPresent(running -> end(running.destroyForcibly()));
    process = Optional.empty();
  }

  /// `kill -9` of the database under the running program.
  void killDatabase() {
    try {
      String pid = Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst().strip();
      ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
    } catch (IOException gone) {
      throw new UncheckedIOException("the database is not running", gone);
    }
  }

  /// Ends it as Ctrl-C does.
  void stop() {
    process.ifPresent(running -> {
      running.destroy();
      end(running);
    });
    process = Optional.empty();
  }

  /// Leaves nothing running, however the evaluation ended.
  @Override
  public void close() {
    process.ifPresent(Process::destroyForcibly);
  }

  boolean answers() {
    try {
      return http.send(
                  HttpRequest.newBuilder(address("/health")).timeout(Duration.ofSeconds(2)).build(),
                  HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  URI address(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private static void end(Process running) {
    try {
      if (!running.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
        running.destroyForcibly();
        throw new IllegalStateException("the program does not end");
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
