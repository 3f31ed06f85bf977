package deskhand.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandLineTest {
  private static CommandLine parse(String... words) {
    return CommandLine.parse(List.of(words));
  }

  @Test
  void serveAndDemoHaveFoldersOfTheirOwn() {
    assertThat(parse("serve"))
        .isEqualTo(new CommandLine.Serve(Path.of("data/serve").toAbsolutePath(), false, List.of()));
    assertThat(parse("demo", "--fresh", "--check", "--port", "8090"))
        .isEqualTo(
            new CommandLine.Demo(
                Path.of("data/demo").toAbsolutePath(), true, true, List.of("--server.port=8090")));
  }

  @Test
  void settingsArePassedOn() {
    assertThat(parse("serve", "--data=/tmp/x", "--deskhand.database.url=jdbc:x"))
        .isEqualTo(
            new CommandLine.Serve(
                Path.of("/tmp/x"), false, List.of("--deskhand.database.url=jdbc:x")));
  }

  @Test
  void whatIsNotUnderstoodIsSaidAndNothingStarts() {
    for (String[] wrong :
        new String[][] {{}, {"run"}, {"serve", "--fresh"}, {"demo", "--port"}, {"demo", "now"}}) {
      assertThat(parse(wrong))
          .isInstanceOfSatisfying(
              CommandLine.Help.class,
              help -> {
                assertThat(help.wrong()).isTrue();
                assertThat(help.text()).contains("serve", "demo", "ask");
              });
    }
  }

  @Test
  void aQuestionKeepsItsWords() {
    assertThat(parse("ask", "where is it?", "--as", "a@b.example"))
        .isEqualTo(new CommandLine.Question(List.of("where is it?", "--as", "a@b.example")));
  }
}
