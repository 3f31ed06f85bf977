package deskhand.conversations.email.text;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The line above a quotation, "On … wrote:", in the languages that mail programs write it in; it
/// may be broken over several lines.
final class QuoteIntro {
  private static final int MOST_LINES = 6;
  private static final int LONGEST = 400;

  /// Patterns are asked so often at most for one mail.
  private static final int MOST_TRIES = 500;

  /// What somebody did to be quoted.
  private static final String WROTE =
      "(?:wrote|writes|sent|said|schrieb(?:en)?|schreef|geschreven|(?:a|à) écrit|écrit|a ecrit|"
          + "escribi[oó]|ha scritto|scritto|escreveu|skrev|skreiv|napisał(?:\\(a\\)|a)?|pisze|"
          + "napsal(?:\\(a\\)|a)?|kirjoitti|написал(?:\\(а\\)|а)?|пишет|писал(?:а|\\(а\\))?|пише|"
          + "написав(?:\\(ла\\)|ла)?|írta|ezt írta|a scris|yazdı|şunları yazdı|şunu yazdı|έγραψε|"
          + "đã viết|viết|写道|寫道|のメッセージ|さんは書きました|wrote)";

  private static final String DAY = "(?:\\p{L}{2,12}\\.?,? ?)?";

  /// A date with digits: 2026-01-02, 02.01.26, 2 January 2026, January 2, 2026, 2026年1月2日.
  private static final String DATE =
      "(?:\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.](?:\\d{1,2}|\\p{L}{3,9})[-/.]\\d{2,4}|"
          + "\\d{1,2}(?:\\.|º|er|st|nd|rd|th)? (?:de |d['’])?\\p{L}{3,12}\\.?,?(?: (?:de )?\\d{2,4})?|"
          + "\\p{L}{3,12}\\.? \\d{1,2}(?:st|nd|rd|th)?,?(?: \\d{4})?|\\d{4} ?[年.] ?\\d{1,2} ?[月.] ?\\d{1,2} ?日?|"
          + "\\d{1,2} tháng \\d{1,2},? \\d{4}|\\d{4}\\. \\p{L}+ \\d{1,2}\\.)";

  private static final String TIME = "\\d{1,2}[:.h]\\d{2}";

  private static final String ADDRESS = "[^\\s<>@\"(]{1,64}@[^\\s<>@)\"]{1,200}";

