package deskhand.conversations.email.mime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Takes a mail apart into its [Part]s (RFC 2046 section 5), in bounded time and depth whatever the
/// bytes are.
///
/// Boundaries that are missing in the header are looked for in the text; a boundary that is never
/// closed ends with the part around it; what is nested too deeply stays closed.
public final class MimeTree {
  static final int LARGEST_MAIL = 30 * 1024 * 1024;
  static final int MOST_PARTS = 2_000;
  static final int DEEPEST = 20;

  /// Of a mail that is too large, its beginning is read.
  private static final int BEGINNING = 1024 * 1024;

  /// RFC 2046 section 5.1.1 says 70; what is longer is met, but not endlessly.
  private static final int LONGEST_BOUNDARY = 998;

  private static final String DEFAULT_TYPE = "text/plain";

  private final Oddities oddities;
  private int parts;

  private MimeTree(Oddities oddities) {
    this.oddities = oddities;
  }

  public static Part read(byte[] raw, Oddities oddities) {
    byte[] bytes = raw;
    if (raw.length > LARGEST_MAIL) {
      oddities.add(
          "the mail is larger than "
              + LARGEST_MAIL / 1024 / 1024
              + " MB; only its beginning was read");
      bytes = Arrays.copyOf(raw, BEGINNING);
    }
    return new MimeTree(oddities).mail(bytes, 0, bytes.length, 0);
  }

  private Part mail(byte[] bytes, int from, int to, int depth) {
    int start = from;
    // Lines without a character before the header are no end of it.
    int end = Bytes.lineEnd(bytes, start, to);
    while (start < to && Bytes.blank(bytes, start, end)) {
      start = Bytes.nextLine(bytes, start, to);
      end = Bytes.lineEnd(bytes, start, to);
    }
    if (to - start >= 3 && (bytes[start] & 0xff) == 0xef && (bytes[start + 1] & 0xff) == 0xbb) {
      start += 3;
    }
    return part(bytes, start, to, new Place(depth, DEFAULT_TYPE));
  }

  /// @param otherwise the type where none is said
  private record Place(int depth, String otherwise) {}

  private Part part(byte[] bytes, int from, int to, Place place) {
    parts++;
    HeaderFields headers = HeaderFields.read(bytes, from, to, oddities);
    Parameters type = type(headers, place.otherwise);
    int body = Math.min(headers.bodyStart(), to);
    Part.Source source = new Part.Source(bytes, body, to);
    List<Part> children = new ArrayList<>();
    if (type.value().startsWith("multipart/")) {
      children = children(headers, type, source, place.depth);
      if (children.isEmpty()) {
        // Not one part: what there is, is text.
        Parameters plain = new Parameters(guess(source), type.parameters());
        return new Part(headers, plain, source, List.of());
      }
    } else if (isMessage(type)) {
      if (place.depth >= DEEPEST) {
        oddities.add("nested deeper than " + DEEPEST + "; the rest was not opened");
      } else {
        children.add(enclosed(headers, source, place.depth + 1));
      }
    }
    return new Part(headers, type, source, children);
  }

  private Part enclosed(HeaderFields headers, Part.Source source, int depth) {
    String encoding = headers.first("content-transfer-encoding").orElse("").strip();
    if (!encoding.equalsIgnoreCase("base64") && !encoding.equalsIgnoreCase("quoted-printable")) {
      return mail(source.bytes(), source.from(), source.to(), depth);
    }
    byte[] encoded = Arrays.copyOfRange(source.bytes(), source.from(), source.to());
    byte[] inner = TransferEncoding.decode(encoded, encoding, oddities);
    return mail(inner, 0, inner.length, depth);
  }

  /// Of a `message/partial` (RFC 2046 section 5.2.2), the first piece starts with the whole header.
  private static boolean isMessage(Parameters type) {
    return type.value().equals("message/rfc822")
        || type.value().equals("message/global")
        || (type.value().equals("message/partial") && type.get("number").equals("1"));
  }

  private static String guess(Part.Source source) {
    String head =
        Bytes.latin1(source.bytes(), source.from(), Math.min(source.to(), source.from() + 500))
            .toLowerCase(Locale.ROOT);
    return head.contains("<html") || head.contains("<body") ? "text/html" : DEFAULT_TYPE;
  }

  private static Parameters type(HeaderFields headers, String otherwise) {
    String field = headers.first("content-type").orElse("");
    Parameters type = Parameters.parse(field);
    String value =
        switch (type.value()) {
          case "" -> field.isBlank() ? otherwise : DEFAULT_TYPE;
          case "text" -> "text/plain";
          case "html" -> "text/html";
          case "multipart" -> "multipart/mixed";
          default -> type.value();
        };
    return new Parameters(value.contains("/") ? value : DEFAULT_TYPE, type.parameters());
  }

