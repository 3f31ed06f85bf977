package deskhand.eval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `eval all`: measures everything on own data and, where it is present, on shared data, and writes
/// `docs/SCORECARD.md`.
final class Scorecard {
  /// One row.
  ///
  /// @param command what stands behind `./deskhand eval`
  /// @param target what the figures must reach; empty where there is none yet
  private record Row(String what, List<String> command, String target) {
    boolean is(String cell) {
      return cell.strip().equals(what);
    }

    String line(Figures figures, LocalDate day) {
      return "| " + String.join(" | ", what, figures.readable(), target, day.toString()) + " |";
    }
  }

  /// How many pieces the bars of a row cut it into.
  private static final int CELLS = 6;

  /// Third-party data beside the project's folder; rows of it are left out where it is absent.
  private static final String SHARED = "../shared/";

  private static final String SHOPS = "eval/shops/";

  private static final List<Row> ROWS =
      Stream.of(heldOut(), developed(), data()).flatMap(List::stream).toList();

  private Scorecard() {}

  private static List<Row> heldOut() {
    return List.of(
        shop("held out: tableware and clay", SHOPS + "saltmarsh-ceramics"),
        shop("held out: tea", SHOPS + "marlpit-tea"),
        shop("held out: model railways", SHOPS + "halfgauge-trains"),
        shop("held out: skis and snow", SHOPS + "larchfall-snow"),
        shop("held out: soap and candles", SHOPS + "tallow-thrift"),
        shop("held out: sailing hardware", SHOPS + "petrel-sailing"));
  }

  private static List<Row> developed() {
    return List.of(
        shop("developed with: lumen-paper", SHARED + "golden/lumen-paper"),
        shop("developed with: the demo store", "server/src/main/resources/demo"),
        shop("developed with: bike parts", SHOPS + "ridgeline-cycles"),
        shop("developed with: coffee", SHOPS + "harbour-coffee"),
        shop("developed with: glasses and binoculars", SHOPS + "northlight-optics"),
        shop("developed with: cookware", SHOPS + "brasshook-kitchen"),
        shop("developed with: yarn and knitwear", SHOPS + "stranded-wool"),
        shop("developed with: outdoor gear", SHOPS + "tamarack-trail"),
        shop("developed with: strings and small instruments", SHOPS + "linnet-strings"),
        shop("developed with: board games and puzzles", SHOPS + "meeple-harbour"),
        shop("developed with: work clothing", SHOPS + "quince-workwear"),
        shop("developed with: lamps", SHOPS + "copper-lantern"),
        shop("developed with: bakeware", SHOPS + "pico-bakeware"),
        shop("developed with: riding gear", SHOPS + "alder-saddlery"),
        shop("developed with: hi-fi", SHOPS + "fogline-audio"),
        shop("developed with: climbing gear", SHOPS + "quarry-climbing"),
        shop("developed with: prams and nursery", SHOPS + "birchbark-baby"),
        shop("developed with: pet supplies", SHOPS + "tadpole-pets"),
        shop("developed with: fountain pens and inks", SHOPS + "nibworks-pens"),
        shop("developed with: aquarium supplies", SHOPS + "reefside-aquatics"),
        shop("developed with: quilting fabrics", SHOPS + "thistlefold-quilts"),
        shop("developed with: garden birds", SHOPS + "wrenbox-birds"),
        shop("developed with: plants and garden tools", SHOPS + "fernhill-garden"),
        shop("developed with: running gear", SHOPS + "stridewell-running"),
        shop("developed with: ponds and aquariums", SHOPS + "kelpline-aquatics"),
        shop("developed with: lamps and shades", SHOPS + "ottermill-lighting"),
        shop("developed with: wooden toys", SHOPS + "hollow-oak-toys"));
  }

  private static Row shop(String what, String folder) {
    return new Row(
        "Decisions, " + what,
        List.of("decisions", folder),
        "automation ≥ 45, wrong ≤ 5, leaks 0, lost 0");
  }

