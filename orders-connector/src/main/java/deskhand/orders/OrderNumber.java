package deskhand.orders;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The number of an order, taken apart: its key (letters and digits in upper case), and where it is
/// a serial number, what stands before, in and after the digits.
record OrderNumber(String key, Optional<Serial> serial) {
  private static final Pattern SERIAL =
      Pattern.compile("(\\p{L}{0,24})([0-9]{1,38})(\\p{L}{0,24})");

  /// Such as `LP`, `1042` and nothing of `#LP-1042`.
  record Serial(String prefix, String digits, String suffix) {
    /// The digits without leading zeros.
    String bare() {
      return withoutLeadingZeros(digits);
    }
  }

  static OrderNumber of(String number) {
    String key = key(number);
    Matcher serial = SERIAL.matcher(key);
    return new OrderNumber(
        key,
        serial.matches()
            ? Optional.of(new Serial(serial.group(1), serial.group(2), serial.group(3)))
            : Optional.empty());
  }

  /// Letters and digits in upper case, every script's digits as ASCII.
  static String key(String text) {
    StringBuilder key = new StringBuilder();
    plain(text).codePoints().filter(Character::isLetterOrDigit).forEach(key::appendCodePoint);
    return key.toString().toUpperCase(Locale.ROOT);
  }

  static String withoutLeadingZeros(String digits) {
    int from = 0;
    while (from < digits.length() - 1 && digits.charAt(from) == '0') {
      from++;
    }
    return digits.substring(from);
  }

  /// The same text with every script's digits, full-width letters and signs, dashes and spaces as
  /// their plain ASCII ones; what has none stays. As many `char`s as before, so that places in it
  /// are places in the text.
  static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          if (!Character.isBmpCodePoint(c)) {
            int digit = Character.digit(c, 10);
            if (digit >= 0) {
              plain.append(' ').append((char) ('0' + digit));
            } else {
              plain.appendCodePoint(c);
            }
          } else {
            plain.append(plain((char) c));
          }
        });
    return plain.toString();
  }

  private static char plain(char c) {
    if (c < 0x80) {
      return c;
    }
    if (Character.isDigit(c)) {
      return (char) ('0' + Character.digit(c, 10));
    }
    if (c >= '\uFF01' && c <= '\uFF5E') {
      return (char) (c - 0xFEE0);
    }
    return switch (c) {
      case '\u2116' -> '#'; // numero sign
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212', '\uFE63' -> '-';
      case '\u2018', '\u2019' -> '\'';
      case '\u201C', '\u201D' -> '"';
      default -> Character.isSpaceChar(c) ? ' ' : c;
    };
  }
}
