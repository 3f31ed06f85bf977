package deskhand.triage.language;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words at the end of a text that say good-bye and who wrote it; they are no part of a
/// question.
public final class SignOff {
  private static final String NAME = "\\p{Lu}[\\p{L}'’-]*\\.?";
  private static final String NAMES =
      NAME + "(?:[ \\t]+(?:" + NAME + "|van|de|der|den|von|&|x)){0,3}";
  private static final String BYE =
      "(?i:(?:(?:kind|best|warm|many|with|mit|met|con)\\s+)?(?:\\p{L}+\\s+)?(?:regards|wishes|greetings|thanks|grüßen|grüße|gruß|groet(?:en|jes)?|salutations|saludos|saluti)|cheers|thanks(?: in advance)?|thank you|thx|ta|sincerely|yours(?: \\p{L}+)?|cordially|love|bye|vg|mfg|lg)";

  /// Behind the end of a sentence or on a line of its own: a good-bye with or without a name, or a
  /// name alone.
  private static final Pattern LAST =
      Pattern.compile(
          "(?:(?<=[.!?)])[ \\t]+|\\s*\\n\\s*|(?<=[.!?)])\\s*\\n\\s*)(?:"
              + BYE
              + "[,.!]*(?:\\s+"
              + NAMES
              + ")?|"
              + NAMES
              + ")[\\s,.!]*(?:\\bx+)?\\s*$",
          Pattern.UNICODE_CHARACTER_CLASS);

  /// A name, then a place or a firm.
  private static final int MOST = 3;

  private static final int LEAST_LEFT = 3;

  private SignOff() {}

  /// The text without them; the same where nothing would be left of it.
  public static String removedFrom(String text) {
    String rest = text.strip();
    for (int i = 0; i < MOST; i++) {
      Matcher last = LAST.matcher(rest);
      if (!last.find() || rest.substring(0, last.start()).split("\\s+", -1).length < LEAST_LEFT) {
        return rest;
      }
      rest = rest.substring(0, last.start()).strip();
    }
    return rest;
  }
}
