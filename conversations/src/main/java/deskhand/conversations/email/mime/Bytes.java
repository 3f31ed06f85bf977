package deskhand.conversations.email.mime;

import java.nio.charset.StandardCharsets;

/// Lines in a byte array. A line ends with CRLF, LF or a lone CR.
final class Bytes {
  private Bytes() {}

  /// Where the line's content ends.
  static int lineEnd(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to && bytes[i] != '\n' && bytes[i] != '\r') {
      i++;
    }
    return i;
  }

  /// Where the next line starts.
  static int nextLine(byte[] bytes, int from, int to) {
    int i = lineEnd(bytes, from, to);
    if (i < to && bytes[i] == '\r') {
      i++;
      // CRCRLF is a line end that was converted twice.
      if (i + 1 < to && bytes[i] == '\r' && bytes[i + 1] == '\n') {
        i++;
      }
      return i < to && bytes[i] == '\n' ? i + 1 : i;
    }
    return Math.min(to, i + 1);
  }

  static boolean blank(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r' && bytes[i] != '\n') {
        return false;
      }
    }
    return true;
  }

  static boolean startsWith(byte[] bytes, int from, int to, String ascii) {
    if (to - from < ascii.length()) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if (bytes[from + i] != (byte) ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  static String latin1(byte[] bytes, int from, int to) {
    return new String(bytes, from, Math.max(0, to - from), StandardCharsets.ISO_8859_1);
  }
}
