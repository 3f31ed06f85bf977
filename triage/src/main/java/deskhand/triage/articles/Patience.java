package deskhand.triage.articles;

import deskhand.orders.Shipment;
import deskhand.triage.language.Countries;
import deskhand.triage.language.Patterns;
import deskhand.triage.writing.Carriers;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How long the store's own article asks to wait for a late parcel before it looks for it: "5
/// working days after the estimated date", "no new scan for 7 working days".
///
/// @param days working days, Monday to Friday
/// @param fromEstimate counted from the carrier's estimate, else from the last scan
/// @param rule the sentence that says so
public record Patience(int days, boolean fromEstimate, Quotes.Quote rule) {
  private static final Patterns SILENT = Patterns.load("trace/silent");
  private static final Patterns LOOKED_FOR = Patterns.load("trace/looked-for");
  private static final Pattern LATE =
      Pattern.compile(
          "\\b(estimat\\w*|expected|behind|overdue|late|no (new )?(scan|update|movement)|(has|have)n't moved|not moved|without (a|any) (new )?scan|(nothing|not) (has been |was |been )?scanned|verspät\\w*|kein\\w* (neuer? )?scan|vertraagd|geen (nieuwe )?scan|en retard|aucun (nouveau )?scan)\\b",
          Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern ESTIMATE =
      Pattern.compile(
          "\\b(estimat\\w*|expected|behind|overdue|verspät\\w*|vertraagd|en retard)\\b",
          Pattern.UNICODE_CHARACTER_CLASS);
  private static final String WORKING =
      "(?:working|business) days?|werktag\\w*|werkdag\\w*|jours ouvr\\w+|días hábiles|giorni lavorativi";
  private static final Pattern DAYS =
      Pattern.compile(
          "(?<![\\d-])(\\d{1,2}) (?:"
              + WORKING
              + ")|(?:"
              + WORKING
              + ")[^\\d]{0,40} (\\d{1,2})(?![\\d-])",
          Pattern.UNICODE_CHARACTER_CLASS);

  /// Whether it is asked after how long a silent parcel is looked for.
  public static boolean isAsked(String text) {
    String low = text.toLowerCase(Locale.ROOT);
    return SILENT.foundIn(low) && LOOKED_FOR.foundIn(low);
  }

  /// Whether a sentence says how many days are waited for a scan, wherever that holds.
  public static boolean isRule(Quotes.Quote quote) {
    return isLate(quote) && DAYS.matcher(low(quote.sentence())).find();
  }

  private static boolean isLate(Quotes.Quote quote) {
    return LATE.matcher(low(quote.sentence())).find()
        || quote.passage().headings().stream()
            .skip(1)
            .anyMatch(heading -> LATE.matcher(low(heading)).find());
  }

  private static String low(String text) {
    return text.toLowerCase(Locale.ROOT).replace('\u00a0', ' ');
  }

  /// What the sentence asks for, where it is for that carrier and country.
  public static Optional<Patience> in(Quotes.Quote quote, String carrier, Set<String> countries) {
    String sentence = quote.sentence();
    String low = low(sentence);
    Set<String> carriers = Carriers.in(sentence);
    boolean others =
        (!carriers.isEmpty() && !carriers.contains(carrier.toLowerCase(Locale.ROOT)))
            || (!countries.isEmpty() && Countries.fit(countries, sentence) < 0);
    Matcher days = DAYS.matcher(low);
    if (others || !isLate(quote) || !days.find()) {
      return Optional.empty();
    }
    String number = days.group(1) == null ? days.group(2) : days.group(1);
    if (days.find()) {
      return Optional.empty();
    }
    return Optional.of(new Patience(Integer.parseInt(number), ESTIMATE.matcher(low).find(), quote));
  }

  /// Whether the parcel need not be looked for yet; false where the day to count from is not known.
  public boolean lasts(Shipment parcel, Optional<LocalDate> scanned, LocalDate today) {
    Optional<LocalDate> from = fromEstimate ? parcel.tracking().estimatedDelivery() : scanned;
    return from.filter(day -> workingDays(day, today) < days).isPresent();
  }

  /// The working days after the first day, up to and with the last.
  static long workingDays(LocalDate first, LocalDate last) {
    return first
        .plusDays(1)
        .datesUntil(last.isAfter(first) ? last.plusDays(1) : first.plusDays(1))
        .filter(day ->
            day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY)
        .count();
  }
}
