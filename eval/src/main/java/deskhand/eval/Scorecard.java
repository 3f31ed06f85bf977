package deskhand.eval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `eval all`: measures everything on own data and, where it is present, on shared data, and writes
/// `docs/SCORECARD.md`.
final class Scorecard {
  /// One row.
  ///
  /// @param command what stands behind `./deskhand eval`
  /// @param target what the figures must reach; empty where there is none yet
  private record Row(String what, List<String> command, String target) {}

  /// Third-party data beside the project's folder; rows of it are left out where it is absent.
  private static final String SHARED = "../shared/";

  private static final List<Row> ROWS =
      List.of(
          new Row(
              "Decisions, developed with: the demo store",
              List.of("decisions", "server/src/main/resources/demo"),
              "automation ≥ 45, wrong ≤ 5, leaks 0, lost 0"),
          new Row(
              "Decisions, held out: plants and garden tools",
              List.of("decisions", "eval/shops/fernhill-garden"),
              "the same"),
          new Row(
              "Decisions, held out: strings and small instruments",
              List.of("decisions", "eval/shops/linnet-strings"),
              "the same"),
          new Row(
              "Decisions, held out: board games and puzzles",
              List.of("decisions", "eval/shops/meeple-harbour"),
              "the same"),
          new Row(
              "Decisions, held out: pet supplies",
              List.of("decisions", "eval/shops/tadpole-pets"),
              "the same"),
          new Row(
              "Decisions, yarn and knitwear (held out until 29 November 2026)",
              List.of("decisions", "eval/shops/stranded-wool"),
              "the same"),
          new Row(
              "Decisions, outdoor gear (held out until 29 November 2026)",
              List.of("decisions", "eval/shops/tamarack-trail"),
              "the same"),
          new Row(
              "Decisions, cookware (held out until 25 November 2026)",
              List.of("decisions", "eval/shops/brasshook-kitchen"),
              "the same"),
          new Row(
              "Decisions, glasses and binoculars (held out until 25 November 2026)",
              List.of("decisions", "eval/shops/northlight-optics"),
              "the same"),
          new Row(
              "Decisions, developed with: bike parts",
              List.of("decisions", "eval/shops/ridgeline-cycles"),
              "the same"),
          new Row(
              "Decisions, developed with: coffee",
              List.of("decisions", "eval/shops/harbour-coffee"),
              "the same"),
          new Row(
              "Decisions, developed with: lumen-paper",
              List.of("decisions", SHARED + "golden/lumen-paper"),
              "the same"),
          new Row(
              "Intents, banking77",
              List.of("intents", SHARED + "data/intents/banking77.tsv"),
              "accuracy ≥ 91"),
          new Row(
              "Intents, clinc150", List.of("intents", SHARED + "data/intents/clinc150.tsv"), ""),
          new Row(
              "Intents, abcd-utterances",
              List.of("intents", SHARED + "data/intents/abcd-utterances.tsv"),
              ""),
          new Row("Intents, bitext", List.of("intents", SHARED + "data/intents/bitext.tsv"), ""),
          new Row(
              "Retrieval, abcd-guidelines",
              List.of("retrieval", SHARED + "data/retrieval/abcd-guidelines"),
              "ndcg10 ≥ 74"),
          new Row(
              "Retrieval, scifact", List.of("retrieval", SHARED + "data/retrieval/scifact"), ""),
          new Row("Retrieval, clapnq", List.of("retrieval", SHARED + "data/retrieval/clapnq"), ""),
          new Row(
              "Mail, raw messages",
              List.of("mail", SHARED + "data/mail/messages"),
              "parsed ≥ 97 %"),
          new Row(
              "Mail, replies",
              List.of("mail", SHARED + "data/mail/replies.jsonl"),
              "exact ≥ 60 (by the shared judge)"),
          new Row("HTML, hostile", List.of("html", SHARED + "data/html/vectors.jsonl"), "unsafe 0"),
          new Row(
              "Crash, 20 kills",
              List.of("crash", "--kills", "20"),
              "lost 0, doubled 0, unexplained 0"));

  private Scorecard() {}

  static void write(CommandLine line) {
    Path home = Path.of(System.getProperty("deskhand.home", "."));
    List<String> table = new ArrayList<>();
    for (Row row : ROWS) {
      Optional<List<String>> command = resolved(row.command(), home);
      if (command.isEmpty()) {
        System.err.println(row.what() + ": left out, its data is not here");
        continue;
      }
      System.err.println(row.what());
      Figures figures = measured(CommandLine.parse(command.get()));
      table.add("| " + row.what() + " | " + figures.readable() + " | " + row.target() + " |");
    }
    Path file = line.out().orElse(home.resolve("docs/SCORECARD.md"));
    try {
      Files.writeString(file, page(table));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    new Figures().with("rows", table.size()).with("file", file.toString()).print();
  }

  private static Figures measured(CommandLine line) {
    if (line.what().equals("crash")) {
      return new CrashEvaluation(1).run(line.number("kills", 20));
    }
    try (Program program = new Program()) {
      return Eval.measure(program, line);
    }
  }

  /// The command with the path of its data, or empty where that data is not there.
  private static Optional<List<String>> resolved(List<String> command, Path home) {
    List<String> resolved = new ArrayList<>(command);
    if (!command.get(1).startsWith("--")) {
      Path data = home.resolve(command.get(1)).normalize();
      if (!Files.exists(data)) {
        return Optional.empty();
      }
      resolved.set(1, data.toString());
    }
    return Optional.of(resolved);
  }

  private static String page(List<String> table) {
    Runtime machine = Runtime.getRuntime();
    return """
    # Scorecard

    Written by `./deskhand eval all` on %s: %d cores, JDK %s, %s. Shares are in percent. A held-out shop was
    written apart from the product and its cases are not read while it is tuned: its figures are the honest ones,
    those of the shops it was developed with flatter. Third-party data is not part of this repository.

    | what | figures | target |
    |---|---|---|
    %s
    """
        .formatted(
            today(),
            machine.availableProcessors(),
            Runtime.version().feature(),
            System.getProperty("os.arch"),
            String.join("\n", table));
  }

  private static LocalDate today() {
    try (Program program = new Program()) {
      return LocalDate.now(program.get(Clock.class));
    }
  }
}