  private static List<Row> data() {
    return List.of(
        shared("Intents, banking77", "intents", "intents/banking77.tsv", "accuracy ≥ 91"),
        shared("Intents, clinc150", "intents", "intents/clinc150.tsv", ""),
        shared("Intents, abcd-utterances", "intents", "intents/abcd-utterances.tsv", ""),
        shared("Intents, bitext", "intents", "intents/bitext.tsv", ""),
        shared(
            "Retrieval, abcd-guidelines", "retrieval", "retrieval/abcd-guidelines", "ndcg10 ≥ 74"),
        shared("Retrieval, scifact", "retrieval", "retrieval/scifact", ""),
        shared("Retrieval, clapnq", "retrieval", "retrieval/clapnq", ""),
        shared("Mail, raw messages", "mail", "mail/messages", "parsed ≥ 97 %"),
        shared("Mail, replies", "mail", "mail/replies.jsonl", "exact ≥ 60 (by the shared judge)"),
        shared("HTML, hostile", "html", "html/vectors.jsonl", "unsafe 0"),
        new Row(
            "Crash, 20 kills",
            List.of("crash", "--kills", "20"),
            "lost 0, doubled 0, unexplained 0"));
  }

  private static Row shared(String what, String command, String data, String target) {
    return new Row(what, List.of(command, SHARED + "data/" + data), target);
  }

  /// Measures the rows whose names contain `--only TEXT`, all without it; the other rows stay as
  /// they were. The page is written after each row, so what was measured is kept when a later row
  /// fails.
  static void write(CommandLine line) {
    Path home = Path.of(System.getProperty("deskhand.home", "."));
    Path file = line.out().orElse(home.resolve("docs/SCORECARD.md"));
    String only = line.options().getOrDefault("only", "").toLowerCase(Locale.ROOT);
    List<Row> wanted =
        ROWS.stream().filter(row -> row.what().toLowerCase(Locale.ROOT).contains(only)).toList();
    if (wanted.isEmpty()) {
      throw new BadInput("no row of the scorecard is named '" + only + "'");
    }
    Map<String, String> known = written(file);
    LocalDate today = today();
    int measured = 0;
    for (Row row : wanted) {
      Optional<List<String>> command = resolved(row.command(), home);
      if (command.isEmpty()) {
        System.err.println(row.what() + ": left out, its data is not here");
        continue;
      }
      System.err.println(row.what());
      Figures figures = measured(CommandLine.parse(command.get()));
      known.put(row.what(), row.line(figures, today));
      write(file, page(known));
      measured++;
    }
    new Figures().with("rows", measured).with("file", file.toString()).print();
  }

  /// The rows that a page has, by their names.
  private static Map<String, String> written(Path file) {
    Map<String, String> rows = new HashMap<>();
    if (Files.exists(file)) {
      for (String line : read(file)) {
        String[] cells = line.split("\\|", -1);
        if (cells.length == CELLS && ROWS.stream().anyMatch(row -> row.is(cells[1]))) {
          rows.put(cells[1].strip(), line);
        }
      }
    }
    return rows;
  }

  private static List<String> read(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static void write(Path file, String page) {
    try {
      Files.writeString(file, page);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
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

  private static String page(Map<String, String> known) {
    Runtime machine = Runtime.getRuntime();
    return """
    # Scorecard

    Written by `./deskhand eval all`: %d cores, JDK %s, %s. Shares are in percent. A held-out shop was
    written apart from the product and its cases are not read while it is tuned: its figures are the honest ones,
    those of the shops it was developed with flatter. Third-party data is not part of this repository.

    | what | figures | target | measured |
    |---|---|---|---|
    %s
    """
        .formatted(
            machine.availableProcessors(),
            Runtime.version().feature(),
            System.getProperty("os.arch"),
            ROWS.stream()
                .map(row -> known.get(row.what()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n")));
  }

  private static LocalDate today() {
    try (Program program = new Program()) {
      return LocalDate.now(program.get(Clock.class));
    }
  }
}
