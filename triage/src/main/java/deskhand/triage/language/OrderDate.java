package deskhand.triage.language;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// On which day something was ordered, as the text says: "ordered in February", "bought it on 3
/// May". Where only the month is named, its middle.
public final class OrderDate {
  private static final Map<String, Month> MONTHS = DateRange.MONTHS;
  private static final String MONTH =
      "(?<month>"
          + MONTHS.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|"))
          + ")";
  private static final String BOUGHT =
      "(order(ed)?|bought|purchase[d]?|buy|placed|bestell\\w*|gekauft|kauf\\w*|besteld\\w*|bestelling|gekocht|command\\w*|achet\\w*|pedid\\w*|compr\\w*|ordin\\w*|acquist\\w*)";
  private static final String DAY =
      "(?:(?<before>\\d{1,2})(?:st|nd|rd|th|er|\\.)? (?:of |de |di )?)?";
  private static final String AFTER = "(?: (?<after>\\d{1,2})(?:st|nd|rd|th)?(?!\\d|:))?";
  private static final Pattern FOUND =
      Pattern.compile(
          "\\b" + BOUGHT + "\\b[^.?!]{0,60}?\\b" + DAY + MONTH + "\\b" + AFTER,
          Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern TURNED =
      Pattern.compile(
          "\\b(in|on|im|am|en|op|le|el|a|since|of|from|vom)\\s(?:the )?"
              + DAY
              + MONTH
              + "\\b"
              + AFTER
              + "[^.?!]{0,40}?\\b"
              + BOUGHT
              + "\\b",
          Pattern.UNICODE_CHARACTER_CLASS);

  /// Months that are other words too, unless a day or one of these words stands beside them.
  private static final Set<String> OTHER_WORDS = Set.of("may", "mars");

  private static final Pattern OF_A_MONTH =
      Pattern.compile("\\b(in|since|from|of|last|this|early|mid|late|en|im|de)\\s+(the )?$");

  private OrderDate() {}

  public static Optional<LocalDate> in(String text, LocalDate today) {
    String low = text.toLowerCase(Locale.ROOT);
    for (Pattern pattern : List.of(FOUND, TURNED)) {
      Matcher found = pattern.matcher(low);
      if (found.find() && isMonth(low, found)) {
        Month month = MONTHS.getOrDefault(found.group("month"), today.getMonth());
        String day = found.group("before") == null ? found.group("after") : found.group("before");
        return Optional.of(day(month, day, today));
      }
    }
    return Optional.empty();
  }

  /// "I bought a tent, may I send it back?" names none.
  private static boolean isMonth(String low, Matcher found) {
    return !OTHER_WORDS.contains(found.group("month"))
        || found.group("before") != null
        || found.group("after") != null
        || OF_A_MONTH.matcher(low.substring(0, found.start("month"))).find();
  }

  private static LocalDate day(
      Month month, @org.jspecify.annotations.Nullable String day, LocalDate today) {
    YearMonth of = YearMonth.of(today.getYear(), month);
    if (of.isAfter(YearMonth.from(today))) {
      of = of.minusYears(1);
    }
    int number = day == null ? 15 : Math.clamp(Integer.parseInt(day), 1, of.lengthOfMonth());
    LocalDate date = of.atDay(number);
    return date.isAfter(today) ? today : date;
  }
}
