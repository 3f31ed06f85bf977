package deskhand.triage.understanding;

import deskhand.conversations.ChannelKind;
import deskhand.conversations.Kind;
import deskhand.conversations.Proven;
import deskhand.store.EmailAddress;
import deskhand.store.OpeningHours;
import deskhand.store.Store;
import deskhand.store.StoreId;
import deskhand.store.StoreMode;
import deskhand.triage.Case;
import deskhand.triage.Examples;
import deskhand.triage.Understanding.Guess;
import deskhand.triage.understanding.Views.Lesson;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// How often the main intent of the cases of shop folders (golden/FORMAT.md) is understood, without
/// a database: `IntentsRunner SHOP [SHOP …]`. Prints each miss, the pairs that are taken for one
/// another, and per shop how many are right and how far confidences are from the truth.
final class IntentsRunner {
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final Pattern QUOTED =
      Pattern.compile("(?m)^(>.*|On .{5,120} wrote:|Op .{5,120} schreef .*:|-{5,}.*Forwarded.*)$");
  private static final int SHOWN = 160;
  private static final int BINS = 10;

  private final Taught taught;
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final Map<String, Integer> confused = new TreeMap<>();

  private IntentsRunner(Taught taught) {
    this.taught = taught;
  }

  public static void main(String[] shops) throws IOException {
    try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
      context.scan("deskhand.knowledge.embedding");
      context.refresh();
      Embeddings embeddings =
          new Embeddings(context.getBean("embeddingModel", EmbeddingModel.class));
      List<Lesson> lessons = BuiltInExamples.lessons(embeddings);
      TrainedClassifier classifier =
          new Training(embeddings).learn(lessons, ShippedCalibration.read(), Classifiers.EXPECTED);
      IntentsRunner runner =
          new IntentsRunner(new Taught(new Examples.Stamp(0, 0), classifier, List.of()));
      for (String shop : shops) {
        runner.measure(Path.of(shop));
      }
      runner.printConfused();
    }
  }

  private void measure(Path shop) throws IOException {
    int cases = 0;
    int right = 0;
    double[] gap = new double[BINS];
    double millis = 0;
    for (String line : Files.readAllLines(shop.resolve("cases.jsonl"))) {
      JsonNode golden = JSON.readTree(line);
      Set<String> expected = new LinkedHashSet<>();
      golden.path("expect").path("intents").forEach(intent -> expected.add(intent.asString()));
      if (expected.isEmpty()) {
        continue;
      }
      long start = System.nanoTime();
      Guess intent = intent(golden);
      millis += (System.nanoTime() - start) / 1e6;
      boolean hit = expected.contains(intent.intent());
      cases++;
      right += hit ? 1 : 0;
      gap[Math.min(BINS - 1, (int) (intent.confidence() * BINS))] +=
          intent.confidence() - (hit ? 1 : 0);
      if (!hit) {
        printMiss(golden, expected, intent);
      }
    }
    double error = 0;
    for (double bin : gap) {
      error += Math.abs(bin) / cases;
    }
    out.printf(
        Locale.ROOT,
        "%s: %d of %d right, %.1f %%; calibration error %.3f; %.1f ms a message%n",
        shop.getFileName(),
        right,
        cases,
        100.0 * right / cases,
        error,
        millis / cases);
  }

  private void printMiss(JsonNode golden, Set<String> expected, Guess intent) {
    confused.merge(expected.iterator().next() + " -> " + intent.intent(), 1, Integer::sum);
    String said = (text(golden, "subject") + " | " + text(golden, "text")).replace('\n', ' ');
    out.printf(
        Locale.ROOT,
        "%s %s -> %s %.2f: %s%n",
        golden.path("id").asString(),
        expected,
        intent.intent(),
        intent.confidence(),
        said.substring(0, Math.min(SHOWN, said.length())));
  }

  private void printConfused() {
    confused.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
        .forEach(pair -> out.println(pair.getValue() + "  " + pair.getKey()));
  }

  private Guess intent(JsonNode golden) {
    Case given = given(golden);
    return given.messages().getFirst().kind() == Kind.AUTOMATIC
        ? new Guess("other/automatic", 1)
        : Meaning.of(Words.of(given), taught).intent();
  }

  private static Case given(JsonNode golden) {
    boolean chat = golden.path("channel").asString().equals("chat");
    String text = text(golden, "text");
    String headers = golden.path("headers").toString().toLowerCase(Locale.ROOT);
    boolean automatic =
        headers.contains("auto-") || headers.contains("list-") || headers.contains("bulk");
    List<Case.Turn> history = new ArrayList<>();
    golden
        .path("history")
        .forEach(turn ->
            history.add(
                new Case.Turn(
                    Case.Turn.By.valueOf(turn.path("author").asString().toUpperCase(Locale.ROOT)),
                    turn.path("text").asString())));
    return new Case(
        store(),
        new Case.Writer(
            chat ? ChannelKind.CHAT : ChannelKind.EMAIL, Optional.empty(), "", Proven.NOTHING),
        List.of(
            new Case.Said(
                text(golden, "subject"),
                chat ? text : QUOTED.matcher(text).replaceAll("").strip(),
                "",
                automatic ? Kind.AUTOMATIC : Kind.MESSAGE,
                List.of())),
        history,
        Case.Standing.fresh(),
        Instant.EPOCH);
  }

  private static Store store() {
    return new Store(
        new StoreId(1),
        new Store.Profile(
            "Any",
            "any.example",
            new EmailAddress("help@any.example"),
            "IE",
            new Store.Habits(
                ZoneOffset.UTC,
                Locale.ENGLISH,
                Currency.getInstance("EUR"),
                new OpeningHours(Map.of(), Set.of()))),
        StoreMode.AUTOMATIC,
        false);
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).isString() ? node.path(name).asString() : "";
  }
}
