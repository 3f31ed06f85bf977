package deskhand.triage.understanding;

import deskhand.triage.IntentClassifier.Example;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// What people write around what they ask: a greeting, facts about themselves and their things, a
/// closing. A short example is learnt a second time within some of it, so that a trade's words and
/// a long story say nothing about the intent. The same example always gets the same surroundings.
final class Surroundings {
  private static final String RESOURCE = "/deskhand/triage/understanding/surroundings.txt";

  /// Longer examples have a story of their own.
  private static final int LONGEST = 100;

  /// Nobody tells a story around these.
  private static final Set<String> BARE =
      Set.of("other/automatic", "other/thanks", "other/spam", "review/feedback");

  private final List<String> openings = new ArrayList<>();
  private final List<String> facts = new ArrayList<>();
  private final List<String> closings = new ArrayList<>();

  private Surroundings() {}

  static Surroundings shipped() {
    Surroundings read = new Surroundings();
    try (InputStream in = Surroundings.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is absent");
      }
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .forEach(read::add);
    } catch (IOException broken) {
      throw new UncheckedIOException(RESOURCE + " cannot be read", broken);
    }
    return read;
  }

  private void add(String line) {
    switch (line.charAt(0)) {
      case '<' -> openings.add(line.substring(1).strip() + " ");
      case '>' -> closings.add(" " + line.substring(1).strip());
      default -> facts.add(line);
    }
  }

  /// Empty where an example is long, or of a kind that stands alone.
  Optional<Example> around(Example example) {
    String asked = example.text();
    if (asked.length() > LONGEST || BARE.contains(example.label())) {
      return Optional.empty();
    }
    Random random = new Random(asked.hashCode());
    String opening = random.nextInt(4) == 0 ? "" : any(openings, random);
    String closing = random.nextBoolean() ? "" : any(closings, random);
    String story = any(facts, random);
    if (random.nextInt(3) == 0) {
      story += " " + any(facts, random);
    }
    boolean first = random.nextInt(5) == 0;
    String told = first ? ended(asked) + " " + story : story + " " + asked;
    return Optional.of(new Example(opening + told + closing, example.label()));
  }

  private static String ended(String asked) {
    return asked.matches("(?s).*[.?!…]$") ? asked : asked + ".";
  }

  private static String any(List<String> lines, Random random) {
    return lines.get(random.nextInt(lines.size()));
  }
}
