package deskhand.eval;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What stands behind `eval`: what to measure, a path or none, and options that each have a value.
record CommandLine(String what, Optional<Path> path, Map<String, String> options) {
  static final String USAGE =
      "usage: eval decisions|intents|retrieval|mail|html|crash|all [PATH] [--out FILE]";

  static CommandLine parse(List<String> words) {
    List<String> plain = new ArrayList<>();
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (!word.startsWith("--")) {
        plain.add(word);
      } else if (i + 1 < words.size()) {
        options.put(word.substring(2), words.get(++i));
      } else {
        throw new BadInput(word + " needs a value");
      }
    }
    if (plain.isEmpty() || plain.size() > 2) {
      throw new BadInput(USAGE);
    }
    return new CommandLine(
        plain.getFirst(),
        plain.size() == 2 ? Optional.of(existing(Path.of(plain.get(1)))) : Optional.empty(),
        Map.copyOf(options));
  }

  Path requiredPath() {
    return path.orElseThrow(() -> new BadInput("eval " + what + " needs a path"));
  }

  Optional<Path> out() {
    return Optional.ofNullable(options.get("out")).map(Path::of);
  }

  int number(String option, int otherwise) {
    String value = options.get(option);
    if (value == null) {
      return otherwise;
    }
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException none) {
      throw new BadInput("--" + option + " needs a number, not '" + value + "'");
    }
  }

  private static Path existing(Path path) {
    if (!Files.exists(path)) {
      throw new BadInput("there is no " + path);
    }
    return path;
  }
}
