package deskhand.triage.guards;

import deskhand.triage.language.Patterns;
import deskhand.triage.language.Speech;
import java.util.Locale;
import java.util.regex.Pattern;

/// Tells whether a text only ends a conversation: thanks, good-byes, a name, and nothing else.
final class Closing {
  private static final Patterns WORDS = bounded(Patterns.load("guards/closing"));
  private static final Pattern FILLERS =
      Pattern.compile(
          "\\b(and|the|a|to|you|your|u|i|it|is|was|for|so|very|all|really|also|again|just|one|my"
              + "|hello|hi|hey|dear|sir|madam|team|und|ich|das|en|et|de|ook|auch|aussi|y|e|si|ja|ok)\\b",
          Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern ASKING =
      Pattern.compile(
          "^\\W*((so|and|but|ok|okay|hey|hi|hello)\\W+)*(where|when|why|which|who)\\w*\\b|^\\W*((so|and|but|ok|okay|hey|hi|hello)\\W+)*how (long|much|many|come|soon)\\b");

  /// Words that stand beside thanks and end nothing by themselves.
  private static final Pattern BESIDE =
      Pattern.compile(
          "\\b(it|that|this|now|then|everything|again|indeed|lot|bunch|million|helps?)\\b",
          Pattern.UNICODE_CHARACTER_CLASS);

  /// "Not solved" is no thanks.
  private static final Pattern DENIED =
      Pattern.compile(
          "\\b(not|never|nothing|still|yet|no|\\w+n't|nicht|kein\\w*|noch|niet|geen|nog|pas|rien|nada|niente|non)\\b",
          Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern FOR_ANSWER =
      Pattern.compile(
          "\\b(thanks|thank you|thx|cheers|ta) (so much |very much |a lot )?for (the|your|that|this)( \\w+)? (help|answer|reply|response|info\\w*|explanation|clarification|support|swiftness)\\b|\\bdanke für (die|ihre|deine) (\\w+ )?(hilfe|antwort|auskunft|info)\\b|\\bbedankt voor (de|het|je|uw) (\\w+ )?(hulp|antwoord|uitleg|info)\\b|\\bmerci pour (votre|la|cette|ta) (\\w+ )?(aide|réponse|explication)\\b|\\bgracias por (la|su|tu) (\\w+ )?(ayuda|respuesta)\\b|\\bgrazie per (la|il) (\\w+ )?(risposta|aiuto)\\b",
          Pattern.UNICODE_CHARACTER_CLASS);

  private static final int LONGEST = 240;
  private static final int MOST_LEFT = 14;

  private Closing() {}

  private static Patterns bounded(Patterns words) {
    return new Patterns(
        words.expressions().stream()
            .map(word ->
                Pattern.compile(
                    "(?<![\\w'])" + word.pattern() + "(?![\\w'])",
                    Pattern.UNICODE_CHARACTER_CLASS | Pattern.UNICODE_CASE))
            .toList());
  }

  /// Whether it thanks for an answer and neither asks nor complains, whatever else it tells.
  static boolean thanksForAnswer(String text) {
    String low = text.toLowerCase(Locale.ROOT).replace('’', '\'').strip();
    return low.length() <= LONGEST
        && low.indexOf('?') < 0
        && FOR_ANSWER.matcher(low).find()
        && !DENIED.matcher(low).find()
        && !Speech.demandsAct(low)
        && !Speech.wishes(low);
  }

  static boolean is(String text) {
    String low = text.toLowerCase(Locale.ROOT).replace('’', '\'').strip();
    if (low.isEmpty()
        || low.length() > LONGEST
        || low.indexOf('?') >= 0
        || ASKING.matcher(low).find()) {
      return false;
    }
    String rest = WORDS.removedFrom(low);
    String core = BESIDE.matcher(low).replaceAll(" ");
    boolean thanked = WORDS.removedFrom(core).length() < core.length();
    if (DENIED.matcher(rest).find()) {
      return false;
    }
    String left =
        FILLERS.matcher(WORDS.removedFrom(rest)).replaceAll(" ").replaceAll("[^\\p{L}\\d]+", "");
    return thanked && left.length() <= MOST_LEFT && left.chars().noneMatch(Character::isDigit);
  }
}
