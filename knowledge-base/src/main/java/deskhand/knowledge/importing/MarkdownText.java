package deskhand.knowledge.importing;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Plain text as Markdown that shows the very same text.
final class MarkdownText {
  private static final Pattern INLINE =
      Pattern.compile(
          "[\\\\`*\\[]|<(?=[a-zA-Z/!?])|&(?=#?\\w+;)|(?<![\\p{L}\\d])_|_(?![\\p{L}\\d])");
  private static final Pattern LINE_START =
      Pattern.compile("^(#{1,6}(?=\\s|$)|>|[-=]+\\s*$|[-+](?=\\s)|~~~)");
  private static final Pattern NUMBERED = Pattern.compile("^(\\d{1,9})([.)])(?=\\s)");
  private static final Pattern ITEM = Pattern.compile("^([-*•–]|\\d{1,3}[.)])\\s+(?=\\S)");

  private MarkdownText() {}

  /// One line, whatever it begins with.
  static String escaped(String line) {
    return guarded(inline(line.strip()));
  }

  /// Words within a line.
  static String inline(String words) {
    return INLINE.matcher(words).replaceAll("\\\\$0");
  }

  /// A line whose words are escaped, but not its beginning.
  static String guarded(String line) {
    String start = LINE_START.matcher(line).replaceFirst("\\\\$1");
    return NUMBERED.matcher(start).replaceFirst("$1\\\\$2");
  }

  /// A whole text: empty lines part paragraphs, lines that begin like items of a list are items.
  static String paragraphs(String text) {
    return text.lines().map(MarkdownText::lineOrItem).collect(Collectors.joining("\n")) + "\n";
  }

  private static String lineOrItem(String line) {
    String plain = line.strip();
    var item = ITEM.matcher(plain);
    if (!item.find()) {
      return escaped(plain);
    }
    String mark = Character.isDigit(plain.charAt(0)) ? item.group(1) : "-";
    return mark + " " + escaped(plain.substring(item.end()));
  }
}
