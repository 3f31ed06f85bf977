package deskhand.triage.language;

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

/// Countries that a text names, by the names that six languages have for them. In a customer's text
/// adjectives, parts and larger cities count too (`countries.txt`); in an article they do not, for
/// there they are addresses.
public final class Countries {
  private static final List<Locale> LANGUAGES =
      List.of(
          Locale.ENGLISH,
          Locale.GERMAN,
          Locale.of("nl"),
          Locale.FRENCH,
          Locale.of("es"),
          Locale.ITALIAN);
  private static final Set<String> EU =
      Set.of(
          "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT",
          "LV", "LT", "LU", "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE");

  /// What an article calls a country beside its name.
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

  /// A carrier named for its country goes to others too.
  private static final Pattern POST =
      Pattern.compile("(?i)\\b(canada|austria|new zealand) post\\b");

  /// One name for two.
  private static final Pattern CHANNEL =
      Pattern.compile(
          "(?i)\\b(channel islands|kanalinseln|kanaaleilanden|îles anglo-normandes)\\b");

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

  /// After these a German name has an "s".
  private static final Set<String> GENITIVE = Set.of("innerhalb", "ausserhalb");

  private static final Set<String> CODES = Set.of(Locale.getISOCountries());
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+(?:['’][\\p{L}]+)?");
  private static final int LONGEST_TEXT = 4_000;
  private static final int LONGEST_NAME = 5;
  private static final int SHORTEST_NAME = 4;
  private static final int MOST = 10;

  private static final Map<String, String> NAMES = names();
  private static final Map<String, String> PLACES = places();

  private Countries() {}

  private static Map<String, String> names() {
    Map<String, String> names = new HashMap<>();
    for (String code : Locale.getISOCountries()) {
      for (Locale language : LANGUAGES) {
        String name = plain(Locale.of("", code).getDisplayCountry(language));
        if (name.length() >= SHORTEST_NAME) {
          names.putIfAbsent(name, code);
        }
      }
      OTHER_NAMES.getOrDefault(code, List.of()).forEach(name -> names.put(plain(name), code));
    }
    return Map.copyOf(names);
  }

  private static Map<String, String> places() {
    Map<String, String> places = new HashMap<>(NAMES);
    for (String line : Resource.lines("countries")) {
      String code = line.substring(0, 2);
      for (String name : line.substring(2).split(",", -1)) {
        places.put(plain(name.strip()), code);
      }
    }
    return Map.copyOf(places);
  }

  /// ISO codes of what a customer's text names, in that order; at most ten.
  public static List<String> in(String text) {
    List<Named> found = new ArrayList<>();
    String cut = cut(text);
    Matcher codes = CODE.matcher(cut);
    while (codes.find()) {
      String code = codes.group(1).equals("UK") ? "GB" : codes.group(1);
      if (CODES.contains(code)) {
        found.add(new Named(codes.start(1), code));
      }
    }
    found.addAll(found(cut, PLACES));
    found.sort((a, b) -> Integer.compare(a.at, b.at));
    return found.stream().map(Named::code).distinct().limit(MOST).toList();
  }

  /// ISO codes of the countries that an article's sentence names.
  public static Set<String> named(String sentence) {
    Set<String> codes = new LinkedHashSet<>();
    found(POST.matcher(cut(sentence)).replaceAll(""), NAMES).forEach(one -> codes.add(one.code));
    if (CHANNEL.matcher(sentence).find()) {
      codes.addAll(List.of("GG", "JE"));
    }
    return codes;
  }

  /// How well what a sentence says about countries fits: 1 it names one of them, 0.6 a group they
  /// are in, 0.4 all the others, 0 no country at all, -1 others alone.
  public static double fit(Set<String> wanted, String sentence) {
    Set<String> named = named(sentence);
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

  /// Whether a sentence of an article is for some countries alone.
  public static boolean namesPlaces(String sentence) {
    String low = sentence.toLowerCase(Locale.ROOT);
    return !named(sentence).isEmpty() || EU_GROUP.matcher(low).find() || OTHERS.matcher(low).find();
  }

  private record Named(int at, String code) {}

  private record Word(int at, String plain) {}

  private static List<Named> found(String text, Map<String, String> names) {
    List<Named> found = new ArrayList<>();
    List<Word> words = words(text);
    int i = 0;
    while (i < words.size()) {
      int taken = 1;
      StringBuilder name = new StringBuilder();
      String code = null;
      for (int n = 0; n < LONGEST_NAME && i + n < words.size(); n++) {
        name.append(n == 0 ? "" : " ").append(words.get(i + n).plain);
        String one = names.get(name.toString());
        if (one == null && isGenitive(name, words, i)) {
          one = names.get(name.substring(0, name.length() - 1));
        }
        if (one != null && meant(name.toString(), words, i)) {
          code = one;
          taken = n + 1;
        }
      }
      if (code != null) {
        found.add(new Named(words.get(i).at, code));
      }
      i += taken;
    }
    return found;
  }

  /// "Innerhalb Österreichs"; elsewhere an "s" makes jerseys of Jersey.
  private static boolean isGenitive(CharSequence name, List<Word> words, int at) {
    return at > 0
        && GENITIVE.contains(words.get(at - 1).plain)
        && name.charAt(name.length() - 1) == 's';
  }

  private static boolean meant(String name, List<Word> words, int at) {
    return !AMBIGUOUS.contains(name) || (at > 0 && BEFORE.contains(words.get(at - 1).plain));
  }

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
  static String plain(String name) {
    String low = name.toLowerCase(Locale.ROOT);
    if (low.chars().allMatch(letter -> letter == ' ' || (letter >= 'a' && letter <= 'z'))) {
      return low;
    }
    return Normalizer.normalize(low, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replace("ß", "ss")
        .replace("ø", "o")
        .replace("æ", "ae")
        .replace("ł", "l")
        .replaceAll("[^\\p{L}]+", " ")
        .strip();
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
  }
}
