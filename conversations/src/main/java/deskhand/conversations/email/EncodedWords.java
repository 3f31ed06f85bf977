package deskhand.conversations.email;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Header text as a person reads it: encoded words (RFC 2047) in any broken form that is met, and
/// raw 8-bit text.
final class EncodedWords {
  /// Wider than RFC 2047 section 2: white space and question marks inside, no length limit, the
  /// language of RFC 2231.
  private static final Pattern WORD =
      Pattern.compile("=\\?([^?\\s=]{1,60}?)(?:\\*[^?]{0,20})?\\?([bBqQ])\\?(.{0,5000}?)\\?=(?!\\w{2}[^?]*\\?=)");

  private static final int LONGEST = 100_000;

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
    Matcher words = WORD.matcher(bounded);
    int at = 0;
    while (words.find()) {
      String between = bounded.substring(at, words.start());
      boolean adjacent = at > 0 && between.isBlank();
      String next = words.group(1).toLowerCase(Locale.ROOT);
      // Section 6.2: white space between words is none. A character split over two words of one
      // charset is put together again.
      if (!adjacent || !next.equals(charset)) {
        flush(text, pending, charset);
      }
      if (!adjacent) {
        text.append(eightBit(between));
      }
      charset = next;
      pending.writeBytes(bytes(words.group(2), words.group(3)));
      at = words.end();
    }
    flush(text, pending, charset);
    return clean(text.append(eightBit(bounded.substring(at))).toString());
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
