package deskhand.triage.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// The words of a text that carry meaning, as stems of their language, without its stop words and
/// without the words of politeness and small talk.
public final class Terms {
  private static final Analyzer ENGLISH = new EnglishAnalyzer();
  private static final Analyzer GERMAN = new GermanAnalyzer();
  private static final Analyzer DUTCH = new DutchAnalyzer();
  private static final Analyzer FRENCH = new FrenchAnalyzer();
  private static final Analyzer SPANISH = new SpanishAnalyzer();
  private static final Analyzer ITALIAN = new ItalianAnalyzer();
  private static final Analyzer OTHER = new StandardAnalyzer();
  private static final int MOST = 400;
  private static final int SHORTEST_PART = 5;

  private static final Set<String> CHATTER =
      stems(
          """
          hi hello hey dear good morning afternoon evening day thanks thank you please pls plz kindly
          regards greetings cheers best kind sincerely team sir madam i im i'm ive we our us you your
          u ur yours me my mine he she they them his her their it its this that these those there here
          what when where which who whom why how do does did done doing am is are was were be been
          being have has had having can could would will shall should may might must let lets let's
          want wanted like liked love need needed know knew tell told say said ask asked asking
          question questions wonder wondering curious think thought believe guess hope see saw look
          looked looking get got getting give gave go going gone come came make made take took put
          just also only really very quite much many more most some any all both each every other
          another one ones same such so too than then now still yet already again ever never always
          maybe perhaps actually basically anyway about around over under before after since until
          till while if because but and or nor not no yes ok okay oh well lol haha btw fyi asap
          thing things stuff something anything nothing everything way kind sort bit lot little few
          today tomorrow yesterday week time moment soon possible able sure right great nice fine
          help info information details idea sorry apologies bad suppose try tried trying happen
          happens happened first second last next new old people person someone somebody don't dont
          doesn't doesnt didn't didnt isn't isnt can't cant won't wont wouldn't couldn't haven't
          from up off out down onto upon per via through during between against without within long
          away end quick quickly alright two three four five six pair pairs couple roughly approx
          euro euros pound pounds quid dollar dollars
          shop store website site page company order ordered ordering orders buy buying bought
          purchase purchased item items product products customer
          """);

  private Terms() {}

  /// Distinct stems in the order of the text, bounded.
  public static Set<String> of(String text, Locale language) {
    Set<String> terms = new LinkedHashSet<>();
    try (TokenStream tokens = analyzer(language).tokenStream("", text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (terms.size() < MOST && tokens.incrementToken()) {
        terms.add(term.toString());
      }
      tokens.end();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return terms;
  }

  /// Without the words that say nothing about the subject.
  public static Set<String> content(String text, Locale language) {
    Set<String> terms = of(text, language);
    if (language.getLanguage().equals("en")) {
      terms.removeAll(CHATTER);
    }
    terms.removeIf(term -> term.length() < 2);
    return terms;
  }

  /// The same without the names of countries, which are compared by themselves.
  public static Set<String> subject(String text, Locale language) {
    Set<String> terms = content(text, language);
    for (String word : text.split("[^\\p{L}]+", -1)) {
      if (!Countries.in(word).isEmpty()) {
        terms.removeAll(of(word, language));
      }
    }
    return terms;
  }

  /// Whether a question names nothing but its subject: "what does delivery cost?"
  public static boolean general(String ask, String subject, Locale language) {
    Set<String> asked = content(ask, language);
    return !asked.isEmpty() && of(subject, language).containsAll(asked);
  }

  /// Whether one of the terms is that term, or, in languages that write words together, holds it.
  public static boolean holds(Set<String> terms, String term, Locale language) {
    if (terms.contains(term)) {
      return true;
    }
    boolean joined = language.getLanguage().equals("de") || language.getLanguage().equals("nl");
    return joined
        && term.length() >= SHORTEST_PART
        && terms.stream()
            .filter(one -> one.length() >= SHORTEST_PART)
            .anyMatch(one -> one.contains(term) || term.contains(one));
  }

  private static Set<String> stems(String words) {
    Set<String> stems = new LinkedHashSet<>();
    for (String word : words.split("\\s+", -1)) {
      stems.addAll(of(word, Locale.ENGLISH));
    }
    return Set.copyOf(stems);
  }

  private static Analyzer analyzer(Locale language) {
    return switch (language.getLanguage()) {
      case "en" -> ENGLISH;
      case "de" -> GERMAN;
      case "nl" -> DUTCH;
      case "fr" -> FRENCH;
      case "es" -> SPANISH;
      case "it" -> ITALIAN;
      default -> OTHER;
    };
  }
}
