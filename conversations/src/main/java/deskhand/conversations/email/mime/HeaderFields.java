package deskhand.conversations.email.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The header fields of a mail or of a part (RFC 5322 section 2.2), topmost first, unfolded but not
/// decoded: a char is a byte (ISO 8859-1), so that [EncodedWords] can tell the charset of 8-bit
/// text.
public record HeaderFields(List<Field> fields, int bodyStart) {
  private static final int MOST_FIELDS = 5_000;
  private static final int LONGEST_FIELD = 2_000_000;

  public HeaderFields {
    fields = List.copyOf(fields);
  }

  /// @param name in lower case
  /// @param value unfolded and without white space at its ends
  public record Field(String name, String value) {}

  /// The first value of that name (lower case).
  public Optional<String> first(String name) {
    for (Field field : fields) {
      if (field.name.equals(name)) {
        return Optional.of(field.value);
      }
    }
    return Optional.empty();
  }

  /// The first value of that name, decoded.
  public String text(String name) {
    return first(name).map(EncodedWords::decode).orElse("");
  }

  public List<String> all(String name) {
    List<String> values = new ArrayList<>();
    for (Field field : fields) {
      if (field.name.equals(name)) {
        values.add(field.value);
      }
    }
    return values;
  }

  public boolean has(String name) {
    return first(name).isPresent();
  }

  /// Reads fields from `from` up to the first empty line, or to the first line that can be none.
  public static HeaderFields read(byte[] bytes, int from, int to, Oddities oddities) {
    List<Field> fields = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    String name = "";
    int at = from;
    while (at < to) {
      int end = Bytes.lineEnd(bytes, at, to);
      int next = Bytes.nextLine(bytes, at, to);
      if (end == at) {
        at = next;
        break;
      }
      boolean folded = bytes[at] == ' ' || bytes[at] == '\t';
      int colon = folded ? -1 : colon(bytes, at, end);
      if (folded) {
        if (Bytes.blank(bytes, at, end) && name.isEmpty()) {
          at = next;
          break;
        }
        append(value, bytes, at, end);
      } else if (colon > 0) {
        keep(fields, name, value);
        name = Bytes.latin1(bytes, at, colon).strip().toLowerCase(Locale.ROOT);
        value.setLength(0);
        append(value, bytes, colon + 1, end);
      } else if (!Bytes.startsWith(bytes, at, end, "From ")
          && !Bytes.startsWith(bytes, at, end, ">From ")) {
        if (fields.isEmpty() && name.isEmpty()) {
          oddities.add("the mail has no header");
        } else {
          oddities.add("a line between the header fields is none; the text starts there");
        }
        break;
      }
      at = next;
    }
    keep(fields, name, value);
    if (fields.size() >= MOST_FIELDS) {
      oddities.add("more than " + MOST_FIELDS + " header fields; the rest was not read");
    }
    return new HeaderFields(fields, at);
  }

  /// Fields that stand in a text, such as a delivery status.
  public static HeaderFields read(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return read(bytes, 0, bytes.length, new Oddities());
  }

  private static void keep(List<Field> fields, String name, StringBuilder value) {
    if (!name.isEmpty() && fields.size() < MOST_FIELDS) {
      fields.add(new Field(name, value.toString().replace('\0', ' ').strip()));
    }
  }

  private static void append(StringBuilder value, byte[] bytes, int from, int to) {
    int room = LONGEST_FIELD - value.length();
    value.append(Bytes.latin1(bytes, from, Math.min(to, from + Math.max(0, room))));
  }

  /// RFC 5322 section 2.2: a name is printable ASCII without a colon; white space before the colon
  /// is obsolete syntax.
  private static int colon(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      int c = bytes[i];
      if (c == ':') {
        return i == from ? -1 : i;
      }
      boolean space = c == ' ' || c == '\t';
      if ((c <= ' ' && !space) || c == 127) {
        return -1;
      }
      if (space) {
        int rest = i;
        while (rest < to && (bytes[rest] == ' ' || bytes[rest] == '\t')) {
          rest++;
        }
        return rest < to && bytes[rest] == ':' ? rest : -1;
      }
    }
    return -1;
  }
}
