package deskhand.triage.understanding;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What may be a postcode in a text. Generous: it is only ever compared with the one of an order.
final class Postcodes {
  private static final int MOST = 30;
  private static final String EDGE_BEFORE = "(?<![\\p{L}\\p{N}#.,-])";
  private static final String EDGE_AFTER = "(?![\\p{L}\\p{N}]|[.,]\\d)";

  private static final List<Pattern> SHAPES =
      List.of(
          // United Kingdom
          shape("[A-Z]{1,2}\\d[A-Z\\d]?\\s?\\d[A-Z]{2}"),
          // Ireland
          shape("[A-Z]\\d[\\dW][\\s-]?(?=[A-Z\\d]*\\d)[A-Z\\d]{4}"),
          // Netherlands
          shape("\\d{4}\\s?[A-Z]{2}"),
          // Canada
          shape("[A-Z]\\d[A-Z][\\s-]?\\d[A-Z]\\d"),
          // Poland, Portugal, Japan, Brazil, United States with the last four
          shape("\\d{2}-\\d{3}|\\d{4}-\\d{3}|\\d{3}-\\d{4}|\\d{5}-\\d{3}|\\d{5}-\\d{4}"),
          // Sweden, Czechia, Slovakia, Greece
          shape("\\d{3}\\s\\d{2}"),
          // Andorra, Latvia, Lithuania, Luxembourg, Moldova, and old ways such as D-20121
          shape(
              "[A-Z]{1,3}-\\d{3,7}|(?:AD|LV|LT|L|MD|D|A|CH|F|I|B|NL|S|DK|FI|N|SI|HR|E|P)[\\s-]\\d{3,7}"),
          // plain numbers: most of the world
          shape("\\d{4,7}|\\d{3}"));

  /// Digits apart, where a word says what they are.
  private static final Pattern LABELLED =
      Pattern.compile(
          "\\b(?:post ?code|postal code|zip(?: code)?|plz|postleitzahl|code postal|código postal|postcode|c\\.?p\\.?)\\W{0,3}((?:\\d\\s?){4,7})(?![\\d])",
          Pattern.CASE_INSENSITIVE);

  private static Pattern shape(String form) {
    return Pattern.compile(EDGE_BEFORE + "(?:" + form + ")" + EDGE_AFTER, Pattern.CASE_INSENSITIVE);
  }

  private Postcodes() {}

  /// In their own spelling, those with an unmistakable form first.
  static List<String> in(String text) {
    Set<String> found = new LinkedHashSet<>();
    Matcher labelled = LABELLED.matcher(text);
    while (found.size() < MOST && labelled.find()) {
      found.add(labelled.group(1).strip());
    }
    for (Pattern shape : SHAPES) {
      Matcher matcher = shape.matcher(text);
      while (found.size() < MOST && matcher.find()) {
        found.add(matcher.group().strip());
      }
    }
    return List.copyOf(found);
  }
}
