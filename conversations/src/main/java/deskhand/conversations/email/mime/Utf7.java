package deskhand.conversations.email.mime;

import java.nio.charset.StandardCharsets;

/// UTF-7 (RFC 2152), which Java does not know: Base64 of UTF-16 between `+` and `-`.
final class Utf7 {
  private Utf7() {}

  static String decode(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    StringBuilder out = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c != '+') {
        out.append(c);
        i++;
        continue;
      }
      int end = i + 1;
      while (end < text.length() && base64(text.charAt(end))) {
        end++;
      }
      if (end == i + 1) {
        out.append('+');
      } else {
        byte[] utf16 =
            TransferEncoding.base64(
                text.substring(i + 1, end).getBytes(StandardCharsets.ISO_8859_1));
        out.append(new String(utf16, 0, utf16.length / 2 * 2, StandardCharsets.UTF_16BE));
      }
      i = end < text.length() && text.charAt(end) == '-' ? end + 1 : end;
    }
    return out.toString();
  }

  private static boolean base64(char c) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || c == '+'
        || c == '/';
  }
}
