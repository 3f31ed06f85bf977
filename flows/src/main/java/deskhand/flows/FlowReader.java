package deskhand.flows;

import deskhand.conversations.Purpose;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/// Reads a flow from YAML; what is missing, unknown or misspelled is an error that names its place.
final class FlowReader {
  private static final Pattern LENGTH = Pattern.compile("(\\d{1,4}) (minute|hour|day)s?");
  private static final int LONGEST = 200_000;

  private FlowReader() {}

  static Flow read(String yaml) {
    Fields flow = new Fields("flow", load(yaml));
    flow.only(
        "name", "start", "about", "purpose", "too late after", "ends when", "steps", "letters");
    Map<String, Letter> letters = new LinkedHashMap<>();
    flow.fields("letters").each((name, each) -> letters.put(name, letter(each)));
    return new Flow(
        flow.text("name"),
        new Flow.Start(flow.oneOf(Trigger.class, "start"), flow.oneOf(Flow.About.class, "about")),
        new Flow.Limits(
            flow.oneOf(Purpose.class, "purpose"), ends(flow), flow.length("too late after")),
        flow.list("steps").stream().map(FlowReader::step).toList(),
        letters);
  }

  private static @Nullable Object load(String yaml) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(0);
    options.setCodePointLimit(LONGEST);
    options.setNestingDepthLimit(10);
    try {
      return new Yaml(new SafeConstructor(options)).load(yaml);
    } catch (YAMLException broken) {
      throw new IllegalArgumentException("not YAML: " + broken.getMessage(), broken);
    }
  }

  private static Set<Condition> ends(Fields flow) {
    Set<Condition> ends = new LinkedHashSet<>();
    for (String words : flow.texts("ends when")) {
      ends.add(oneOf(Condition.class, words, "ends when"));
    }
    return ends;
  }

  private static Step step(Fields step) {
    if (step.has("send")) {
      step.only("send");
      return new Step.Send(step.text("send"));
    }
    if (step.has("hold while")) {
      step.only("hold while", "look again after");
      return new Step.Hold(
          step.oneOf(Condition.class, "hold while"), step.length("look again after"));
    }
    step.only("wait", "after", "give up after");
    return new Step.Wait(
        step.length("wait"), step.oneOf(Step.Anchor.class, "after"), step.length("give up after"));
  }

  private static Letter letter(Fields languages) {
    Map<String, Letter.Text> texts = new LinkedHashMap<>();
    languages.each((language, text) -> {
      text.only("subject", "text");
      texts.put(language, new Letter.Text(text.text("subject"), text.paragraphs("text")));
    });
    return new Letter(texts);
  }

  private static <E extends Enum<E>> E oneOf(Class<E> type, String words, String place) {
    String name = words.toUpperCase(Locale.ROOT).replace(' ', '_');
    for (E each : type.getEnumConstants()) {
      if (each.name().equals(name)) {
        return each;
      }
    }
    throw new IllegalArgumentException(place + ": " + words + " is not known");
  }

  /// A mapping of the file, with its place.
  private record Fields(String place, Map<String, Object> map) {
    Fields(String place, @Nullable Object node) {
      this(place, mapping(place, node));
    }

    private static Map<String, Object> mapping(String place, @Nullable Object node) {
      if (!(node instanceof Map<?, ?> map)) {
        throw new IllegalArgumentException(place + ": is no mapping");
      }
      Map<String, Object> fields = new LinkedHashMap<>();
      map.forEach((key, value) -> fields.put(String.valueOf(key), value));
      return fields;
    }

    interface Each {
      void on(String name, Fields fields);
    }

    boolean has(String name) {
      return map.containsKey(name);
    }

    void only(String... names) {
      Set<String> unknown = new LinkedHashSet<>(map.keySet());
      unknown.removeAll(List.of(names));
      if (!unknown.isEmpty()) {
        throw new IllegalArgumentException(place + ": " + unknown + " is not known");
      }
    }

    Fields fields(String name) {
      return new Fields(place + "." + name, map.get(name));
    }

    void each(Each each) {
      map.forEach((name, value) -> each.on(name, new Fields(place + "." + name, value)));
    }

    List<Fields> list(String name) {
      List<Fields> all = new ArrayList<>();
      for (Object each : objects(name)) {
        all.add(new Fields(place + "." + name + "[" + all.size() + "]", each));
      }
      return all;
    }

    List<String> texts(String name) {
      return objects(name).stream().map(each -> string(each, name)).toList();
    }

    List<List<String>> paragraphs(String name) {
      List<List<String>> all = new ArrayList<>();
      for (Object each : objects(name)) {
        if (!(each instanceof List<?> sentences)) {
          throw new IllegalArgumentException(place + "." + name + ": a paragraph is a list");
        }
        all.add(sentences.stream().map(sentence -> string(sentence, name)).toList());
      }
      return all;
    }

    private List<?> objects(String name) {
      if (!(map.get(name) instanceof List<?> list)) {
        throw new IllegalArgumentException(place + "." + name + ": is no list");
      }
      return list;
    }

    private String string(@Nullable Object node, String name) {
      if (!(node instanceof String text) || text.isBlank()) {
        throw new IllegalArgumentException(place + "." + name + ": is no text");
      }
      return text;
    }

    String text(String name) {
      return string(map.get(name), name);
    }

    <E extends Enum<E>> E oneOf(Class<E> type, String name) {
      return FlowReader.oneOf(type, text(name), place + "." + name);
    }

    /// Such as `10 days`.
    Duration length(String name) {
      Matcher length = LENGTH.matcher(text(name));
      if (!length.matches()) {
        throw new IllegalArgumentException(
            place + "." + name + ": a length looks like 10 days, 3 hours or 5 minutes");
      }
      long number = Long.parseLong(length.group(1));
      return switch (length.group(2)) {
        case "minute" -> Duration.ofMinutes(number);
        case "hour" -> Duration.ofHours(number);
        default -> Duration.ofDays(number);
      };
    }
  }
}
