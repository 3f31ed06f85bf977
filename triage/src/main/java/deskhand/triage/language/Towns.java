package deskhand.triage.language;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Countries of the towns and regions that a text names as a place: "postage to Kirkwall", "I live
/// in Mayo". A town's name alone is often a person's or a word, so it counts only after such a
/// word, in brackets, or alone on its line.
public final class Towns {
  private static final List<String> FILES = List.of("towns", "regions");
  private static final int MOST_WORDS = 4;
  private static final int LONGEST_TEXT = 2_000;

  /// Where a place may begin, and up to four words from there.
  private static final Pattern PLACE =
      Pattern.compile(
          "(?:(?:^|[\\s(])(?:to|in|into|near|at|around|outside|nach|bei|aus|naar|te|vers|à|en|a|per|para|hasta|pour|sur|da)"
              + "(?:\\s+(?:county|co\\.?|the))?\\s+|\\(|^\\s*|,\\s*)"
              + "(?=(\\p{L}[\\p{L}'’-]+(?:[ ]\\p{L}[\\p{L}'’-]+){0,3}))",
          Pattern.MULTILINE | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

  /// A place that stands by itself, on a line or after a comma, ends there.
  private static final Pattern ENDS = Pattern.compile("\\s*(?:$|[).,;?!\\n])");

  private static final Pattern LED = Pattern.compile("\\p{L}");

  private static final Map<String, String> COUNTRIES = countries();

  private Towns() {}

  private static Map<String, String> countries() {
    Map<String, String> countries = new HashMap<>();
    for (String file : FILES) {
      for (String line : Resource.lines(file)) {
        String[] parts = line.split("\t", 2);
        for (String town : parts[1].split(",", -1)) {
          countries.put(Countries.plain(town), parts[0]);
        }
      }
    }
    return Map.copyOf(countries);
  }

  /// The countries of the first town that is named: only the store's own where it has one of that
  /// name.
  ///
  /// @param home ISO code of the store's country
  public static Set<String> in(String text, String home) {
    String cut = text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    List<MatchResult> places = PLACE.matcher(cut).results().toList();
    for (boolean led : new boolean[] {true, false}) {
      for (MatchResult place : places) {
        Set<String> codes = leads(place) == led ? of(cut, place, led, home) : Set.of();
        if (!codes.isEmpty()) {
          return codes;
        }
      }
    }
    return Set.of();
  }

  /// Whether a word leads to it.
  private static boolean leads(MatchResult place) {
    return LED.matcher(place.group()).find();
  }

  private static Set<String> of(String text, MatchResult place, boolean led, String home) {
    String[] words = place.group(1).split(" ", -1);
    int end = place.end(1);
    for (int n = Math.min(MOST_WORDS, words.length); n > 0; n--) {
      String name = String.join(" ", List.of(words).subList(0, n));
      String codes = COUNTRIES.get(Countries.plain(name));
      int at = place.start(1) + name.length();
      if (codes != null
          && (led
              || ENDS.matcher(text.substring(at, Math.min(text.length(), end + 1))).lookingAt())) {
        Set<String> all = new LinkedHashSet<>(List.of(codes.split(" ", -1)));
        return all.contains(home) ? Set.of(home) : all;
      }
    }
    return Set.of();
  }
}
