package deskhand.eval;

import deskhand.conversations.MailReading;
import deskhand.knowledge.SearchMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `./deskhand eval …`: one measurement, a readable table, and one line of JSON at the end.
public final class Eval {
  private static final int KILLS = 20;
  private static final int SEED = 1;

  private Eval() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /// The exit code: 0, or 2 where the user gave something that cannot be used.
  static int run(String... arguments) {
    try {
      measure(CommandLine.parse(List.of(arguments)));
      return 0;
    } catch (BadInput bad) {
      System.err.println(bad.getMessage());
      return 2;
    }
  }

  private static void measure(CommandLine line) {
    switch (line.what()) {
      case "crash" ->
          new CrashEvaluation(line.number("seed", SEED)).run(line.number("kills", KILLS));
      case "all" -> Scorecard.write(line);
      default -> {
        try (Program program = new Program()) {
          measure(program, line);
        }
      }
    }
  }

  /// What needs the product, but no process of its own.
  static Figures measure(Program program, CommandLine line) {
    Optional<Path> out = line.out();
    return switch (line.what()) {
      case "decisions" -> program.get(DecisionsEvaluation.class).run(line.requiredPath(), out);
      case "intents" -> program.get(IntentsEvaluation.class).run(line.requiredPath(), out);
      case "retrieval" ->
          program.get(RetrievalEvaluation.class).run(line.requiredPath(), mode(line), out);
      case "mail" -> MailEvaluation.run(line.requiredPath(), out, program.get(MailReading.class));
      case "html" -> HtmlEvaluation.run(line.requiredPath(), out, program.get(MailReading.class));
      default -> throw new BadInput(CommandLine.USAGE);
    };
  }

  private static SearchMode mode(CommandLine line) {
    String mode = line.options().getOrDefault("mode", "hybrid");
    return switch (mode) {
      case "hybrid", "lexical", "dense" -> SearchMode.valueOf(mode.toUpperCase(Locale.ROOT));
      default -> throw new BadInput("--mode is hybrid, lexical or dense, not '" + mode + "'");
    };
  }
}
