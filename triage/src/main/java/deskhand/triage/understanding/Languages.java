package deskhand.triage.understanding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells the language of a text by its small words (`languages.txt`), by letters that few languages
/// have, and by its script; says nothing where that is not enough.
final class Languages {
  private static final String RESOURCE = "/deskhand/triage/understanding/languages.txt";
  private static final int READ = 3_000;
  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*(?:['’]\\p{L}+)*");
  private static final Pattern NO_WORDS =
      Pattern.compile("\\S+@\\S+|https?://\\S+|www\\.\\S+|\\S*\\d\\S*");
  private static final double LETTER_WEIGHT = 0.8;

  /// Below this there is too little to go by.
  private static final double ENOUGH = 1.2;

  private static final double AHEAD = 1.25;

  /// Letters, and the languages that write them.
  private static final Map<String, String> LETTERS =
      Map.ofEntries(
          Map.entry("ß", "de"),
          Map.entry("ä", "de sv fi"),
          Map.entry("ö", "de sv fi hu tr"),
          Map.entry("ü", "de hu tr"),
          Map.entry("å", "sv da no"),
          Map.entry("æ", "da no"),
          Map.entry("ø", "da no"),
          Map.entry("ñ", "es"),
          Map.entry("¿", "es"),
          Map.entry("¡", "es"),
          Map.entry("ã", "pt ro"),
          Map.entry("õ", "pt"),
          Map.entry("ç", "fr pt tr"),
          Map.entry("è", "it fr"),
          Map.entry("ò", "it"),
          Map.entry("ù", "it fr"),
          Map.entry("ê", "fr pt"),
          Map.entry("œ", "fr"),
          Map.entry("ł", "pl"),
          Map.entry("ą", "pl"),
          Map.entry("ę", "pl"),
          Map.entry("ż", "pl"),
          Map.entry("ś", "pl"),
          Map.entry("ř", "cs"),
          Map.entry("ě", "cs"),
          Map.entry("ů", "cs"),
          Map.entry("ő", "hu"),
          Map.entry("ű", "hu"),
          Map.entry("ș", "ro"),
          Map.entry("ț", "ro"),
          Map.entry("ă", "ro"),
          Map.entry("ğ", "tr"),
          Map.entry("ş", "tr"),
          Map.entry("ı", "tr"));

  private final Map<String, Map<String, Double>> weights;

  private Languages(Map<String, Map<String, Double>> weights) {
    this.weights = weights;
  }

  static Languages known() {
    Map<String, Set<String>> words = new HashMap<>();
    try (InputStream in = Languages.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is absent");
      }
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(line -> {
            for (String word : line.substring(3).split(" ", -1)) {
              words.computeIfAbsent(word, w -> new LinkedHashSet<>()).add(line.substring(0, 2));
            }
          });
    } catch (IOException broken) {
      throw new UncheckedIOException(RESOURCE + " cannot be read", broken);
    }
    Map<String, Map<String, Double>> weights = new HashMap<>();
    words.forEach((word, languages) -> {
      double weight = (word.length() == 1 ? 0.5 : 1) / languages.size();
      languages.forEach(
          language -> weights.computeIfAbsent(word, w -> new HashMap<>()).put(language, weight));
    });
    return new Languages(weights);
  }

  Optional<Locale> of(String text) {
    String start = text.length() > READ ? text.substring(0, READ) : text;
    Optional<String> script = script(start);
    if (script.isPresent()) {
      return script.map(Locale::of);
    }
    String plain = NO_WORDS.matcher(start).replaceAll(" ").toLowerCase(Locale.ROOT);
    Map<String, Double> scores = new HashMap<>();
    int count = 0;
    Matcher matcher = WORD.matcher(plain);
    while (matcher.find()) {
      count++;
      String word = matcher.group().replace('’', '\'');
      weights
          .getOrDefault(word, Map.of())
          .forEach((language, weight) -> scores.merge(language, weight, Double::sum));
    }
    LETTERS.forEach((letter, languages) -> {
      if (plain.contains(letter)) {
        for (String language : languages.split(" ", -1)) {
          scores.merge(language, LETTER_WEIGHT / (1 + languages.length() / 3), Double::sum);
        }
      }
    });
    List<Map.Entry<String, Double>> ranked = new ArrayList<>(scores.entrySet());
    ranked.sort(Map.Entry.<String, Double>comparingByValue().reversed());
    if (ranked.isEmpty()) {
      return Optional.empty();
    }
    double best = ranked.getFirst().getValue();
    double second = ranked.size() > 1 ? ranked.get(1).getValue() : 0;
    boolean sure = best >= Math.max(ENOUGH, 0.12 * count) && best >= AHEAD * second;
    return sure ? Optional.of(Locale.of(ranked.getFirst().getKey())) : Optional.empty();
  }

  /// A language that is known by its script alone, where more than half of the letters are in it.
  private static Optional<String> script(String text) {
    Map<Character.UnicodeScript, Integer> counts = new HashMap<>();
    int letters = 0;
    for (int at = 0; at < text.length(); ) {
      int point = text.codePointAt(at);
      at += Character.charCount(point);
      if (Character.isLetter(point)) {
        letters++;
        counts.merge(Character.UnicodeScript.of(point), 1, Integer::sum);
      }
    }
    int kana =
        counts.getOrDefault(Character.UnicodeScript.HIRAGANA, 0)
            + counts.getOrDefault(Character.UnicodeScript.KATAKANA, 0);
    int han = counts.getOrDefault(Character.UnicodeScript.HAN, 0);
    if (letters >= 2 && 2 * (kana + han) > letters) {
      return Optional.of(kana > 0 ? "ja" : "zh");
    }
    for (var entry : counts.entrySet()) {
      if (letters >= 2 && 2 * entry.getValue() > letters) {
        return switch (entry.getKey()) {
          case CYRILLIC -> Optional.of(text.matches("(?s).*[іїєґІЇЄҐ].*") ? "uk" : "ru");
          case GREEK -> Optional.of("el");
          case ARABIC -> Optional.of("ar");
          case HEBREW -> Optional.of("he");
          case HANGUL -> Optional.of("ko");
          case THAI -> Optional.of("th");
          default -> Optional.empty();
        };
      }
    }
    return Optional.empty();
  }
}
