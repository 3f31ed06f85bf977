package deskhand.knowledge.importing;

import deskhand.knowledge.Audience;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a file says of its article: for whom, where and when it holds. In Markdown it stands before
/// the text, between two lines of `---`, one `key: value` a line; a value may stand in quotes, a
/// list in brackets or on lines of `- value`. Keys that are not known here are passed over.
record FrontMatter(
    Optional<String> title,
    Optional<Audience> audience,
    Optional<Locale> language,
    Set<String> countries,
    Days days) {
  static final FrontMatter NONE = of(Optional.empty(), Optional.empty());
  private static final int MOST_LINES = 200;

  /// The first and the last day.
  record Days(Optional<LocalDate> from, Optional<LocalDate> to) {}

  /// Of a file that says nothing of itself but its name.
  static FrontMatter named(String name) {
    return of(Optional.of(name), Optional.empty());
  }

  static FrontMatter of(Optional<String> title, Optional<Locale> language) {
    return new FrontMatter(
        title, Optional.empty(), language, Set.of(), new Days(Optional.empty(), Optional.empty()));
  }

  Optional<LocalDate> effectiveFrom() {
    return days.from();
  }

  Optional<LocalDate> effectiveTo() {
    return days.to();
  }

  /// Parts a Markdown file into what it says of itself and its text.
  static Importing.Source split(String text) {
    List<String> lines = text.lines().limit(MOST_LINES).toList();
    if (lines.isEmpty() || !lines.getFirst().strip().equals("---")) {
      return new Importing.Source(NONE, text);
    }
    for (int end = 1; end < lines.size(); end++) {
      String line = lines.get(end).strip();
      if (line.equals("---") || line.equals("...")) {
        String body = text.lines().skip(end + 1L).collect(Collectors.joining("\n"));
        return new Importing.Source(read(values(lines.subList(1, end))), body.strip() + "\n");
      }
    }
    if (lines.stream().skip(1).limit(1).anyMatch(line -> line.matches("[a-z_]+:.*"))) {
      throw new Refusal("The lines before the text begin with --- and never end with ---.");
    }
    return new Importing.Source(NONE, text);
  }

  private static Map<String, List<String>> values(List<String> lines) {
    Map<String, List<String>> values = new HashMap<>();
    List<String> open = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      int colon = line.indexOf(':');
      if (line.startsWith("- ")) {
        open.add(unquoted(line.substring(2)));
      } else if (colon > 0) {
        String key = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        open = new ArrayList<>(list(line.substring(colon + 1)));
        if (values.put(key, open) != null) {
          throw new Refusal("Line " + (i + 2) + ": “" + key + "” is given twice.");
        }
      } else {
        throw new Refusal("Line " + (i + 2) + " is not of the form “key: value”.");
      }
    }
    return values;
  }

  private static List<String> list(String value) {
    String plain = value.strip();
    if (plain.startsWith("[") && plain.endsWith("]")) {
      return List.of(plain.substring(1, plain.length() - 1).split(",")).stream()
          .map(FrontMatter::unquoted)
          .filter(one -> !one.isEmpty())
          .toList();
    }
    String one = unquoted(plain);
    return one.isEmpty() ? List.of() : List.of(one);
  }

  private static String unquoted(String value) {
    String plain = value.strip();
    if (plain.isEmpty()) {
      return plain;
    }
    char quote = plain.charAt(0);
    if (quote != '"' && quote != '\'') {
      int comment = plain.indexOf(" #");
      return comment < 0 ? plain : plain.substring(0, comment).strip();
    }
    int end = plain.lastIndexOf(quote);
    if (end == 0) {
      throw new Refusal("A quote is opened and not closed: " + brief(plain));
    }
    String inner = plain.substring(1, end);
    return quote == '"'
        ? inner.replace("\\\"", "\"").replace("\\\\", "\\")
        : inner.replace("''", "'");
  }

  private static FrontMatter read(Map<String, List<String>> values) {
    Days days = new Days(day(values, "effective_from"), day(values, "effective_to"));
    if (days.from().isPresent()
        && days.to().isPresent()
        && days.to().get().isBefore(days.from().get())) {
      throw new Refusal("effective_to comes before effective_from.");
    }
    return new FrontMatter(
        one(values, "title"),
        one(values, "audience").map(FrontMatter::audience),
        one(values, "language").map(FrontMatter::language),
        countries(values.getOrDefault("countries", List.of())),
        days);
  }

  private static Optional<String> one(Map<String, List<String>> values, String key) {
    List<String> given = values.getOrDefault(key, List.of());
    if (given.size() > 1) {
      throw new Refusal("“" + key + "” is one value, not a list.");
    }
    return given.stream().findFirst();
  }

  private static Audience audience(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "public" -> Audience.PUBLIC;
      case "internal" -> Audience.INTERNAL;
      default -> throw new Refusal("audience is public or internal, not " + brief(value) + ".");
    };
  }

  static Locale language(String value) {
    Locale locale = Locale.forLanguageTag(value.replace('_', '-'));
    if (!locale.getLanguage().matches("[a-z]{2,3}")) {
      throw new Refusal("language is a code such as en or de-AT, not " + brief(value) + ".");
    }
    return locale;
  }

  private static Set<String> countries(List<String> given) {
    Set<String> known = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
    return given.stream()
        .flatMap(one -> List.of(one.split("[,\\s]+")).stream())
        .map(code -> code.toUpperCase(Locale.ROOT))
        .filter(code -> !code.isEmpty())
        .peek(code -> {
          if (!known.contains(code)) {
            throw new Refusal("countries are codes such as DE or FR, not " + brief(code) + ".");
          }
        })
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Optional<LocalDate> day(Map<String, List<String>> values, String key) {
    return one(values, key)
        .map(value -> {
          try {
            return LocalDate.parse(value);
          } catch (DateTimeException broken) {
            throw new Refusal(key + " is a day such as 2026-04-01, not " + brief(value) + ".");
          }
        });
  }

  private static String brief(String value) {
    return "“" + (value.length() > 40 ? value.substring(0, 40) + "…" : value) + "”";
  }
}
