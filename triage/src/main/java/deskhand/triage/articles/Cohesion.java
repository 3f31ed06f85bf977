package deskhand.triage.articles;

import java.util.Locale;
import java.util.regex.Pattern;

/// Tells whether a sentence can stand without the one before it.
final class Cohesion {
  private static final Pattern ANAPHOR =
      Pattern.compile(
          "^(it|its|they|them|their|this|that|these|those|then|after that|afterwards|otherwise|also|both|such|so|but|if (not|so|neither)|in that case|instead|there|the same|until then|from then"
              + "|er|sie|es|dies\\w*|das|danach|sonst|dann|dort|diese\\w*"
              + "|het|dit|dat|deze|die|daarna|anders|dan|ze|hij"
              + "|il|elle|ils|elles|ce|cela|cette|ces|ensuite|sinon|alors"
              + "|esto|eso|este|esta|después|si no|questo|questa|poi|altrimenti|dopo)\\b(?!('s| is| are)? (a|the|no) \\w+ \\?)",
          Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern BOUND =
      Pattern.compile(
          "^(not|but|however|except|only|unless|please note|never|no|aber|jedoch|außer|nur|nicht|maar|behalve|alleen|niet|mais|sauf|seulement|pas|pero|salvo|sólo|no|ma|tranne|solo|non)\\b",
          Pattern.UNICODE_CHARACTER_CLASS);
  private static final int SHORT = 4;

  private Cohesion() {}

  /// Whether it takes back a part of what the sentence before it says.
  static boolean bounds(String sentence) {
    return BOUND.matcher(sentence.toLowerCase(Locale.ROOT).strip()).find();
  }

  static boolean needsTheOneBefore(String sentence) {
    String low = sentence.toLowerCase(Locale.ROOT).strip();
    if (low.indexOf('?') >= 0 && low.indexOf('?') < low.length() - 1) {
      return false;
    }
    boolean scrap = low.split("\\s+", -1).length < SHORT && low.indexOf(':') < 0;
    return scrap || ANAPHOR.matcher(low).find();
  }
}
