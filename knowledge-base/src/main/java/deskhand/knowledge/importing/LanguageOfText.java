package deskhand.knowledge.importing;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;

/// Tells the language of an article by its small words ("the", "und", "een"). Answers nothing where
/// there is too little text, or no language stands out.
final class LanguageOfText {
  private static final int LEAST_WORDS = 20;
  private static final int MOST_CHARACTERS = 20_000;
  private static final double LEAST_SHARE = 0.15;
  private static final double LEAD = 1.15;
  private static final Pattern WORD = Pattern.compile("\\p{L}+");
  private static final Map<String, CharArraySet> SMALL_WORDS =
      Map.ofEntries(
          Map.entry("en", english()),
          Map.entry("de", GermanAnalyzer.getDefaultStopSet()),
          Map.entry("nl", DutchAnalyzer.getDefaultStopSet()),
          Map.entry("fr", FrenchAnalyzer.getDefaultStopSet()),
          Map.entry("es", SpanishAnalyzer.getDefaultStopSet()),
          Map.entry("it", ItalianAnalyzer.getDefaultStopSet()),
          Map.entry("pt", PortugueseAnalyzer.getDefaultStopSet()),
          Map.entry("ro", RomanianAnalyzer.getDefaultStopSet()),
          Map.entry("da", DanishAnalyzer.getDefaultStopSet()),
          Map.entry("sv", SwedishAnalyzer.getDefaultStopSet()),
          Map.entry("no", NorwegianAnalyzer.getDefaultStopSet()),
          Map.entry("fi", FinnishAnalyzer.getDefaultStopSet()),
          Map.entry("hu", HungarianAnalyzer.getDefaultStopSet()));

  private LanguageOfText() {}

  static Optional<Locale> guess(String text) {
    String start = text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
    List<String> words =
        WORD.matcher(start).results().map(word -> word.group().toLowerCase(Locale.ROOT)).toList();
    if (words.size() < LEAST_WORDS) {
      return Optional.empty();
    }
    Map<String, Double> shares = new HashMap<>();
    SMALL_WORDS.forEach((language, small) ->
        shares.put(
            language, words.stream().filter(small::contains).count() / (double) words.size()));
    List<Map.Entry<String, Double>> ranked =
        shares.entrySet().stream()
            .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
            .toList();
    double best = ranked.get(0).getValue();
    return best >= LEAST_SHARE && best >= LEAD * ranked.get(1).getValue()
        ? Optional.of(Locale.of(ranked.get(0).getKey()))
        : Optional.empty();
  }

  /// The English analyser's own list has but 33 words, too few to stand against the others.
  private static CharArraySet english() {
    try (var words =
        Objects.requireNonNull(SnowballFilter.class.getResourceAsStream("english_stop.txt"))) {
      return WordlistLoader.getSnowballWordSet(
          new InputStreamReader(words, StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
