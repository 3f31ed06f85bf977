package deskhand.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {
  @TempDir Path folder;

  @Test
  void readsThePathAndTheOptions() {
    CommandLine line =
        CommandLine.parse(List.of("decisions", folder.toString(), "--out", "r.jsonl"));
    assertThat(line.what()).isEqualTo("decisions");
    assertThat(line.requiredPath()).isEqualTo(folder);
    assertThat(line.out()).contains(Path.of("r.jsonl"));
    assertThat(line.number("kills", 20)).isEqualTo(20);
  }

  @Test
  void saysWhatIsWrongWithIt() {
    assertThatThrownBy(() -> CommandLine.parse(List.of())).hasMessage(CommandLine.USAGE);
    assertThatThrownBy(() -> CommandLine.parse(List.of("mail", "--out")))
        .hasMessage("--out needs a value");
    assertThatThrownBy(() -> CommandLine.parse(List.of("mail", "/no/such/folder")))
        .hasMessage("there is no /no/such/folder");
    assertThatThrownBy(() -> CommandLine.parse(List.of("crash", "--kills", "x")).number("kills", 1))
        .hasMessageContaining("'x'");
    assertThatThrownBy(() -> CommandLine.parse(List.of("mail")).requiredPath())
        .hasMessage("eval mail needs a path");
  }
}
