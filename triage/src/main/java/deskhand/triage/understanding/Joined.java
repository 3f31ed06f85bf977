package deskhand.triage.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Two questions in one sentence: "how much is shipping to spain and do you take paypal". They are
/// parted only where each can stand alone.
final class Joined {
  private static final Pattern AND =
      Pattern.compile(
          ",?\\s+(?:and|und|en|et|y|e|plus|also|\\+|&)(?:\\s+|:\\s+)(?:also\\s+|auch\\s+|ook\\s+|aussi\\s+"
              + "|también\\s+|anche\\s+|then\\s+|dann\\s+)?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /// What is asked for without a verb: "battery life of the lantern".
  private static final Pattern FIGURE =
      Pattern.compile(
          "(?:the\\s+)?(?:\\p{L}+\\s+)?(?:price|cost|postage|size|weight|length|width|height|life|range|diameter"
              + "|dimensions|capacity|temperature|preis|gewicht|größe|prijs|maat|prix|poids|taille|precio|peso|prezzo)"
              + "\\s+(?:of|for|to|from|in|on|von|für|nach|van|voor|naar|de|du|pour|di|per)\\s",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final int LEAST_WORDS = 3;
  private static final int DEPTH = 4;

  private Joined() {}

  static List<Sentences.Sentence> split(String sentence) {
    return split(" ", sentence, DEPTH);
  }

  private static List<Sentences.Sentence> split(String joint, String sentence, int depth) {
    Matcher and = AND.matcher(sentence);
    while (depth > 0 && and.find()) {
      String first = sentence.substring(0, and.start());
      String second = sentence.substring(and.end());
      if (standsAlone(first, second) && asks(second)) {
        List<Sentences.Sentence> parts = new ArrayList<>();
        parts.add(new Sentences.Sentence(joint, first));
        parts.addAll(split(and.group(), second, depth - 1));
        return parts;
      }
    }
    return List.of(new Sentences.Sentence(joint, sentence));
  }

  /// A whole question or wish of its own, or a statement in front of what is clearly a question.
  private static boolean standsAlone(String half, String second) {
    int words = words(half);
    return words >= LEAST_WORDS
        && (Phrases.asks(half) || (words >= 2 * LEAST_WORDS && second.contains("?")));
  }

  private static boolean asks(String half) {
    return words(half) >= LEAST_WORDS
        && (Phrases.QUESTION.matcher(half).lookingAt() || FIGURE.matcher(half).lookingAt());
  }

  private static int words(String text) {
    return WordFeatures.words(text).size();
  }
}
