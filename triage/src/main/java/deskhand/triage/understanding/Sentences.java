package deskhand.triage.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts a text into sentences: at the ends of sentences, lines and points of a list, and between
/// two questions that `and` joins. The words stay as they are.
final class Sentences {
  private static final int MOST = 120;

  /// A line this long that goes on in the next one was broken by a mail program.
  private static final int BROKEN_LINE = 58;

  private static final int LONGEST_BRACKETS = 250;

  private static final Pattern MARK =
      Pattern.compile(
          "^\\s*(?:[-*•–·>]+\\s+|\\(?\\d{1,2}[.):]\\)?\\s+|\\d{1,2}\\s*[-–]\\s+(?=\\p{L})|\\(?[a-hA-H][.)]\\s+"
              + "|(?:ps|p\\.s|pps|p\\.p\\.s)\\b\\.?\\s*:?\\s*)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern FIRST_INLINE =
      Pattern.compile("(?:^|\\s)\\(?(?:1[.):]\\)?|[aA]\\))\\s");
  private static final Pattern SECOND_INLINE = Pattern.compile("\\s\\(?(?:2[.):]\\)?|[bB]\\))\\s");
  private static final Pattern INLINE =
      Pattern.compile("(?:^|(?<=\\s))\\(?(?:[1-9][.):]\\)?|[a-hA-H]\\))\\s+");
  private static final Pattern END = Pattern.compile("[.!?…]+[\"'”’)\\]]*(?=\\s|$)|[;\\n]");
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "no", "nr", "nº", "n°", "num", "núm", "art", "mr", "mrs", "ms", "dr", "st", "str", "bzw",
          "ca", "evtl", "inkl", "zzgl", "usw", "etc", "vs", "approx", "e.g", "i.e", "z.b", "d.h",
          "u.a", "b.v", "p.ex", "ref", "tel", "sig", "sr", "sra", "ord", "best", "jan", "feb",
          "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "okt", "nov", "dec", "dez",
          "a.m", "p.m", "excl", "incl", "max", "min");

  private Sentences() {}

  /// @param joint what stood between it and the sentence before
  record Sentence(String joint, String text) {}

  static List<Sentence> of(String text) {
    List<Sentence> sentences = new ArrayList<>();
    for (String line : lines(text)) {
      for (String point : points(line)) {
        for (String sentence : ends(point)) {
          sentences.addAll(Joined.split(sentence));
        }
      }
    }
    return sentences.stream()
        .map(sentence -> new Sentence(sentence.joint, sentence.text.strip()))
        .filter(sentence -> hasWords(sentence.text))
        .limit(MOST)
        .toList();
  }

  static boolean hasWords(String text) {
    return text.codePoints().anyMatch(Character::isLetterOrDigit) || text.contains("?");
  }

  /// Lines without list marks; those that a mail program broke are whole again.
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    boolean open = false;
    for (String line : text.lines().map(String::strip).toList()) {
      if (line.isEmpty()) {
        open = false;
        continue;
      }
      Matcher mark = MARK.matcher(line);
      boolean point = mark.find();
      String words = point ? line.substring(mark.end()) : line;
      if (open && !point && continues(words)) {
        lines.set(lines.size() - 1, lines.getLast() + " " + words);
      } else if (!words.isEmpty()) {
        lines.add(words);
      }
      open = line.length() >= BROKEN_LINE && !line.matches(".*[.!?:]$");
    }
    return lines;
  }

  private static boolean continues(String words) {
    int first = words.codePointAt(0);
    return Character.isLowerCase(first) || Character.isDigit(first) || first == '(';
  }

  /// The points of a list that stands within one line: "1) … 2) …".
  private static List<String> points(String line) {
    Matcher first = FIRST_INLINE.matcher(line);
    Matcher second = SECOND_INLINE.matcher(line);
    boolean marked = MARK.matcher("1) " + line).find() && second.find();
    if (!marked || (!first.find() && !line.contains("?"))) {
      return List.of(line);
    }
    return List.of(INLINE.split(line));
  }

  private static List<String> ends(String line) {
    List<String> sentences = new ArrayList<>();
    Matcher end = END.matcher(line);
    int from = 0;
    while (end.find()) {
      if (isEnd(line, from, end)) {
        sentences.add(line.substring(from, end.end()));
        from = end.end();
      }
    }
    sentences.add(line.substring(from));
    return sentences;
  }

  private static boolean isEnd(String line, int from, Matcher end) {
    if (isInBrackets(line, from, end.start())) {
      return false;
    }
    String sign = end.group();
    if (sign.startsWith("?") || sign.startsWith("!") || sign.contains("?")) {
      return true;
    }
    int next = end.end();
    while (next < line.length() && Character.isWhitespace(line.charAt(next))) {
      next++;
    }
    if (next >= line.length()) {
      return true;
    }
    if (sign.equals(";")) {
      return true;
    }
    int start = end.start();
    while (start > from && !Character.isWhitespace(line.charAt(start - 1))) {
      start--;
    }
    String word = line.substring(start, end.start()).toLowerCase(Locale.ROOT);
    boolean dot = sign.equals(".");
    if (dot && (word.length() <= 1 || ABBREVIATIONS.contains(word))) {
      return false;
    }
    boolean number = word.codePoints().allMatch(Character::isDigit);
    boolean small = Character.isLowerCase(line.codePointAt(next));
    if (dot && number && word.length() <= 2) {
      return false;
    }
    return !small || (dot && startsQuestion(line.substring(next)));
  }

  private static boolean isInBrackets(String line, int from, int at) {
    int open = line.lastIndexOf('(', at);
    return open >= from && at - open <= LONGEST_BRACKETS && line.lastIndexOf(')', at) < open;
  }

  private static boolean startsQuestion(String rest) {
    return Phrases.QUESTION.matcher(rest).lookingAt();
  }
}
