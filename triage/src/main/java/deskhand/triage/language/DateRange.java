package deskhand.triage.language;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A day, or days on end, that a text names: "2 November", "from 24 December 2026 to 3 January".
/// Where no year is said, the nearest.
public record DateRange(LocalDate first, LocalDate last) {
  static final Map<String, Month> MONTHS = months();

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS;
  private static final int LONGEST = 2_000;
  private static final int HALF_A_YEAR = 6;

  private static final String MONTH =
      MONTHS.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|", "(?:", ")\\b"));
  private static final String DAY = "(?<!\\d)\\d{1,2}(?:st|nd|rd|th|er|\\.)?";
  private static final String YEAR = "(?:,? (?<y%1$d>\\d{4}))?";

  /// "2 and 11 November" counts as what lies between, too: the least that is surely open is left.
  private static final String TO =
      "\\s*(?:-|–|to|and|until|till|through|up to|bis|und|tot|t/m|en|au|et|al?|hasta|y|e)"
          + "(?: and including| en met| zum| el| the| den)*(?: \\p{L}+day| \\p{L}+tag)?\\s*";

  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(?<d1>"
              + DAY
              + ")(?: (?:of |de |di )?(?<m1>"
              + MONTH
              + ")"
              + YEAR.formatted(1)
              + ")?(?:"
              + TO
              + "(?<d2>"
              + DAY
              + ") (?:of |de |di )?(?<m2>"
              + MONTH
              + ")"
              + YEAR.formatted(2)
              + ")?",
          FLAGS);
  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          "\\b(?<m1>"
              + MONTH
              + ") (?<d1>"
              + DAY
              + ")"
              + YEAR.formatted(1)
              + "(?:"
              + TO
              + "(?:(?<m2>"
              + MONTH
              + ") )?(?<d2>"
              + DAY
              + ")"
              + YEAR.formatted(2)
              + ")?(?!\\d)",
          FLAGS);

  private static Map<String, Month> months() {
    Map<String, Month> months = new LinkedHashMap<>();
    for (Locale language :
        List.of(
            Locale.ENGLISH,
            Locale.GERMAN,
            Locale.FRENCH,
            Locale.ITALIAN,
            Locale.of("nl"),
            Locale.of("es"))) {
      for (Month month : Month.values()) {
        months.putIfAbsent(
            month.getDisplayName(TextStyle.FULL, language).toLowerCase(Locale.ROOT), month);
      }
    }
    return months;
  }

  /// In the order of the text.
  ///
  /// @param near the nearest to which is meant where no year is said
  public static List<DateRange> in(String text, LocalDate near) {
    String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    List<DateRange> found = new ArrayList<>();
    for (Pattern pattern : List.of(DAY_FIRST, MONTH_FIRST)) {
      Matcher said = pattern.matcher(cut);
      while (said.find()) {
        of(said, near).ifPresent(found::add);
      }
    }
    return found;
  }

  /// Whether a day of it is one of those from one day to another.
  public boolean meets(LocalDate from, LocalDate to) {
    return !last.isBefore(from) && !first.isAfter(to);
  }

  /// A part that is not said is the other one's.
  private static Optional<DateRange> of(Matcher said, LocalDate near) {
    String month = said.group("m1") == null ? said.group("m2") : said.group("m1");
    if (month == null) {
      return Optional.empty();
    }
    String year = said.group("y1") == null ? said.group("y2") : said.group("y1");
    Optional<LocalDate> first = day(said.group("d1"), month, year, near);
    if (said.group("d2") == null) {
      return first.map(day -> new DateRange(day, day));
    }
    String other = said.group("m2") == null ? month : said.group("m2");
    String later = said.group("y2") == null ? year : said.group("y2");
    return first.flatMap(from ->
        day(said.group("d2"), other, later, near)
            .map(to -> to.isBefore(from) ? to.plusYears(1) : to)
            .map(to -> new DateRange(from, to)));
  }

  private static Optional<LocalDate> day(
      String day, String month, @Nullable String year, LocalDate near) {
    Month of = MONTHS.getOrDefault(month.toLowerCase(Locale.ROOT), near.getMonth());
    int number = Integer.parseInt(day.replaceAll("\\D", ""));
    try {
      if (year != null) {
        return Optional.of(LocalDate.of(Integer.parseInt(year), of, number));
      }
      LocalDate date = LocalDate.of(near.getYear(), of, number);
      if (date.isBefore(near.minusMonths(HALF_A_YEAR))) {
        return Optional.of(date.plusYears(1));
      }
      return Optional.of(date.isAfter(near.plusMonths(HALF_A_YEAR)) ? date.minusYears(1) : date);
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }
}
