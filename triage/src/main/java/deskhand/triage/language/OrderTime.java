package deskhand.triage.language;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// When an order would be placed that is only thought of: "if I order on Friday at three", "say I
/// pay tonight". What a text leaves open stays open: "on Friday morning" is any time until noon,
/// "at 8" the morning's or the evening's.
///
/// @param from the earliest time that may be meant, in the store's own time
/// @param to the latest
public record OrderTime(LocalDate day, LocalTime from, LocalTime to) {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS;
  private static final Patterns SUPPOSED = Patterns.load("dispatch/supposed");
  private static final Patterns ZONE = Patterns.load("dispatch/zone");

  private static final Pattern ORDER =
      Pattern.compile(
          "\\b(order\\w*|plac(e|ed|ing)|put|pay|paid|paying|buy|buying|bestell\\w*|bestel\\w*|zahl\\w*|betaal|command\\w*|paie|pido|pedido|pago|ordin\\w*|compr\\w*)\\b",
          FLAGS);

  /// Two that are thought of have two times.
  private static final Pattern IF =
      Pattern.compile(
          "\\b(if|suppose|supposing|falls|wenn|als|si|se) (i|we|ich|wir|ik|je|nous)\\b", FLAGS);

  private static final Map<String, DayOfWeek> WEEKDAYS = weekdays();
  private static final String TODAY =
      "today|tonight|tonite|now|this (?:morning|afternoon|evening)|heute|jetzt|vandaag|vanavond"
          + "|aujourd'hui|ce soir|maintenant|hoy|ahora|esta (?:tarde|noche)|oggi|adesso|stasera";
  private static final String TOMORROW = "tomorrow|tomorow|tmrw|tmr|morgen|demain|mañana|domani";
  private static final Pattern DAY =
      Pattern.compile(
          "\\b(?:(?<today>"
              + TODAY
              + ")|(?<tomorrow>"
              + TOMORROW
              + ")|(?<weekday>"
              + String.join("|", WEEKDAYS.keySet())
              + ")s?)\\b",
          FLAGS);

  /// A day of the month may be any of this year or the next, and closed.
  private static final Pattern DATE =
      Pattern.compile(
          "\\b\\d{1,2}(st|nd|rd|th|\\.)? ?(of )?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|okt|nov|dec|dez)\\w*"
              + "|\\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\w* \\d{1,2}\\b"
              + "|\\b\\d{1,2}/\\d{1,2}\\b|\\b\\d{1,2}\\.\\d{1,2}\\.|\\bthe \\d{1,2}(st|nd|rd|th)\\b",
          FLAGS);

  private static final List<String> HOURS =
      List.of(
          "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
          "twelve");
  private static final String AFTER_NOON =
      "p\\.?m\\b\\.?|in the (?:afternoon|evening)|at night|(?:this |the )?(?:afternoon|evening|night)"
          + "|nachmittags?|abends?|(?:'s )?(?:middags?|avonds?)|de l'après-midi|du soir|de la (?:tarde|noche)"
          + "|del pomeriggio|di sera";
  private static final String BEFORE_NOON =
      "a\\.?m\\b\\.?|in the morning|(?:this )?morning|früh|(?:'s )?ochtends?|du matin"
          + "|de la mañana|di mattina|del mattino";
  private static final Pattern CLOCK =
      Pattern.compile(
          "(?<about>\\b(?:around|about|roughly|approx\\w*|gegen|rond|vers|circa) (?:at )?|~ ?)?"
              + "(?<lead>\\b(?:at|um|om|à|a las|alle|by) )?"
              + "(?:(?<part>half past|half|quarter past|quarter to) )?"
              + "(?<!\\d)(?<hour>\\d{1,2})(?:[:.h](?<minute>\\d{2}))?(?!\\d)"
              + " ?(?:(?<clock>o'?clock|h\\b|uhr|uur|heures?)? ?(?<pm>"
              + AFTER_NOON
              + ")|(?<am>"
              + BEFORE_NOON
              + ")|(?<sharp>o'?clock|h\\b|uhr|uur|heures?))?",
          FLAGS);
  private static final Pattern PART =
      Pattern.compile(
          "\\b(?:(?<noon>noon|midday|mittags?|midi|mediodía|mezzogiorno)"
              + "|(?<late>night|nite|tonight|tonite|evening|abends?|avond|vanavond|soir|noche|sera|stasera)"
              + "|(?<afternoon>afternoon|nachmittags?|middag|après-midi|tarde|pomeriggio)"
              + "|(?<morning>morning|ochtend|matin|mattina))\\b",
          FLAGS);
  private static final int NOON = 12;
  private static final int MIDNIGHT = 24;
  private static final int FIRST_HOUR_OF_A_SHOPPER = 7;
  private static final int MINUTES_ABOUT = 45;
  private static final int NEAR = 60;
  private static final int LONGEST = 1_000;
  private static final LocalTime MORNING = LocalTime.of(5, 0);
  private static final LocalTime EVENING = LocalTime.of(18, 0);
  private static final LocalDate ANY = LocalDate.EPOCH;
  private static final LocalTime LAST = LocalTime.of(23, 59);

