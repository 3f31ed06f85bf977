package deskhand.knowledge.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Cuts a paragraph into sentences. In doubt it does not cut: two sentences in one piece can be
/// quoted, half a sentence cannot.
final class Sentences {
  private static final int LEAST_WORDS = 3;

  /// English, German, Dutch, then French, Spanish, Italian, Portuguese.
  private static final Set<String> SHORT =
      words(
          """
          e.g i.e vs mr mrs ms dr prof st approx incl excl max min dept inc ltd co corp est ext fig
          jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun
          z.b d.h u.a u.u i.d.r o.ä bzw ggf inkl exkl zzgl evtl ca str abs vgl sog mind hr fr tel
          mwst okt dez
          bijv d.w.z m.u.v o.a i.p.v t/m evt dhr mevr resp a.u.b
          p.ex env av boul mme mlle p.ej sr sra ud uds pág sig dott pag
          """);

  /// Short only before a number: "No. 5".
  private static final Set<String> SHORT_BEFORE_NUMBER =
      Set.of("no", "nr", "núm", "art", "p", "pp");

  /// Languages that write "the 1st" as "1.".
  private static final Set<String> ORDINAL_POINT =
      Set.of(
          "de", "da", "no", "nb", "nn", "fi", "cs", "sk", "hu", "sl", "hr", "sr", "et", "lv", "pl");

  private static final Set<String> BEFORE_ORDINAL =
      words("am vom zum zur der die das den dem des im ab bis jeden jeder fra til på");

  private static final Pattern MONTH =
      Pattern.compile(
          "(?i)^(jan|feb|febr|mär|maer|mar|apr|mai|maj|jun|jul|aug|sep|okt|oct|nov|dez|dec|des)\\p{L}*");

  private Sentences() {}

  private static Set<String> words(String list) {
    return Set.copyOf(List.of(list.strip().split("\\s+")));
  }

  static List<String> split(String paragraph, Locale language) {
    String text = paragraph.replaceAll("[\\s\\u00a0]+", " ").strip();
    List<String> sentences = new ArrayList<>();
    int start = 0;
    int i = 0;
    while (i < text.length()) {
      if (isWideEnd(text.charAt(i))) {
        i = afterClosing(text, i + 1);
        start = cut(text, start, i, sentences);
      } else if (isEnd(text.charAt(i))) {
        int mark = i;
        while (i < text.length() && isEnd(text.charAt(i))) {
          i++;
        }
        int end = afterClosing(text, i);
        if (end < text.length()
            && text.charAt(end) == ' '
            && ends(text, start, mark, end + 1, language)) {
          start = cut(text, start, end, sentences);
        }
        i = Math.max(i, end);
      } else {
        i++;
      }
    }
    cut(text, start, text.length(), sentences);
    return sentences;
  }

  /// The sentences that say something alone: a question goes together with what follows it, and so
  /// does "Sorry!" or "Yes."; a few words at the end go with what is before them.
  static List<String> whole(List<String> sentences) {
    List<String> whole = new ArrayList<>();
    String open = "";
    for (String sentence : sentences) {
      open = open.isEmpty() ? sentence : open + " " + sentence;
      if (!sentence.matches(".*[?？]")
          && sentence.split(" ", LEAST_WORDS + 1).length >= LEAST_WORDS) {
        whole.add(open);
        open = "";
      }
    }
    if (!open.isEmpty() && !whole.isEmpty() && !open.matches(".*[?？:]")) {
      whole.add(whole.removeLast() + " " + open);
    } else if (!open.isEmpty()) {
      whole.add(open);
    }
    return whole;
  }

  private static int cut(String text, int start, int end, List<String> into) {
    String sentence = text.substring(start, end).strip();
    if (!sentence.isEmpty()) {
      into.add(sentence);
    }
    return end;
  }

  /// Whether the sentence that begins at `start` ends with the mark, where `next` follows.
  private static boolean ends(String text, int start, int mark, int next, Locale language) {
    int first = text.codePointAt(next);
    if (Character.isLowerCase(first) || ",;:)%€$£".indexOf(first) >= 0) {
      return false;
    }
    boolean single = text.charAt(mark) == '.' && text.charAt(mark + 1) == ' ';
    return !single || !isShortened(text, start, mark, next, language);
  }

  private static boolean isShortened(String text, int start, int dot, int next, Locale language) {
    int from = dot;
    while (from > start && !Character.isWhitespace(text.charAt(from - 1))) {
      from--;
    }
    String word =
        text.substring(from, dot).replaceFirst("^[(\\[\"'„“‚‘«]+", "").toLowerCase(Locale.ROOT);
    if (word.isEmpty()) {
      return false;
    }
    if (SHORT.contains(word) || word.matches("\\p{L}")) {
      return true;
    }
    if (word.matches("(\\p{L}{1,3}\\.)+\\p{L}{1,3}")) {
      return true;
    }
    boolean number = Character.isDigit(text.charAt(next));
    if (number && SHORT_BEFORE_NUMBER.contains(word)) {
      return true;
    }
    return word.matches("\\d{1,3}")
        && (from <= start + 1
            || isOrdinal(text.substring(start, from), text.substring(next), language));
  }

  private static boolean isOrdinal(String before, String after, Locale language) {
    if (!ORDINAL_POINT.contains(language.getLanguage())) {
      return false;
    }
    String plain = before.strip();
    String previous = plain.substring(plain.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    return MONTH.matcher(after).find() || BEFORE_ORDINAL.contains(previous);
  }

  private static int afterClosing(String text, int from) {
    int end = from;
    while (end < text.length() && ")]\"'”’»“‘」』".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return end;
  }

  private static boolean isEnd(char c) {
    return c == '.' || c == '!' || c == '?' || c == '…';
  }

  private static boolean isWideEnd(char c) {
    return c == '。' || c == '！' || c == '？';
  }
}
