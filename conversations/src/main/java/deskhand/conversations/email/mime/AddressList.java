package deskhand.conversations.email.mime;

import java.util.ArrayList;
import java.util.List;

/// The addresses of a field such as To (RFC 5322 section 3.4), read by one scan that accepts
/// anything: comments, quotes, groups, missing brackets, commas in names.
public final class AddressList {
  public static final int MOST = 1_000;
  private static final int LONGEST_NAME = 200;

  /// Of what stands between two commas; the rest is skipped.
  private static final int LONGEST_PIECE = 2_000;

  private AddressList() {}

  /// @param name decoded; may be empty
  /// @param address as written; may lack an `@`
  public record Entry(String name, String address) {}

  public static List<Entry> parse(String field, Oddities oddities) {
    List<Entry> found = new ArrayList<>();
    Scan scan = new Scan();
    boolean more = true;
    for (int i = 0; i <= field.length() && more; i++) {
      char c = i < field.length() ? field.charAt(i) : ',';
      if (i < field.length() && !scan.ends(field, i)) {
        i = scan.take(field, i, c);
        continue;
      }
      scan.mailbox().ifPresent(found::add);
      scan = new Scan();
      more = found.size() < MOST;
    }
    if (!more) {
      oddities.add("more than " + MOST + " addresses in one field; the rest was not read");
    }
    if (found.stream().noneMatch(one -> one.address.contains("@")) && field.contains("=?")) {
      // The whole field in one encoded word, brackets and all.
      String decoded = EncodedWords.decode(field);
      return decoded.contains("=?") || !decoded.contains("@") ? found : parse(decoded, oddities);
    }
    return found;
  }

  /// One address while it is being read.
  private static final class Scan {
    private final StringBuilder words = new StringBuilder();
    private final StringBuilder angle = new StringBuilder();
    private final StringBuilder comment = new StringBuilder();
    private boolean inAngle;
    private boolean hadAngle;

    boolean ends(String field, int at) {
      char c = field.charAt(at);
      if (inAngle) {
        return false;
      }
      return c == ',' || c == ';';
    }

    /// Takes the character, and where it opens a quote or a comment all up to its end; answers the
    /// last position taken.
    int take(String field, int at, char c) {
      if (inAngle) {
        if (c == '>') {
          inAngle = false;
        } else if (c == '<') {
          // `<<a@b>>`, or a name with a bracket: the last one counts.
          angle.setLength(0);
        } else if (c == ',' && angle.indexOf("@") >= 0 && !angle.toString().startsWith("@")) {
          inAngle = false;
        } else if (angle.length() < LONGEST_PIECE) {
          angle.append(c);
        }
        return at;
      }
      if (words.length() > LONGEST_PIECE || comment.length() > LONGEST_PIECE) {
        return at;
      }
      switch (c) {
        case '<' -> {
          if (!hadAngle || angle.indexOf("@") < 0) {
            inAngle = true;
            hadAngle = true;
            angle.setLength(0);
          }
        }
        case '"' -> {
          int end = closing(field, at, '"');
          if (end < 0) {
            return at;
          }
          words.append('"').append(field, at + 1, end).append('"');
          return end;
        }
        case '(' -> {
          int end = closing(field, at, ')');
          if (end < 0) {
            words.append(c);
            return at;
          }
          comment.append(field, at + 1, end).append(' ');
          return end;
        }
        case ':' -> {
          if (words.indexOf("@") < 0 && !words.toString().contains("=?")) {
            words.setLength(0); // a group's name
          } else {
            words.append(c);
          }
        }
        default -> words.append(c);
      }
      return at;
    }

    private static int closing(String field, int at, char close) {
      int depth = 0;
      int last = Math.min(field.length(), at + LONGEST_PIECE);
      for (int i = at + 1; i < last; i++) {
        char c = field.charAt(i);
        if (c == '\\') {
          i++;
        } else if (c == '(' && close == ')') {
          depth++;
        } else if (c == close && depth-- == 0) {
          return i;
        }
      }
      return -1;
    }

    java.util.Optional<Entry> mailbox() {
      String before = words.toString().strip();
      String address = hadAngle ? tidy(angle.toString()) : "";
      String name = before;
      if (address.isEmpty()) {
        String last = lastWord(before);
        boolean bare = before.indexOf(' ') < 0 || last.contains("@");
        address = bare ? tidy(last) : tidy(before);
        name = bare ? before.substring(0, before.length() - last.length()) : "";
        if (address.isEmpty()) {
          return java.util.Optional.empty();
        }
      }
      if (name.isBlank()) {
        name = comment.toString();
      }
      return java.util.Optional.of(new Entry(display(name), address));
    }

    private static String lastWord(String text) {
      if (text.endsWith("\"")) {
        return text;
      }
      int quote = text.lastIndexOf('"');
      int space = Math.max(text.lastIndexOf(' '), text.lastIndexOf('\t'));
      return space > quote ? text.substring(space + 1) : text;
    }

    /// No white space, no route (RFC 5322 section 4.4), no `mailto:`.
    private static String tidy(String address) {
      String tidy = address.strip();
      if (tidy.startsWith("@") && tidy.indexOf(':') > 0) {
        tidy = tidy.substring(tidy.indexOf(':') + 1);
      }
      if (tidy.regionMatches(true, 0, "mailto:", 0, 7)) {
        tidy = tidy.substring(7);
      }
      if (!tidy.startsWith("\"")) {
        tidy = tidy.replaceAll("\\([^()]{0,200}\\)", "").replaceAll("[\\s<>]+", "");
      } else if (tidy.endsWith(">")) {
        tidy = tidy.substring(0, tidy.length() - 1);
      }
      return EncodedWords.decode(tidy);
    }

    private static String display(String raw) {
      StringBuilder plain = new StringBuilder();
      String text = raw.strip();
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == '\\' && i + 1 < text.length()) {
          plain.append(text.charAt(++i));
        } else if (c != '"') {
          plain.append(c);
        }
      }
      String name = EncodedWords.decode(plain.toString());
      return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }
  }
}
