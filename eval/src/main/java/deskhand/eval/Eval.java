package deskhand.eval;

import deskhand.conversations.MailReading;
import deskhand.knowledge.SearchMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// `./deskhand eval …`: one measurement, a readable table, and one line of JSON at the end.
public final class Eval {
  private static final int KILLS = 20;
  private static final int SEED = 1;

  private Eval() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /// The exit code: 0, 1 where `crash` found something lost, doubled or unexplained, or 2 where the
  /// user gave something that cannot be used.
  public static int run(String... arguments) {
    try {
      return measure(CommandLine.parse(List.of(arguments))) ? 0 : 1;
    } catch (BadInput bad) {
      System.err.println(bad.getMessage());
      return 2;
    }
  }

  private static boolean measure(CommandLine line) {
    return switch (line.what()) {
      case "crash" -> {
        Figures figures =
            new CrashEvaluation(line.number("seed", SEED)).run(line.number("kills", KILLS));
        yield Stream.of("lost", "doubled", "unexplained")
            .allMatch(name -> Integer.valueOf(0).equals(figures.get(name)));
      }
      case "all" -> {
        Scorecard.write(line);
        yield true;
      }
      default -> {
        try (Program program = new Program()) {
          measure(program, line);
          yield true;
        }
      }
    };
  }

  /// What needs the product, but no process of its own.
  static Figures measure(Program program, CommandLine line) {
    Optional<Path> out = line.out();
    return switch (line.what()) {
      case "decisions" -> program.get(DecisionsEvaluation.class).run(line.requiredPath(), out);
      case "intents" -> printed(program.get(IntentsEvaluation.class).run(line.requiredPath(), out));
      case "retrieval" ->
          program.get(RetrievalEvaluation.class).run(line.requiredPath(), mode(line), out);
      case "mail" ->
          printed(MailEvaluation.run(line.requiredPath(), out, program.get(MailReading.class)));
      case "html" ->
          printed(HtmlEvaluation.run(line.requiredPath(), out, program.get(MailReading.class)));
      default -> throw new BadInput(CommandLine.USAGE);
    };
  }

  private static Figures printed(Figures figures) {
    figures.print();
    return figures;
  }

  private static SearchMode mode(CommandLine line) {
    String mode = line.options().getOrDefault("mode", "hybrid");
    return switch (mode) {
      case "hybrid", "lexical", "dense" -> SearchMode.valueOf(mode.toUpperCase(Locale.ROOT));
      default -> throw new BadInput("--mode is hybrid, lexical or dense, not '" + mode + "'");
    };
  }
}
