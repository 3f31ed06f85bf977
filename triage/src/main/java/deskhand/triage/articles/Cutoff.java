package deskhand.triage.articles;

import deskhand.triage.language.AskKind;
import deskhand.triage.language.OrderTime;
import deskhand.triage.language.Patterns;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The hour before which an order of a working day leaves on the same day: "orders placed before
/// 13:00 on a working day go out that afternoon".
///
/// @param until in the store's own time
public record Cutoff(LocalTime until) {
  private static final Patterns SAME_DAY = Patterns.load("dispatch/same-day");
  private static final Patterns LEAVES = Patterns.load("dispatch/leaves");
  private static final Patterns LONGER = Patterns.load("dispatch/longer");
  private static final Patterns OTHER = Patterns.load("dispatch/other");
  private static final Patterns ORDERS = Patterns.load("dispatch/orders");
  private static final Patterns ASKED = Patterns.load("dispatch/asked");
  private static final Patterns GOODS = Patterns.load("dispatch/goods");
  private static final Patterns TALK = Patterns.load("dispatch/talk");
  private static final Patterns ASKED_DAY = Patterns.load("dispatch/asked-day");
  private static final Patterns CLOSED = Patterns.load("dispatch/closed");
  private static final Patterns LATER = Patterns.load("dispatch/later");
  private static final Patterns DAY = Patterns.load("tables/day");

  private static final Pattern BESIDE = Pattern.compile("\\([^()]*\\)");

  /// Other weekdays have other hours, and are for people.
  private static final Pattern WORKING_WEEK =
      Pattern.compile(
          "\\b(monday|mon|montag|maandag|lundi|lunes|lunedì)s?\\b\\s?(-|–|to|through|till|until|bis|tot en met|t/m|au|a)\\s?\\b(friday|fri|freitag|vrijdag|vendredi|viernes|venerdì)s?\\b",
          Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern TIME =
      Pattern.compile(
          "\\b(?<hour>\\d{1,2})(?:[:.h](?<minute>\\d{2}))?\\s?(?<half>am|pm|a\\.m\\.|p\\.m\\.)?(?:\\s?(?:uhr|uur|h|o'clock))?(?![\\d%])|\\b(?<noon>noon|midday)\\b");
  private static final Pattern BEFORE =
      Pattern.compile(
          "\\b(before|by|until|till|up to|bis|vor|voor|tot|avant|antes de las|prima delle)\\s*$");

  private static final int NOON = 12;
  private static final int LAST_HOUR = 23;
  private static final int LAST_MINUTE = 59;

  /// A store that is closed longer promises no day.
  private static final int DAYS_AHEAD = 10;

  /// Whether it is asked when something leaves.
  public static boolean isAsked(String text) {
    return ASKED.foundIn(text.toLowerCase(Locale.ROOT));
  }

  /// Whether it is asked when an order would leave that is only thought of, whatever is in it.
  public static boolean isAskedOfSupposed(String text) {
    return (isAsked(text) || ASKED_DAY.foundIn(text))
        && OrderTime.isSupposed(text)
        && !GOODS.foundIn(text);
  }

  /// What a question when an order would leave names beside orders, days and hours: goods, it may
  /// be.
  public static String besides(String text) {
    return TALK.removedFrom(text);
  }

  /// Whether a sentence tells what holds for orders that come too late for the same day.
  public static boolean tellsOfLater(String sentence) {
    return LATER.foundIn(sentence) && !OTHER.foundIn(sentence.toLowerCase(Locale.ROOT));
  }

  /// Whether a sentence may set days apart on which nobody works.
  public static boolean tellsOfClosing(String sentence) {
    return CLOSED.foundIn(sentence) || (LEAVES.foundIn(sentence) && !Quotes.isRow(sentence));
  }

  /// Whether a sentence tells when something leaves, or how long it takes until then.
  public static boolean tellsLeaving(String sentence) {
    return (LEAVES.foundIn(sentence) || LONGER.foundIn(sentence))
        && (DAY.foundIn(sentence) || AskKind.TIME.answeredBy(sentence));
  }

  /// Empty where the sentence sets no such hour, or several, or one for some goods or days alone.
  public static Optional<Cutoff> in(String sentence) {
    String low =
        WORKING_WEEK
            .matcher(
                BESIDE
                    .matcher(sentence.toLowerCase(Locale.ROOT).replace('\u00a0', ' '))
                    .replaceAll(" "))
            .replaceAll(" ");
    boolean rule =
        SAME_DAY.foundIn(low)
            && LEAVES.foundIn(low)
            && ORDERS.foundIn(low)
            && !OTHER.foundIn(low)
            && !DAY.foundIn(low);
    return rule ? time(low).map(Cutoff::new) : Optional.empty();
  }

  /// The one time that follows a "before".
  private static Optional<LocalTime> time(String low) {
    Optional<LocalTime> found = Optional.empty();
    Matcher time = TIME.matcher(low);
    while (time.find()) {
      if (!BEFORE.matcher(low.substring(0, time.start())).find()) {
        continue;
      }
      if (found.isPresent()) {
        return Optional.empty();
      }
      found = time(time);
      if (found.isEmpty()) {
        return found;
      }
    }
    return found;
  }

  private static Optional<LocalTime> time(Matcher said) {
    if (said.group("noon") != null) {
      return Optional.of(LocalTime.NOON);
    }
    int hour = Integer.parseInt(said.group("hour"));
    int minute = said.group("minute") == null ? 0 : Integer.parseInt(said.group("minute"));
    String half = said.group("half");
    if (half != null) {
      hour = hour % NOON + (half.startsWith("p") ? NOON : 0);
    }
    return hour > LAST_HOUR || minute > LAST_MINUTE
        ? Optional.empty()
        : Optional.of(LocalTime.of(hour, minute));
  }

  /// The day on which an order of that time leaves, Monday to Friday; empty where the store is
  /// closed for long.
  ///
  /// @param closed days on which nothing leaves
  public Optional<LocalDate> leaves(LocalDateTime placed, Set<LocalDate> closed) {
    LocalDate first = placed.toLocalDate();
    boolean inTime = placed.toLocalTime().isBefore(until);
    return first
        .plusDays(inTime ? 0 : 1)
        .datesUntil(first.plusDays(DAYS_AHEAD))
        .filter(day -> isWorking(day) && !closed.contains(day))
        .findFirst();
  }

  /// The day on which an order of that time would leave; empty where what is left open of the time
  /// would make another day of it.
  public Optional<LocalDate> leaves(OrderTime time, Set<LocalDate> closed) {
    Optional<LocalDate> first = leaves(time.day().atTime(time.from()), closed);
    return first.equals(leaves(time.day().atTime(time.to()), closed)) ? first : Optional.empty();
  }

  private static boolean isWorking(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  public String spelled() {
    return "leaves the same day before " + until;
  }
}
