package deskhand.triage.language;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// A list of regular expressions from a text file: one a line, `#` starts a comment.
public record Patterns(List<Pattern> expressions) {
  public Patterns {
    expressions = List.copyOf(expressions);
  }

  /// @param name of the file among the module's resources, without its ending
  public static Patterns load(String name) {
    return new Patterns(
        Resource.lines(name).stream()
            .map(line ->
                Pattern.compile(
                    line,
                    Pattern.UNICODE_CHARACTER_CLASS
                        | Pattern.UNICODE_CASE
                        | Pattern.CASE_INSENSITIVE))
            .toList());
  }

  /// Those of each constant, from the file that has its name in small letters.
  public static <E extends Enum<E>> Map<E, Patterns> loadAll(
      Class<E> kinds, String folder, String ending) {
    Map<E, Patterns> all = new EnumMap<>(kinds);
    for (E kind : requireNonNull(kinds.getEnumConstants())) {
      all.put(kind, load(folder + kind.name().toLowerCase(Locale.ROOT) + ending));
    }
    return Map.copyOf(all);
  }

  public boolean foundIn(String text) {
    return expressions.stream().anyMatch(expression -> expression.matcher(text).find());
  }

  /// The text without everything that matches.
  public String removedFrom(String text) {
    String rest = text;
    for (Pattern expression : expressions) {
      rest = expression.matcher(rest).replaceAll(" ");
    }
    return rest;
  }
}