  private static final Pattern WHEN =
      Pattern.compile(DATE + "|" + TIME, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern WHO = Pattern.compile(ADDRESS);

  /// `…wrote:` at the end, whatever stands between; decorations of Zoho and of bold text around it.
  private static final Pattern ENDS_WITH_WROTE =
      Pattern.compile(
          "(?:^|[\\s>)\"”\\]])" + WROTE + "\\s*(?:[-–—]{2,}|[:：*]+|…)?\\s*[*_]*$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /// `Am … schrieb Ana <…>:`, `Op … schreef …:`, `kl. 13:09 skrev …:`.
  private static final Pattern WROTE_BEFORE_NAME =
      Pattern.compile(
          "(?:^|[\\s>)\"”])" + WROTE + "\\b.{0,200}[:：]\\s*[*_]*$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /// Opens with the preposition of a date.
  private static final Pattern OPENS =
      Pattern.compile(
          "^[-–—\\s*_]*(?:on|am|op|le|el|il|em|den|det|på|w dniu|dnia|dne|ve|vào|în|pe|dňa|στις|"
              + "a\\(z\\)|tarihinde|в|at|ter|lør|søn|man|tir|ons|tor|fre|在|于)\\b?\\s*[\"“]?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern OPENS_WITH_DATE =
      Pattern.compile(
          "^[-–—\\s*_]*" + DAY + "(?:" + DATE + "|" + TIME + ")",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /// A date, then a name with an address and nothing more: `30.09.2026, 18.30, "Ana" <ana@…>:`.
  private static final Pattern DATE_AND_ADDRESS =
      Pattern.compile(
          "^[-–—\\s*_]*"
              + DAY
              + "(?:"
              + DATE
              + "|"
              + TIME
              + ").{0,200}?[<(\\[]?"
              + ADDRESS
              + "[>)\\]]*\\s*[:：]$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern DATE_AND_BRACKETS =
      Pattern.compile(
          "^" + DAY + DATE + ".{1,100}<" + ADDRESS + ">$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern NAME_WROTE =
      Pattern.compile(
          "^[\"“*]?\\p{L}[^<>:]{0,80}<" + ADDRESS + ">,? " + WROTE + "\\s*[:：]$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /// An answer and an introduction on one line, as some programs leave it.
  private static final Pattern SHARED =
      Pattern.compile(
          "(?<=\\S)\\s+((?:On|Am|Op|Le|El|Il|Em|Den|W dniu) [^\\n]{0,40}(?:"
              + DATE
              + ")[^\\n]{0,200}"
              + WROTE
              + "\\s*:)$",
          Pattern.UNICODE_CASE);

  private final List<Line> lines;
  private int tries = MOST_TRIES;

  QuoteIntro(List<Line> lines) {
    this.lines = lines;
  }

  /// Where the introduction that starts at this line ends (exclusive), if one starts here.
  OptionalInt end(int start) {
    String first = stripped(lines.get(start).text());
    if (first.isEmpty() || first.length() > LONGEST || !mayOpen(first)) {
      return OptionalInt.empty();
    }
    StringBuilder joined = new StringBuilder();
    int blanks = 0;
    for (int i = start; i < lines.size() && i < start + MOST_LINES + blanks; i++) {
      String text = stripped(lines.get(i).text());
      if (text.isEmpty()) {
        // Polymail breaks the address off with an empty line.
        boolean broken = i > start && i + 1 < lines.size() && blanks == 0;
        if (!broken || !stripped(lines.get(i + 1).text()).startsWith("<")) {
          return OptionalInt.empty();
        }
        blanks++;
        continue;
      }
      if (i > start
          && lines.get(i).quoted()
          && !lines.get(start).quoted()
          && !finishes(lines.get(i).text(), joined)) {
        return OptionalInt.empty();
      }
      joined.append(joined.isEmpty() ? "" : " ").append(text);
      if (joined.length() > LONGEST) {
        return OptionalInt.empty();
      }
      if (mayEnd(text, i) && tries-- > 0 && matches(joined.toString(), i)) {
        return OptionalInt.of(i + 1);
      }
    }
    return OptionalInt.empty();
  }

  /// The part of a line that is the answer, where an introduction shares the line with it.
  static Optional<String> answerBefore(String line) {
    if (line.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher shared = SHARED.matcher(line);
    return shared.find() ? Optional.of(line.substring(0, shared.start())) : Optional.empty();
  }

  private static boolean mayOpen(String first) {
    return OPENS.matcher(first).find()
        || OPENS_WITH_DATE.matcher(first).find()
        || first.indexOf('<') > 0;
  }

  /// Cheap, because it is asked of every line: introductions end with a sign, or stand right above
  /// a quotation.
  private boolean mayEnd(String text, int last) {
    int end = text.length() - 1;
    while (end > 0
        && (text.charAt(end) == '*' || text.charAt(end) == '_' || text.charAt(end) == ' ')) {
      end--;
    }
    return ":：…-–—".indexOf(text.charAt(end)) >= 0 || quoteBelow(last);
  }

  private boolean matches(String text, int last) {
    boolean when = WHEN.matcher(text).find();
    boolean who = text.indexOf('@') >= 0 && WHO.matcher(text).find();
    boolean opens = OPENS.matcher(text).find();
    boolean dated = OPENS_WITH_DATE.matcher(text).find();
    boolean quoteBelow = quoteBelow(last);
    if (ENDS_WITH_WROTE.matcher(text).find()) {
      boolean colon = text.matches("(?s).*(?:[:：]|[-–—]{2,}|…)[\\s*_]*");
      return ((opens || dated) && when && (colon || quoteBelow))
          || NAME_WROTE.matcher(text).matches()
          || (opens && who && colon);
    }
    if (WROTE_BEFORE_NAME.matcher(text).find()) {
      return when && (opens || dated || who);
    }
    return (who && DATE_AND_ADDRESS.matcher(text).find())
        || (quoteBelow && who && DATE_AND_BRACKETS.matcher(text).find())
        || (quoteBelow && when && who && opens && text.endsWith(":"));
  }

  private boolean quoteBelow(int last) {
    for (int i = last + 1; i < lines.size() && i < last + 4; i++) {
      if (!lines.get(i).blank()) {
        return lines.get(i).quoted();
      }
    }
    return false;
  }

  /// `<ana@example.org` and then `> wrote:`: no quotation, but the end of the address.
  private static boolean finishes(String line, StringBuilder before) {
    String rest = line.strip();
    long opened = before.chars().filter(c -> c == '<').count();
    long closed = before.chars().filter(c -> c == '>').count();
    return opened > closed && rest.startsWith(">") && rest.length() < 40;
  }

  private static String stripped(String text) {
    String plain = text.strip();
    if (plain.matches("[>|\\s]*")) {
      return plain.equals(">") || plain.isEmpty() ? "" : plain;
    }
    return plain.startsWith("> ") && plain.length() > 40 ? plain.substring(2).strip() : plain;
  }
}
