package deskhand.triage.understanding;

import deskhand.triage.IntentClassifier.Example;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The examples that come with the program: files `examples/<language>/<group>/<name>.txt` with one
/// message a line; lines that begin with `#` explain.
final class BuiltInExamples {
  private static final String FOLDER = "deskhand/triage/examples/";
  private static final Pattern PATH =
      Pattern.compile(".*/examples/([a-z]{2})/([a-z-]+/[a-z-]+)\\.txt");

  private BuiltInExamples() {}

  /// In the order of the files' names.
  static List<Example> all() {
    try {
      TreeMap<String, Resource> files = new TreeMap<>();
      for (Resource file :
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:" + FOLDER + "*/*/*.txt")) {
        files.put(file.getURL().toString(), file);
      }
      List<Example> examples = new ArrayList<>();
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
              .forEach(line -> examples.add(new Example(line, path.group(2))));
        }
      }
      return List.copyOf(examples);
    } catch (IOException broken) {
      throw new UncheckedIOException("the examples of the intents cannot be read", broken);
    }
  }
}
