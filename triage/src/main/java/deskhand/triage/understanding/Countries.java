package deskhand.triage.understanding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Countries that a text names: by their names in the six languages of the examples, by adjectives,
/// abbreviations and larger cities (`countries.txt`).
final class Countries {
  private static final String RESOURCE = "/deskhand/triage/understanding/countries.txt";
  private static final List<Locale> LANGUAGES =
      List.of(
          Locale.ENGLISH,
          Locale.GERMAN,
          Locale.of("nl"),
          Locale.FRENCH,
          Locale.of("es"),
          Locale.ITALIAN);

  /// Two capital letters are a country only after one of these words; `us`, `it`, `no`, `de` are
  /// words too.
  private static final Pattern CODE =
      Pattern.compile(
          "(?i:\\b(?:in|to|from|for|nach|aus|naar|uit|vers|en|au|aux|a|hacia|desde|da|dal|the|of))\\s+"
              + "\\(?([A-Z]{2})(?![\\p{L}\\p{N}])");

  /// Names that are everyday words or given names too: countries only after one of `BEFORE`.
  private static final Set<String> AMBIGUOUS =
      Set.of(
          "chad",
          "china",
          "cork",
          "cuba",
          "florence",
          "georgia",
          "guinea",
          "jersey",
          "jordan",
          "mali",
          "oman",
          "polish",
          "sofia",
          "turkey");

  private static final Set<String> BEFORE =
      Set.of(
          "to", "from", "in", "nach", "aus", "naar", "uit", "vers", "en", "au", "hacia", "da", "of",
          "de", "von");

  private static final Set<String> CODES = Set.of(Locale.getISOCountries());

  private final Map<String, String> names;
  private final int longest;

  private Countries(Map<String, String> names) {
    this.names = names;
    this.longest = names.keySet().stream().mapToInt(name -> words(name).size()).max().orElse(1);
  }

  static Countries known() {
    Map<String, String> names = new HashMap<>();
    for (String code : Locale.getISOCountries()) {
      for (Locale language : LANGUAGES) {
        String name = plain(Locale.of("", code).getDisplayCountry(language));
        if (name.length() > 3) {
          names.putIfAbsent(name, code);
        }
      }
    }
    try (InputStream in = Countries.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is absent");
      }
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(line -> {
            String code = line.substring(0, 2);
            for (String name : line.substring(2).split(",", -1)) {
              names.put(plain(name.strip()), code);
            }
          });
    } catch (IOException broken) {
      throw new UncheckedIOException(RESOURCE + " cannot be read", broken);
    }
    return new Countries(names);
  }

  /// ISO codes, in the order in which they are named.
  List<String> in(String text) {
    record Named(int at, String code) {}
    List<Named> found = new ArrayList<>();
    Matcher codes = CODE.matcher(text);
    while (codes.find()) {
      String code = codes.group(1).equals("UK") ? "GB" : codes.group(1);
      if (CODES.contains(code)) {
        found.add(new Named(codes.start(1), code));
      }
    }
    List<Word> words = words(text);
    for (int i = 0; i < words.size(); i++) {
      StringBuilder name = new StringBuilder();
      String longestMatch = null;
      int taken = 0;
      for (int n = 0; n < longest && i + n < words.size(); n++) {
        name.append(n == 0 ? "" : " ").append(words.get(i + n).plain);
        String code = names.get(name.toString());
        if (code != null && meant(name.toString(), words, i)) {
          longestMatch = code;
          taken = n;
        }
      }
      if (longestMatch != null) {
        found.add(new Named(words.get(i).at, longestMatch));
        i += taken;
      }
    }
    found.sort((a, b) -> Integer.compare(a.at, b.at));
    Set<String> codesInOrder = new LinkedHashSet<>();
    found.forEach(named -> codesInOrder.add(named.code));
    return codesInOrder.stream().limit(10).toList();
  }

  private static boolean meant(String name, List<Word> words, int at) {
    return !AMBIGUOUS.contains(name) || (at > 0 && BEFORE.contains(words.get(at - 1).plain));
  }

  private record Word(int at, String plain) {}

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+(?:['’][\\p{L}]+)?");

  private static List<Word> words(String text) {
    List<Word> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      String word = plain(matcher.group());
      int article = word.indexOf(' ');
      words.add(new Word(matcher.start(), article < 0 ? word : word.substring(article + 1)));
    }
    return words;
  }

  /// Lower case, without accents and apostrophes.
  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replace("ß", "ss")
        .replaceAll("[^\\p{L}]+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}
