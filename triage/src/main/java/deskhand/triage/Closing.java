package deskhand.triage;

import java.util.Locale;
import java.util.regex.Pattern;

/// Tells whether a text only ends a conversation: thanks, good-byes, a name, and nothing else.
final class Closing {
  private static final Patterns WORDS = bounded(Patterns.load("closing"));
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
