package deskhand.triage;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Which countries a sentence of an article names, by the names that several languages have for
/// them, and which groups of countries.
final class Countries {
  private static final List<Locale> LANGUAGES =
      List.of(
          Locale.ENGLISH,
          Locale.GERMAN,
          Locale.FRENCH,
          Locale.ITALIAN,
          Locale.of("nl"),
          Locale.of("es"));
  private static final Set<String> EU =
      Set.of(
          "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT",
          "LV", "LT", "LU", "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE");
  private static final Map<String, List<String>> OTHER_NAMES =
      Map.of(
          "GB",
              List.of(
                  "uk",
                  "u.k",
                  "great britain",
                  "britain",
                  "england",
                  "scotland",
                  "wales",
                  "northern ireland"),
          "US", List.of("usa", "u.s", "u.s.a", "united states of america", "america", "the us"),
          "NL", List.of("holland", "the netherlands", "dutch"),
          "CZ", List.of("czech republic"),
          "AE", List.of("uae", "dubai"),
          "CH", List.of("swiss"));
  private static final Pattern EU_GROUP =
      Pattern.compile(
          "\\b(eu|european union|europe|eu-länder\\w*|europa|union européenne|unión europea|ue)\\b",
          Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern OTHERS =
      Pattern.compile(
          "\\b((all|any|every|other) (\\w+ )?countr(y|ies)|(your|a) country (is|isn't|is not)|not in the (table|list)"
              + "|worldwide|rest of the world|elsewhere|international(ly)?|andere\\w* länder\\w*|übrige\\w* länder"
              + "|andere landen|overige landen|autres pays|otros países|altri paesi)\\b",
          Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+(?:\\.\\p{L})*");
  private static final int LONGEST_NAME = 5;
  private static final int LONGEST_TEXT = 4_000;
  private static final Map<String, String> NAMES = names();

  private Countries() {}

  private static Map<String, String> names() {
    Map<String, String> codes = new HashMap<>();
    for (String code : Locale.getISOCountries()) {
      Locale country = Locale.of("", code);
      for (Locale language : LANGUAGES) {
        put(codes, country.getDisplayCountry(language), code);
      }
      OTHER_NAMES.getOrDefault(code, List.of()).forEach(name -> put(codes, name, code));
    }
    return Map.copyOf(codes);
  }

  private static void put(Map<String, String> codes, String name, String code) {
    List<String> words = words(name);
    if (name.length() >= 2 && words.size() <= LONGEST_NAME) {
      codes.put(String.join(" ", words), code);
    }
  }

  private static List<String> words(String text) {
    return WORD.matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .map(java.util.regex.MatchResult::group)
        .toList();
  }

  static Set<String> in(String text) {
    List<String> words =
        words(text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT));
    Set<String> found = new LinkedHashSet<>();
    int i = 0;
    while (i < words.size()) {
      int taken = 1;
      for (int length = Math.min(LONGEST_NAME, words.size() - i); length > 0; length--) {
        String code = NAMES.get(String.join(" ", words.subList(i, i + length)));
        if (code != null) {
          found.add(code);
          taken = length;
          break;
        }
      }
      i += taken;
    }
    return found;
  }

  /// How well what a sentence says about countries fits: 1 it names one of them, 0.6 a group they
  /// are in, 0.4 all the others, 0 no country at all, -1 others alone.
  static double fit(Set<String> wanted, String sentence) {
    Set<String> named = in(sentence);
    String low = sentence.toLowerCase(Locale.ROOT);
    if (named.stream().anyMatch(wanted::contains)) {
      return 1;
    }
    if (EU_GROUP.matcher(low).find()) {
      return wanted.stream().anyMatch(EU::contains) ? 0.6 : -0.5;
    }
    if (OTHERS.matcher(low).find()) {
      return 0.4;
    }
    return named.isEmpty() ? 0 : -1;
  }
}
