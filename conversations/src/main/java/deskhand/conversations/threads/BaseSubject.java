package deskhand.conversations.threads;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// A subject without what programs put before it: "Re:", "AW:", "Fwd:", a list's name in brackets,
/// in any order and number (RFC 5256 section 2.1, with the words of other languages).
public final class BaseSubject {
  private static final Pattern LEADER =
      Pattern.compile(
          "^\\s*(?:(?:re|fwd?|fw|aw|wg|antw|antwort|sv|vs|vb|vl|rv|tr|réf?|r|i|doorst|odp|pd|ynt|ilt|res|enc|回复|答复|转发|返信|転送)"
              + "\\s*(?:\\[\\d{1,3}\\]|\\(\\d{1,3}\\))?\\s*[:：]|\\[[^\\]]{1,40}\\])\\s*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final int MOST_LEADERS = 20;

  private BaseSubject() {}

  /// For comparing: in lower case and without leaders.
  public static String of(String subject) {
    return shown(subject).toLowerCase(Locale.ROOT);
  }

  /// For showing: as it was written, without leaders.
  static String shown(String subject) {
    String rest =
        StoredText.line(Normalizer.normalize(subject, Normalizer.Form.NFKC), StoredText.LINE);
    for (int i = 0; i < MOST_LEADERS; i++) {
      String shorter = LEADER.matcher(rest).replaceFirst("");
      if (shorter.length() == rest.length() || shorter.isBlank()) {
        return rest.strip();
      }
      rest = shorter;
    }
    return rest.strip();
  }
}
