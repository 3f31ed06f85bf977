package deskhand.triage.understanding;

import deskhand.triage.IntentClassifier.Example;
import deskhand.triage.understanding.Views.Lesson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The examples that come with the program: files `examples/<language>/<group>/<name>.txt` with one
/// message a line; lines that begin with `#` explain.
final class BuiltInExamples {
  private static final String FOLDER = "deskhand/triage/examples/";
  private static final Pattern PATH =
      Pattern.compile(".*/examples/([a-z]{2})/([a-z-]+/[a-z-]+)\\.txt");

  /// The language of the shipped surroundings.
  private static final String SURROUNDED = "en";

  private BuiltInExamples() {}

  /// In the order of the files' names.
  static List<Example> all() {
    return read().stream().map(Read::example).toList();
  }

  /// As they are learnt: each example, and after all of them the same in surroundings.
  static List<Lesson> lessons(Embeddings embeddings) {
    List<Lesson> lessons = new ArrayList<>();
    all().forEach(example -> lessons.add(Lesson.of(example, embeddings, 1)));
    surrounded()
        .forEach(
            twin -> lessons.add(Lesson.of(twin.around, embeddings, 1).kin(twin.example.text())));
    return lessons;
  }

  /// Every text that is learnt.
  static List<String> texts() {
    return Stream.concat(
            all().stream().map(Example::text),
            surrounded().stream().map(twin -> twin.around.text()))
        .toList();
  }

  private record Read(String language, Example example) {}

  /// An example, and the same in surroundings.
  private record Twin(Example example, Example around) {}

  private static List<Twin> surrounded() {
    Surroundings surroundings = Surroundings.shipped();
    return read().stream()
        .filter(read -> read.language.equals(SURROUNDED))
        .flatMap(read ->
            surroundings.around(read.example).stream()
                .map(around -> new Twin(read.example, around)))
        .toList();
  }

  private static List<Read> read() {
    try {
      TreeMap<String, Resource> files = new TreeMap<>();
      for (Resource file :
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:" + FOLDER + "*/*/*.txt")) {
        files.put(file.getURL().toString(), file);
      }
      List<Read> examples = new ArrayList<>();
      for (var file : files.entrySet()) {
        Matcher path = PATH.matcher(file.getKey());
        if (!path.matches()) {
          throw new IllegalStateException("no file of examples: " + file.getKey());
        }
        try (InputStream in = file.getValue().getInputStream()) {
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .map(String::strip)
              .filter(line -> !line.isEmpty() && !line.startsWith("#"))
              .forEach(
                  line -> examples.add(new Read(path.group(1), new Example(line, path.group(2)))));
        }
      }
      return List.copyOf(examples);
    } catch (IOException broken) {
      throw new UncheckedIOException("the examples of the intents cannot be read", broken);
    }
  }
}
