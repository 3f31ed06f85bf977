package deskhand.conversations.email.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/// Content transfer encodings (RFC 2045 section 6), read as far as they go: what cannot be decoded
/// is skipped or kept as it is.
final class TransferEncoding {
  private static final byte[] SIX_BITS = new byte[256];

  static {
    Arrays.fill(SIX_BITS, (byte) -1);
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (int i = 0; i < alphabet.length(); i++) {
      SIX_BITS[alphabet.charAt(i)] = (byte) i;
    }
  }

  private TransferEncoding() {}

  static byte[] decode(byte[] bytes, String encoding, Oddities oddities) {
    String name = encoding.strip().toLowerCase(Locale.ROOT);
    int end = 0;
    while (end < name.length()
        && !Character.isWhitespace(name.charAt(end))
        && name.charAt(end) != ';') {
      end++;
    }
    return switch (name.substring(0, end).replace("\"", "")) {
      case "base64" -> base64(bytes);
      case "quoted-printable", "quotedprintable" -> quotedPrintable(bytes);
      case "x-uuencode", "uuencode", "x-uue", "uue" -> uuencoded(bytes);
      case "", "7bit", "8bit", "binary", "7-bit", "8-bit" -> bytes;
      default -> {
        oddities.add("unknown transfer encoding “" + name + "”; read as it stands");
        yield bytes;
      }
    };
  }

  /// Characters outside the alphabet are ignored (RFC 2045 section 6.8); padding in the middle
  /// starts anew.
  static byte[] base64(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length * 3 / 4 + 3);
    int bits = 0;
    int count = 0;
    for (byte b : bytes) {
      if (b == '=') {
        bits = 0;
        count = 0;
        continue;
      }
      int six = SIX_BITS[b & 0xff];
      if (six < 0) {
        continue;
      }
      bits = bits << 6 | six;
      count += 6;
      if (count >= 8) {
        count -= 8;
        out.write(bits >> count);
        bits &= (1 << count) - 1;
      }
    }
    return out.toByteArray();
  }

  /// An equals sign that starts no valid escape stands for itself (RFC 2045 section 6.7).
  static byte[] quotedPrintable(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    int i = 0;
    while (i < bytes.length) {
      byte b = bytes[i];
      if (b != '=') {
        out.write(b);
        i++;
        continue;
      }
      int high = i + 1 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
      int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
      if (high >= 0 && low >= 0) {
        out.write(high << 4 | low);
        i += 3;
        continue;
      }
      int end = i + 1;
      while (end < bytes.length && (bytes[end] == ' ' || bytes[end] == '\t')) {
        end++;
      }
      if (end >= bytes.length || bytes[end] == '\n' || bytes[end] == '\r') {
        i = Bytes.nextLine(bytes, end, bytes.length);
      } else {
        out.write(b);
        i++;
      }
    }
    return out.toByteArray();
  }

  private static byte[] uuencoded(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    boolean inside = false;
    for (int at = 0; at < bytes.length; at = Bytes.nextLine(bytes, at, bytes.length)) {
      int end = Bytes.lineEnd(bytes, at, bytes.length);
      String line = new String(bytes, at, end - at, StandardCharsets.ISO_8859_1);
      if (!inside) {
        inside = line.startsWith("begin ");
      } else if (line.strip().equals("end")) {
        break;
      } else if (!line.isEmpty()) {
        uuLine(line, out);
      }
    }
    return out.toByteArray();
  }

  private static void uuLine(String line, ByteArrayOutputStream out) {
    int length = line.charAt(0) - 32 & 0x3f;
    for (int i = 1; length > 0 && i < line.length(); i += 4) {
      int group = 0;
      for (int k = 0; k < 4; k++) {
        int c = i + k < line.length() ? line.charAt(i + k) - 32 & 0x3f : 0;
        group = group << 6 | c;
      }
      for (int k = 2; k >= 0 && length > 0; k--, length--) {
        out.write(group >> (8 * k));
      }
    }
  }
}
