package deskhand.server;

import deskhand.store.Money;
import deskhand.store.Store;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// Writes times as people of a store say them: by the store's clock, as short as they are clear.
@Component
public class Times {
  private static final Locale LOCALE = Locale.UK;
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", LOCALE);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", LOCALE);
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", LOCALE);
  private static final DateTimeFormatter WEEKDAY =
      DateTimeFormatter.ofPattern("EEE d MMMM", LOCALE);

  private final Clock clock;
  private final Texts texts;

  Times(Clock clock, Texts texts) {
    this.clock = clock;
    this.texts = texts;
  }

  public Instant now() {
    return clock.instant();
  }

  public In in(Store store) {
    return new In(store.zone(), clock.instant(), texts);
  }

  /// Times in one zone, seen from one moment.
  public static final class In {
    private final ZoneId zone;
    private final ZonedDateTime now;
    private final Texts texts;

    In(ZoneId zone, Instant now, Texts texts) {
      this.zone = zone;
      this.now = now.atZone(zone);
      this.texts = texts;
    }

    public ZonedDateTime now() {
      return now;
    }

    /// `10:42` today, `Yesterday`, `12 June`, `12 June 2024`.
    public String brief(Instant at) {
      ZonedDateTime local = at.atZone(zone);
      if (local.toLocalDate().equals(now.toLocalDate())) {
        return CLOCK.format(local);
      }
      if (local.toLocalDate().equals(now.toLocalDate().minusDays(1))) {
        return texts.of("time.yesterday");
      }
      return day(local.toLocalDate());
    }

    /// `10:42` today, `Mon 15 June, 10:42` on other days, with the year in other years.
    public String full(Instant at) {
      ZonedDateTime local = at.atZone(zone);
      if (local.toLocalDate().equals(now.toLocalDate())) {
        return CLOCK.format(local);
      }
      boolean thisYear = local.getYear() == now.getYear();
      return (thisYear ? WEEKDAY : DATE).format(local) + ", " + CLOCK.format(local);
    }

    /// `10:42` today, `12 June, 10:42` on other days.
    public String moment(Instant at) {
      ZonedDateTime local = at.atZone(zone);
      String clock = CLOCK.format(local);
      boolean today = local.toLocalDate().equals(now.toLocalDate());
      return today ? clock : day(local.toLocalDate()) + ", " + clock;
    }

    /// `12 June`, with the year in other years.
    public String day(LocalDate day) {
      return (day.getYear() == now.getYear() ? DAY : DATE).format(day);
    }

    public String day(Instant at) {
      return day(LocalDate.ofInstant(at, zone));
    }

    /// For machines: the `datetime` of a `time` element.
    public String machine(Instant at) {
      return at.toString();
    }

    /// How long until or since: `4 s`, `38 min`, `3 h`, `2 days`.
    public String span(Duration span) {
      Duration positive = span.abs();
      if (positive.toMinutes() < 1) {
        return texts.of("time.seconds", positive.toSeconds());
      }
      if (positive.toHours() < 1) {
        return texts.of("time.minutes", positive.toMinutes());
      }
      if (positive.toDays() < 1) {
        return texts.of("time.hours", positive.toHours());
      }
      return texts.of("time.days", positive.toDays());
    }
  }

  /// `€84.90`.
  public static String money(Money money) {
    NumberFormat format = NumberFormat.getCurrencyInstance(LOCALE);
    format.setCurrency(money.currency());
    int decimals = Math.max(0, money.currency().getDefaultFractionDigits());
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format.format(money.amount());
  }
}
