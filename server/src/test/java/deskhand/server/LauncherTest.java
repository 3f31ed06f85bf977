package deskhand.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The launcher alone, in a folder of its own, with a Maven that only says what a real one would.
class LauncherTest {
  private static final String COLOURS_RESET = "\\033[0m\\033[0m";

  @TempDir Path folder;

  @BeforeEach
  void copy() throws IOException {
    Files.copy(Path.of("..", "deskhand"), folder.resolve("deskhand"));
    Files.createFile(folder.resolve("pom.xml"));
    Files.createDirectories(folder.resolve("server/src/main"));
    Files.createFile(folder.resolve("server/pom.xml"));
  }

  private void maven(String script) throws IOException {
    Path mvn = Files.createDirectories(folder.resolve("bin")).resolve("mvn");
    Files.writeString(mvn, "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(mvn, PosixFilePermissions.fromString("rwx------"));
  }

  private record Ended(int code, String said) {}

  private Ended run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("sh", "deskhand"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(folder.toFile()).redirectErrorStream(true);
    builder.redirectOutput(folder.resolve("said").toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder
        .environment()
        .merge("PATH", folder.resolve("bin").toString(), (path, bin) -> bin + ":" + path);
    Process process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), Files.readString(folder.resolve("said")));
  }

  @Test
  void aBuildThatFailsIsNotTakenForADoneOne() throws Exception {
    maven("echo '[ERROR] it does not compile'\nprintf '" + COLOURS_RESET + "'\nexit 1\n");
    for (int time = 0; time < 2; time++) {
      Ended ended = run("ask", "where is my parcel?");
      assertThat(ended.code()).isEqualTo(1);
      assertThat(ended.said()).contains("failed.", "it does not compile").doesNotContain("done.");
    }
  }

  @Test
  void anUnknownCommandSaysWhatThereIs() throws Exception {
    Ended ended = run("fly");
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.said()).contains("usage: ./deskhand COMMAND");
  }
}
