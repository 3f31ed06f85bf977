package deskhand.conversations.email.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// Header text as a person reads it: encoded words (RFC 2047) in any broken form that is met, and
/// raw 8-bit text.
final class EncodedWords {
  private static final int LONGEST = 100_000;
  private static final int MOST_WORDS = 500;
  private static final int LONGEST_CHARSET = 60;
  private static final int LONGEST_WORD = 10_000;

  private EncodedWords() {}

  /// @param raw a char is a byte
  static String decode(String raw) {
    String bounded = raw.length() > LONGEST ? raw.substring(0, LONGEST) : raw;
    if (!bounded.contains("=?")) {
      return clean(eightBit(bounded));
    }
    StringBuilder text = new StringBuilder();
    ByteArrayOutputStream pending = new ByteArrayOutputStream();
    String charset = "";
    int at = 0;
    Optional<Word> found = next(bounded, 0);
    for (int words = 0; found.isPresent() && words < MOST_WORDS; words++) {
      Word word = found.get();
      String between = bounded.substring(at, word.start);
      boolean adjacent = at > 0 && between.isBlank();
      // Section 6.2: white space between words is none. A character split over two words of one
      // charset is put together again.
      if (!adjacent || !word.charset.equals(charset)) {
        flush(text, pending, charset);
      }
      if (!adjacent) {
        text.append(eightBit(between));
      }
      charset = word.charset;
      pending.writeBytes(word.bytes);
      at = word.end;
      found = next(bounded, at);
    }
    flush(text, pending, charset);
    return clean(text.append(eightBit(bounded.substring(at))).toString());
  }

  /// One encoded word, from `start` to `end` (exclusive).
  private record Word(int start, int end, String charset, byte[] bytes) {}

  /// The next word; wider than RFC 2047 section 2: white space and question marks inside, hardly a
  /// length limit, the language of RFC 2231.
  private static Optional<Word> next(String text, int from) {
    int start = text.indexOf("=?", from);
    while (start >= 0) {
      int charset = text.indexOf('?', start + 2);
      boolean shaped =
          charset > start + 2
              && charset - start <= LONGEST_CHARSET
              && charset + 2 < text.length()
              && "bBqQ".indexOf(text.charAt(charset + 1)) >= 0
              && text.charAt(charset + 2) == '?';
      int end = shaped ? text.indexOf("?=", charset + 3) : -1;
      if (shaped && end < 0) {
        return Optional.empty();
      }
      if (shaped && end - start <= LONGEST_WORD) {
        String name = text.substring(start + 2, charset).toLowerCase(Locale.ROOT);
        int language = name.indexOf('*');
        byte[] bytes =
            bytes(text.substring(charset + 1, charset + 2), text.substring(charset + 3, end));
        return Optional.of(
            new Word(start, end + 2, language < 0 ? name : name.substring(0, language), bytes));
      }
      start = text.indexOf("=?", start + 2);
    }
    return Optional.empty();
  }

  private static void flush(StringBuilder text, ByteArrayOutputStream pending, String charset) {
    if (pending.size() > 0) {
      text.append(Charsets.decode(pending.toByteArray(), charset));
      pending.reset();
    }
  }

  private static byte[] bytes(String encoding, String content) {
    return encoding.equalsIgnoreCase("b")
        ? TransferEncoding.base64(content.getBytes(StandardCharsets.ISO_8859_1))
        : TransferEncoding.quotedPrintable(
            content.replace('_', ' ').getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String eightBit(String raw) {
    // What holds a char that is no byte was decoded before.
    boolean bytes = raw.chars().allMatch(c -> c < 256);
    return bytes && raw.chars().anyMatch(c -> c > 127)
        ? Charsets.decode(raw.getBytes(StandardCharsets.ISO_8859_1), "")
        : raw;
  }

  /// No line breaks or other control characters come out of a header.
  private static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().forEach(c -> clean.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
    return clean.toString().strip();
  }
}
