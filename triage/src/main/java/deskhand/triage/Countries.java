package deskhand.triage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
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
          "GB", List.of("uk", "u.k", "great britain", "britain", "england", "scotland", "wales", "northern ireland"),
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
  private static final Map<String, Pattern> NAMES = names();

  private Countries() {}

  private static Map<String, Pattern> names() {
    Map<String, Pattern> patterns = new LinkedHashMap<>();
    for (String code : Locale.getISOCountries()) {
      Set<String> names = new LinkedHashSet<>(OTHER_NAMES.getOrDefault(code, List.of()));
      Locale country = Locale.of("", code);
      LANGUAGES.forEach(language ->
          names.add(country.getDisplayCountry(language).toLowerCase(Locale.ROOT)));
      names.removeIf(name -> name.length() < 2);
      String any = String.join("|", names.stream().map(Pattern::quote).toList());
      patterns.put(
          code, Pattern.compile("(?<![\\p{L}])(" + any + ")(?![\\p{L}])"));
    }
    return patterns;
  }

  static Set<String> in(String text) {
    String low = text.toLowerCase(Locale.ROOT);
    Set<String> found = new LinkedHashSet<>();
    NAMES.forEach((code, pattern) -> {
      if (pattern.matcher(low).find()) {
        found.add(code);
      }
    });
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

  static List<String> union(List<String> first, Set<String> second) {
    Set<String> all = new LinkedHashSet<>(first);
    all.addAll(second);
    return new ArrayList<>(all);
  }
}
