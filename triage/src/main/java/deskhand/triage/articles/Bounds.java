package deskhand.triage.articles;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells whether an amount that a customer names lies within the bound that a sentence sets:
/// "orders up to £135" for "a lamp for £90".
final class Bounds {
  private static final String AMOUNT =
      "(?:[€$£]|eur|euros?|chf|usd|gbp|nok|sek|dkk|pounds?|quid|dollars?|bucks)";
  private static final String NUMBER = "(\\d{1,3}(?:[.,\\s]\\d{3})+|\\d+)(?:[.,](\\d{1,2}))?";
  private static final Pattern SAID =
      Pattern.compile(
          AMOUNT + "\\s?" + NUMBER + "|" + NUMBER + "\\s?" + AMOUNT,
          Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern BOUND =
      Pattern.compile(
          "\\b(up to|under|below|less than|at most|maximum|bis|unter|tot|onder|jusqu'à|moins de|hasta|fino a|over|above|more than|at least|minimum|from|exceed\\w*|ab|über|vanaf|boven|plus de|à partir de|más de|oltre)\\b(?: (?:of|von|van|de|di))?\\s*"
              + AMOUNT
              + "\\s?"
              + NUMBER,
          Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern FREE =
      Pattern.compile(
          "\\b(free|gratis|kostenlos|kostenfrei|versandkostenfrei|gratuit\\w*|offert\\w*)\\b",
          Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern SIGN = Pattern.compile("[€$£]");
  private static final List<String> UPPER =
      List.of(
          "up to",
          "under",
          "below",
          "less than",
          "at most",
          "maximum",
          "bis",
          "unter",
          "tot",
          "onder",
          "jusqu'à",
          "moins de",
          "hasta",
          "fino a");

  private Bounds() {}

  /// 1 within, -1 outside, 0 where either names no amount.
  static int fit(String ask, String sentence) {
    Matcher said = SAID.matcher(ask.toLowerCase(Locale.ROOT));
    Matcher bound = BOUND.matcher(sentence.toLowerCase(Locale.ROOT));
    if (!said.find() || !bound.find() || !alike(said.group(), bound.group())) {
      return 0;
    }
    BigDecimal amount =
        said.group(1) == null
            ? number(said.group(3), said.group(4))
            : number(said.group(1), said.group(2));
    BigDecimal limit = number(bound.group(2), bound.group(3));
    boolean upper = UPPER.contains(bound.group(1));
    int compared = amount.compareTo(limit);
    if (upper ? compared <= 0 : compared >= 0) {
      return 1;
    }
    return isOfOneCell(sentence.substring(0, bound.start())) ? 0 : -1;
  }

  /// Whether the bound is that of a free delivery whose price stands before it: below it the row
  /// holds all the same.
  private static boolean isOfOneCell(String before) {
    String low = before.toLowerCase(Locale.ROOT);
    String cell = low.substring(low.lastIndexOf(',') + 1);
    return FREE.matcher(cell).find() && SAID.matcher(low).find();
  }

  /// Whether both may be of one currency, as far as their signs tell.
  private static boolean alike(String said, String bound) {
    Matcher one = SIGN.matcher(said);
    Matcher other = SIGN.matcher(bound);
    return !one.find() || !other.find() || one.group().equals(other.group());
  }

  private static BigDecimal number(String whole, @org.jspecify.annotations.Nullable String cents) {
    String digits = whole.replaceAll("\\D", "");
    return new BigDecimal(cents == null ? digits : digits + "." + cents);
  }
}
