package deskhand.server;

import static org.assertj.core.api.Assertions.assertThat;

import deskhand.eval.Eval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
        "#!/bin/sh\nexec '%s/bin/java' --enable-native-access=ALL-UNNAMED -cp '%s' %s \"$@\"\n"
            .formatted(
                System.getProperty("java.home"),
                System.getProperty("java.class.path"),
                Deskhand.class.getName()));
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
    System.setProperty("deskhand.launcher", launcher.toString());
    assertThat(Eval.run("crash", "--kills", "2")).isZero();
  }
}
