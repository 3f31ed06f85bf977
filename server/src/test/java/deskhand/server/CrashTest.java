package deskhand.server;

import static org.assertj.core.api.Assertions.assertThat;

import deskhand.eval.Eval;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The short form of `./deskhand eval crash`: the program of this build, killed under mails and
/// chats.
class CrashTest {
  @TempDir Path folder;

  @Test
  void nothingIsLostOrSaidTwiceWhenTheProgramOrItsDatabaseIsKilled() throws IOException {
    Path launcher = folder.resolve("deskhand");
    Files.writeString(
        launcher,
        "#!/bin/sh\nexec '%s/bin/java' --enable-native-access=ALL-UNNAMED -XX:TieredStopAtLevel=1 '-Ddeskhand.learnt=%s' -cp '%s' %s \"$@\"\n"
            .formatted(
                System.getProperty("java.home"),
                System.getProperty("deskhand.learnt", ""),
                shipped(),
                Deskhand.class.getName()));
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
    System.setProperty("deskhand.launcher", launcher.toString());
    assertThat(Eval.run("crash", "--kills", "2")).isZero();
  }

  /// The class path without what is for tests: the started program would find a test's
  /// configuration there, and start a database that nobody ends.
  private static String shipped() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> !entry.contains("test-classes") && !entry.endsWith("-tests.jar"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