  private List<Part> children(
      HeaderFields headers, Parameters type, Part.Source source, int depth) {
    if (depth >= DEEPEST) {
      oddities.add("nested deeper than " + DEEPEST + "; the rest was not opened");
      return List.of();
    }
    String encoding = headers.first("content-transfer-encoding").orElse("");
    Part.Source decoded = source;
    if (encoding.strip().equalsIgnoreCase("base64")) {
      // RFC 2045 section 6.4 forbids it; some do it.
      byte[] inner =
          TransferEncoding.base64(Arrays.copyOfRange(source.bytes(), source.from(), source.to()));
      decoded = new Part.Source(inner, 0, inner.length);
    }
    String boundary = boundary(type.get("boundary"), decoded);
    if (boundary.isEmpty()) {
      oddities.add("a multipart without a boundary; read as one text");
      return List.of();
    }
    Place place =
        new Place(
            depth + 1, type.value().equals("multipart/digest") ? "message/rfc822" : DEFAULT_TYPE);
    return split(decoded, boundary, place);
  }

  private String boundary(String declared, Part.Source source) {
    String boundary = declared.stripTrailing();
    if (!boundary.isEmpty() && boundary.length() <= LONGEST_BOUNDARY && find(source, boundary)) {
      return boundary;
    }
    String seen = seen(source);
    if (!seen.isEmpty()) {
      oddities.add("the boundary of a multipart was looked for in its text");
    }
    return seen;
  }

  private static boolean find(Part.Source source, String boundary) {
    byte[] bytes = source.bytes();
    for (int at = source.from(); at < source.to(); at = Bytes.nextLine(bytes, at, source.to())) {
      if (delimits(bytes, at, source.to(), boundary)) {
        return true;
      }
    }
    return false;
  }

  /// A line of two dashes and more, with a header field right below.
  private static String seen(Part.Source source) {
    byte[] bytes = source.bytes();
    int to = source.to();
    int lines = 0;
    for (int at = source.from(); at < to && lines < 2_000; at = Bytes.nextLine(bytes, at, to)) {
      lines++;
      int end = Bytes.lineEnd(bytes, at, to);
      int next = Bytes.nextLine(bytes, at, to);
      boolean dashes = end - at > 4 && Bytes.startsWith(bytes, at, end, "--");
      if (dashes && end - at < LONGEST_BOUNDARY) {
        int nextEnd = Bytes.lineEnd(bytes, next, to);
        String below =
            Bytes.latin1(bytes, next, Math.min(nextEnd, next + 40)).toLowerCase(Locale.ROOT);
        if (below.startsWith("content-")) {
          return Bytes.latin1(bytes, at + 2, end).stripTrailing();
        }
      }
    }
    return "";
  }

  private static boolean delimits(byte[] bytes, int at, int to, String boundary) {
    if (to - at < boundary.length() + 2 || bytes[at] != '-' || bytes[at + 1] != '-') {
      return false;
    }
    if (!Bytes.startsWith(bytes, at + 2, to, boundary)) {
      return false;
    }
    int end = Bytes.lineEnd(bytes, at, to);
    int rest = at + 2 + boundary.length();
    if (end - rest >= 2 && bytes[rest] == '-' && bytes[rest + 1] == '-') {
      rest += 2;
    }
    return Bytes.blank(bytes, rest, end);
  }

  private List<Part> split(Part.Source source, String boundary, Place place) {
    byte[] bytes = source.bytes();
    int to = source.to();
    List<Part> children = new ArrayList<>();
    int start = -1;
    boolean closed = false;
    for (int at = source.from(); at < to && !closed; at = Bytes.nextLine(bytes, at, to)) {
      if (!delimits(bytes, at, to, boundary)) {
        continue;
      }
      if (start >= 0) {
        add(children, bytes, new int[] {start, beforeLineBreak(bytes, start, at)}, place);
      }
      int end = Bytes.lineEnd(bytes, at, to);
      int mark = at + 2 + boundary.length();
      closed = end - mark >= 2 && bytes[mark] == '-' && bytes[mark + 1] == '-';
      start = closed ? -1 : Bytes.nextLine(bytes, at, to);
    }
    if (start >= 0 && !Bytes.blank(bytes, start, to)) {
      oddities.add("a multipart is not closed");
      add(children, bytes, new int[] {start, to}, place);
    }
    return children;
  }

  private void add(List<Part> children, byte[] bytes, int[] range, Place place) {
    if (parts >= MOST_PARTS) {
      oddities.add("more than " + MOST_PARTS + " parts; the rest was not read");
      return;
    }
    children.add(part(bytes, range[0], range[1], place));
  }

  /// The line break before a boundary belongs to it (RFC 2046 section 5.1.1).
  private static int beforeLineBreak(byte[] bytes, int from, int at) {
    int end = at;
    if (end > from && bytes[end - 1] == '\n') {
      end--;
    }
    if (end > from && bytes[end - 1] == '\r') {
      end--;
    }
    return end;
  }
}
