package deskhand.conversations.email.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The value of a structured field with its parameters, such as `text/plain; charset=utf-8` (RFC
/// 2045 section 5.1), with continuations and charsets of RFC 2231 and the encoded words that RFC
/// 2047 forbids there and everybody writes.
///
/// @param value in lower case, without white space
/// @param parameters by name in lower case, decoded
public record Parameters(String value, Map<String, String> parameters) {
  private static final int MOST = 200;

  /// `name*3*`: the third piece of `name`, percent-encoded.
  private static final Pattern PIECE = Pattern.compile("([^*]+)(?:\\*(\\d{1,3}))?(\\*)?");

  public Parameters {
    parameters = Map.copyOf(parameters);
  }

  public String get(String name) {
    return parameters.getOrDefault(name, "");
  }

  static Parameters parse(String field) {
    Map<String, TreeMap<Integer, String>> pieces = new LinkedHashMap<>();
    String value = "";
    int at = 0;
    for (int count = 0; at <= field.length() && count < MOST; count++) {
      int end = end(field, at);
      String item = field.substring(at, end).strip();
      if (count == 0 && !item.contains("=")) {
        value = withoutComments(item).toLowerCase(Locale.ROOT).replaceAll("\\s", "");
      } else {
        int equals = item.indexOf('=');
        if (equals > 0) {
          String name = item.substring(0, equals).strip().toLowerCase(Locale.ROOT);
          add(pieces, name, unquoted(item.substring(equals + 1).strip()));
        }
      }
      at = end + 1;
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    pieces.forEach((name, parts) -> parameters.put(name, joined(parts)));
    return new Parameters(value, parameters);
  }

  private static void add(Map<String, TreeMap<Integer, String>> pieces, String name, String value) {
    Matcher piece = PIECE.matcher(name);
    if (!piece.matches()) {
      return;
    }
    int number = piece.group(2) == null ? 0 : Integer.parseInt(piece.group(2));
    boolean encoded = piece.group(3) != null;
    TreeMap<Integer, String> parts =
        pieces.computeIfAbsent(piece.group(1).strip(), any -> new TreeMap<>());
    // RFC 2231 section 4 wins over a plain value of the same name; otherwise the first one stands.
    if (encoded) {
      parts.put(number, "\u0001" + value);
    } else {
      parts.putIfAbsent(number, value);
    }
  }

  private static String joined(TreeMap<Integer, String> parts) {
    String first = parts.firstEntry().getValue();
    if (parts.values().stream().noneMatch(part -> part.startsWith("\u0001"))) {
      String whole = String.join("", parts.values());
      return EncodedWords.decode(whole);
    }
    String charset = "";
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String part : parts.values()) {
      boolean encoded = part.startsWith("\u0001");
      String text = encoded ? part.substring(1) : part;
      if (encoded && part.equals(first)) {
        int one = text.indexOf('\'');
        int two = one < 0 ? -1 : text.indexOf('\'', one + 1);
        if (two > 0) {
          charset = text.substring(0, one);
          text = text.substring(two + 1);
        }
      }
      byte[] raw = text.getBytes(StandardCharsets.ISO_8859_1);
      bytes.writeBytes(encoded ? percent(raw) : raw);
    }
    return Charsets.decode(bytes.toByteArray(), charset);
  }

  private static byte[] percent(byte[] raw) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(raw.length);
    for (int i = 0; i < raw.length; i++) {
      int high = raw[i] == '%' && i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
      int low = high >= 0 ? Character.digit(raw[i + 2], 16) : -1;
      if (low >= 0) {
        out.write(high << 4 | low);
        i += 2;
      } else {
        out.write(raw[i]);
      }
    }
    return out.toByteArray();
  }

  /// The next semicolon outside quotes; a quote that is never closed closes nothing.
  private static int end(String field, int from) {
    boolean quoted = false;
    for (int i = from; i < field.length(); i++) {
      char c = field.charAt(i);
      if (c == '\\' && quoted) {
        i++;
      } else if (c == '"') {
        quoted = !quoted && field.indexOf('"', i + 1) > 0;
      } else if (c == ';' && !quoted) {
        return i;
      }
    }
    return field.length();
  }

  private static String unquoted(String value) {
    if (!value.startsWith("\"")) {
      return withoutComments(value);
    }
    StringBuilder out = new StringBuilder();
    for (int i = 1; i < value.length() && value.charAt(i) != '"'; i++) {
      boolean escape = value.charAt(i) == '\\' && i + 1 < value.length();
      // A folder's backslash in a file name is no escape.
      boolean escapes = escape && "\\\"".indexOf(value.charAt(i + 1)) >= 0;
      out.append(escapes ? value.charAt(++i) : value.charAt(i));
    }
    return out.toString();
  }

  private static String withoutComments(String value) {
    int open = value.indexOf(" (");
    return open > 0 && value.endsWith(")") ? value.substring(0, open).strip() : value;
  }
}
