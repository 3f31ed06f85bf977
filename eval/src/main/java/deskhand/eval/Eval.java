package deskhand.eval;

import java.util.List;

/// `./deskhand eval …`: one measurement, a readable table, and one line of JSON at the end.
public final class Eval {
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
      case "decisions" -> {
        try (Program program = new Program()) {
          program.get(DecisionsEvaluation.class).run(line.requiredPath(), line.out());
        }
      }
      default -> throw new BadInput(CommandLine.USAGE);
    }
  }
}
