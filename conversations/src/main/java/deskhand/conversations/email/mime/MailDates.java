package deskhand.conversations.email.mime;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Dates of mails (RFC 5322 section 3.3 with the obsolete forms of 4.3, and what programs write
/// instead).
public final class MailDates {
  private static final Pattern RFC =
      Pattern.compile(
          "(\\d{1,2})[\\s-]+([A-Za-z]{3})[A-Za-z]*\\.?[\\s-]+(\\d{2,4})[\\s,T]+(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2}))?(?:[.,]\\d+)?\\s*([AaPp][Mm]\\b)?\\s*([+-]\\s?\\d{1,2}:?\\d{2}|[A-Za-z]{1,5})?");

  /// `asctime`: Sat Jan 02 15:04:05 2026.
  private static final Pattern C_TIME =
      Pattern.compile(
          "([A-Za-z]{3})\\s+(\\d{1,2})\\s+(\\d{1,2}):(\\d{2}):(\\d{2})\\s+(?:([A-Z]{1,5}|[+-]\\d{4})\\s+)?(\\d{4})");

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  /// RFC 5322 section 4.3; other letters mean nothing certain and are read as UTC.
  private static final Map<String, Integer> ZONES =
      Map.ofEntries(
          Map.entry("EST", -5),
          Map.entry("EDT", -4),
          Map.entry("CST", -6),
          Map.entry("CDT", -5),
          Map.entry("MST", -7),
          Map.entry("MDT", -6),
          Map.entry("PST", -8),
          Map.entry("PDT", -7),
          Map.entry("CET", 1),
          Map.entry("CEST", 2),
          Map.entry("MEZ", 1),
          Map.entry("MESZ", 2),
          Map.entry("BST", 1),
          Map.entry("JST", 9),
          Map.entry("IST", 5),
          Map.entry("EET", 2),
          Map.entry("EEST", 3),
          Map.entry("MSK", 3));

  private MailDates() {}

  public static @Nullable Instant parse(String field) {
    String text = field.length() > 200 ? field.substring(0, 200) : field;
    try {
      Matcher rfc = RFC.matcher(text);
      if (rfc.find()) {
        int year = year(rfc.group(3));
        int hour = hour(Integer.parseInt(rfc.group(4)), rfc.group(7));
        return instant(
            new int[] {
              year,
              month(rfc.group(2)),
              Integer.parseInt(rfc.group(1)),
              hour,
              Integer.parseInt(rfc.group(5)),
              second(rfc.group(6))
            },
            rfc.group(8));
      }
      Matcher c = C_TIME.matcher(text);
      if (c.find()) {
        return instant(
            new int[] {
              Integer.parseInt(c.group(7)),
              month(c.group(1)),
              Integer.parseInt(c.group(2)),
              Integer.parseInt(c.group(3)),
              Integer.parseInt(c.group(4)),
              second(c.group(5))
            },
            c.group(6));
      }
      return OffsetDateTime.parse(text.strip().replaceFirst(" ", "T")).toInstant();
    } catch (DateTimeException | NumberFormatException unreadable) {
      return null;
    }
  }

  private static Instant instant(int[] at, @Nullable String zone) {
    return LocalDateTime.of(at[0], at[1], at[2], at[3], at[4], at[5])
        .toInstant(offset(zone == null ? "" : zone));
  }

  private static int year(String digits) {
    int year = Integer.parseInt(digits);
    // RFC 5322 section 4.3.
    return digits.length() > 3
        ? year
        : digits.length() == 3 || year >= 50 ? 1900 + year : 2000 + year;
  }

  private static int month(String name) {
    return MONTHS.indexOf(name.toLowerCase(Locale.ROOT)) + 1;
  }

  private static int hour(int hour, @Nullable String half) {
    if (half == null || hour > 12) {
      return hour;
    }
    return hour % 12 + (half.equalsIgnoreCase("pm") ? 12 : 0);
  }

  /// A leap second is the second before it.
  private static int second(@Nullable String digits) {
    return digits == null ? 0 : Math.min(59, Integer.parseInt(digits));
  }

  private static ZoneOffset offset(String zone) {
    String plain = zone.replaceAll("[\\s:]", "");
    if (plain.matches("[+-]\\d{3,4}")) {
      int digits = Integer.parseInt(plain.substring(1));
      int minutes = Math.min(17 * 60, digits / 100 * 60 + Math.min(59, digits % 100));
      return ZoneOffset.ofTotalSeconds(60 * (plain.startsWith("-") ? -minutes : minutes));
    }
    return ZoneOffset.ofHours(ZONES.getOrDefault(plain.toUpperCase(Locale.ROOT), 0));
  }
}