  /// Empty where nothing is supposed, where no day is named, or one of the month, or the clock of
  /// another place.
  ///
  /// @param now in the store's own time
  public static Optional<OrderTime> supposedIn(String text, LocalDateTime now) {
    String low = plain(text);
    if (!isSupposed(low)
        || IF.matcher(low).results().limit(2).count() > 1
        || DATE.matcher(low).find()
        || ZONE.foundIn(low)) {
      return Optional.empty();
    }
    Matcher order = ORDER.matcher(low);
    int from = order.find() ? order.end() : 0;
    Matcher day = DAY.matcher(low);
    boolean named = (day.find(from) && day.start() - from <= NEAR) || day.find(0);
    return named ? Optional.of(on(low, day, now)) : Optional.empty();
  }

  /// Whether an order is only thought of.
  public static boolean isSupposed(String text) {
    return SUPPOSED.foundIn(plain(text));
  }

  private static String plain(String text) {
    String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    String low = cut.toLowerCase(Locale.ROOT).replace('’', '\'');
    for (int i = 0; i < HOURS.size(); i++) {
      low = low.replaceAll("\\b" + HOURS.get(i) + "\\b", Integer.toString(i + 1));
    }
    return low;
  }

  private static OrderTime on(String text, Matcher day, LocalDateTime now) {
    LocalDate today = now.toLocalDate();
    OrderTime hours = hours(text, day);
    if (day.group("today") != null) {
      return new OrderTime(today, hours.from, hours.to);
    }
    if (day.group("tomorrow") != null) {
      return new OrderTime(today.plusDays(1), hours.from, hours.to);
    }
    DayOfWeek weekday = WEEKDAYS.getOrDefault(day.group("weekday"), today.getDayOfWeek());
    LocalDate next = today.with(TemporalAdjusters.nextOrSame(weekday));
    boolean past = next.equals(today) && hours.to.isBefore(now.toLocalTime());
    return new OrderTime(past ? next.plusWeeks(1) : next, hours.from, hours.to);
  }

  /// The hours of the day that may be meant: what stands after the day first, then before it.
  private static OrderTime hours(String text, Matcher day) {
    String after = text.substring(day.start(), Math.min(text.length(), day.end() + NEAR));
    String before = text.substring(Math.max(0, day.start() - NEAR), day.start());
    return clock(after)
        .or(() -> part(after))
        .or(() -> clock(before))
        .orElseGet(() -> new OrderTime(ANY, LocalTime.MIN, LAST));
  }

  private static Optional<OrderTime> clock(String text) {
    return CLOCK.matcher(text).results().flatMap(said -> clock(said).stream()).findFirst();
  }

  private static Optional<OrderTime> part(String text) {
    Matcher part = PART.matcher(text);
    if (!part.find()) {
      return Optional.empty();
    }
    if (part.group("noon") != null) {
      return Optional.of(about(LocalTime.NOON, LocalTime.NOON, true));
    }
    if (part.group("late") != null) {
      return Optional.of(new OrderTime(ANY, EVENING, LAST));
    }
    return Optional.of(
        part.group("morning") == null
            ? new OrderTime(ANY, LocalTime.NOON, EVENING)
            : new OrderTime(ANY, MORNING, LocalTime.NOON));
  }

  /// A bare number is a time only after a word that says so.
  private static Optional<OrderTime> clock(MatchResult said) {
    boolean told =
        said.group("lead") != null
            || said.group("about") != null
            || said.group("part") != null
            || said.group("minute") != null
            || said.group("pm") != null
            || said.group("am") != null
            || said.group("sharp") != null;
    int hour = Integer.parseInt(said.group("hour"));
    int minute = said.group("minute") == null ? 0 : Integer.parseInt(said.group("minute"));
    if (!told || hour >= MIDNIGHT || minute >= 60) {
      return Optional.empty();
    }
    boolean half = said.group("part") != null && said.group("part").startsWith("half");
    if (half) {
      minute = 30;
    } else if (said.group("part") != null) {
      minute = 15;
      hour = said.group("part").endsWith("to") ? hour - 1 : hour;
    }
    boolean about = said.group("about") != null || "half".equalsIgnoreCase(said.group("part"));
    boolean open = false;
    if (said.group("pm") != null) {
      hour = hour < NOON ? hour + NOON : hour;
    } else if (said.group("am") == null && said.group("sharp") == null && hour < NOON) {
      open = hour >= FIRST_HOUR_OF_A_SHOPPER;
      hour = open ? hour : hour + NOON;
    }
    LocalTime first = LocalTime.of(Math.clamp(hour, 0, MIDNIGHT - 1), minute);
    return Optional.of(about(first, open ? first.plusHours(NOON) : first, about));
  }

  private static OrderTime about(LocalTime from, LocalTime to, boolean about) {
    return about
        ? new OrderTime(ANY, from.minusMinutes(MINUTES_ABOUT), to.plusMinutes(MINUTES_ABOUT))
        : new OrderTime(ANY, from, to);
  }

  private static Map<String, DayOfWeek> weekdays() {
    Map<String, DayOfWeek> days = new HashMap<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      for (String language : List.of("en", "de", "nl", "fr", "es", "it")) {
        days.put(
            day.getDisplayName(TextStyle.FULL, Locale.of(language)).toLowerCase(Locale.ROOT), day);
      }
    }
    days.put("fri", DayOfWeek.FRIDAY);
    days.put("thurs", DayOfWeek.THURSDAY);
    days.put("weds", DayOfWeek.WEDNESDAY);
    days.put("tues", DayOfWeek.TUESDAY);
    return Map.copyOf(days);
  }
}
