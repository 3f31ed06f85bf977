package deskhand.conversations.threads;

import java.util.Locale;

/// Text of outsiders, made fit for a column: PostgreSQL refuses U+0000, and lone surrogates are no
/// Unicode text.
public final class StoredText {
  /// Characters of a text that are kept; the raw mail holds the rest.
  static final int TEXT = 500_000;

  /// Characters of a subject, a name or a file name.
  public static final int LINE = 1_000;

  /// Characters of a header that are kept; RFC 5322 section 2.1.1 allows 998 in a line.
  static final int HEADER = 900;

  /// Characters of a text whose words can be searched for.
  private static final int SEARCHED = 8_000;

  private static final int LONGEST_WORD = 100;

  private StoredText() {}

  /// The text with every character replaced that cannot be stored, cut at that many characters.
  public static String of(String text, int most) {
    StringBuilder clean = null;
    int end = Math.min(text.length(), most);
    if (end > 0 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < end
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (c == 0 || (Character.isSurrogate(c) && !pair)) {
        if (clean == null) {
          clean = new StringBuilder(text);
        }
        clean.setCharAt(i, '\uFFFD');
      } else if (pair) {
        i++;
      }
    }
    return clean != null
        ? clean.substring(0, end)
        : end == text.length() ? text : text.substring(0, end);
  }

  /// One line: control characters become spaces, runs of white space one space.
  public static String line(String text, int most) {
    return of(text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+", " ").strip(), most);
  }

  /// The beginning of a text as a list shows it.
  static String preview(String text) {
    return line(of(text, 2_000), 200);
  }

  /// Words in lower case, with one space between: what letters and digits make up. The same is done
  /// to what is searched for, so that the database's own word rules do not matter.
  public static String words(String text) {
    String words =
        of(text, SEARCHED).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ");
    StringBuilder kept = new StringBuilder(words.length());
    for (String word : words.strip().split(" ", -1)) {
      if (!word.isEmpty() && word.length() <= LONGEST_WORD) {
        kept.append(kept.isEmpty() ? "" : " ").append(word);
      }
    }
    return kept.toString();
  }
}
