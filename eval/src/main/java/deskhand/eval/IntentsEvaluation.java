package deskhand.eval;

import deskhand.triage.IntentClassifier;
import deskhand.triage.IntentClassifier.Example;
import deskhand.triage.IntentClassifier.Prediction;
import deskhand.triage.IntentTraining;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// `eval intents`: learns from the rows `train` alone, as the running program learns a store's
/// intents, and predicts the rows `test`.
@Component
class IntentsEvaluation {
  private static final String OUT_OF_SCOPE = "oos";
  private static final List<String> COLUMNS = List.of("text", "label", "split");

  private final IntentTraining training;

  IntentsEvaluation(IntentTraining training) {
    this.training = training;
  }

  Figures run(Path tsv, Optional<Path> out) {
    Splits splits = Splits.read(tsv);
    long start = System.nanoTime();
    IntentClassifier classifier = training.train(splits.train, splits.dev);
    double learning = (System.nanoTime() - start) / 1e9;
    Progress progress = new Progress(splits.test.size());
    int known = 0;
    int right = 0;
    int accepted = 0;
    int acceptedRight = 0;
    int strange = 0;
    int refused = 0;
    start = System.nanoTime();
    try (JsonLines.Out lines = JsonLines.out(out)) {
      for (Example row : splits.test) {
        Prediction prediction = classifier.predict(row.text());
        lines.line(line(row, prediction));
        boolean same = prediction.label().equals(row.label());
        if (row.label().equals(OUT_OF_SCOPE)) {
          strange++;
          refused += prediction.accepted() ? 0 : 1;
        } else {
          known++;
          right += same ? 1 : 0;
          accepted += prediction.accepted() ? 1 : 0;
          acceptedRight += same && prediction.accepted() ? 1 : 0;
        }
        progress.step();
      }
    }
    double millis = (System.nanoTime() - start) / 1e6 / Math.max(1, splits.test.size());
    System.out.printf(
        "%d examples learnt in %.1f s, %d messages judged at %.1f ms%n",
        splits.train.size(), learning, splits.test.size(), millis);
    return new Figures()
        .with("test", splits.test.size())
        .percent("accuracy", right, known)
        .percent("in_scope_accepted", accepted, known)
        .percent("in_scope_accepted_right", acceptedRight, known)
        .percent("oos_recall", refused, strange);
  }

  private static Map<String, Object> line(Example row, Prediction prediction) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("text", row.text());
    line.put("label", row.label());
    line.put("intent", prediction.label());
    line.put("confidence", prediction.confidence());
    line.put("accepted", prediction.accepted());
    return line;
  }

  /// The rows of a file by what they are for.
  private record Splits(List<Example> train, List<Example> dev, List<Example> test) {
    static Splits read(Path tsv) {
      List<String> lines = JsonLines.lines(tsv);
      if (lines.isEmpty() || !cells(lines.getFirst()).equals(COLUMNS)) {
        throw new BadInput(tsv + " must begin with the columns text, label and split");
      }
      Splits splits = new Splits(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
      for (int i = 1; i < lines.size(); i++) {
        if (!lines.get(i).isBlank()) {
          splits.add(cells(lines.get(i)), tsv + ", line " + (i + 1));
        }
      }
      if (splits.test.isEmpty()) {
        throw new BadInput(tsv + " has no row of the split test");
      }
      if (splits.train.stream().map(Example::label).filter(l -> !l.equals(OUT_OF_SCOPE)).distinct()
              .count()
          < 2) {
        throw new BadInput(tsv + " needs rows of the split train with two labels at least");
      }
      return splits;
    }

    private void add(List<String> cells, String where) {
      if (cells.size() != COLUMNS.size()) {
        throw new BadInput(where + ": " + cells.size() + " columns, not 3");
      }
      Example example = new Example(cells.get(0), cells.get(1));
      switch (cells.get(2)) {
        case "train" -> train.add(example);
        case "dev" -> dev.add(example);
        case "test" -> test.add(example);
        default -> throw new BadInput(where + ": the split '" + cells.get(2) + "' is unknown");
      }
    }

    private static List<String> cells(String line) {
      return List.of(line.split("\t", -1));
    }
  }
}
