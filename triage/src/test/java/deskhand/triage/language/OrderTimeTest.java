package deskhand.triage.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// When an order would be placed that is only thought of.
class OrderTimeTest {
  /// A Tuesday.
  private static final LocalDateTime NOW = LocalDateTime.parse("2026-09-15T12:00");

  private static Optional<OrderTime> in(String text) {
    return OrderTime.supposedIn(text, NOW);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "If I order on Friday at 3 in the afternoon, when does it go?|2026-09-18|15:00|15:00",
        "say i pay tomorrow at 11.30 am, when is it sent|2026-09-16|11:30|11:30",
        "Suppose I order today at 8, does it leave?|2026-09-15|08:00|20:00",
        "if we order at 2:15 today when does it ship|2026-09-15|14:15|14:15",
        "When I place an order on Sunday night, when do you post it?|2026-09-20|18:00|23:59",
        "Suppose I get round to ordering on Monday around noon?|2026-09-21|11:15|12:45",
        "Monday half past four in the afternoon, order placed. When would it leave?|2026-09-21|16:30|16:30",
        "if i order saturday half two, when does it go|2026-09-19|13:45|15:15",
        "If I order on Thursday, will it go out the same day?|2026-09-17|00:00|23:59",
        "would it leave friday if i order thursday morning|2026-09-17|05:00|12:00",
        "Wenn ich am Samstag um 9 Uhr bestelle, wann geht es raus?|2026-09-19|09:00|09:00",
        "als ik vrijdag om 16 uur bestel, wanneer gaat het weg?|2026-09-18|16:00|16:00",
        "Si je commande demain à 17h, quand part le colis ?|2026-09-16|17:00|17:00"
      })
  void theDayAndWhatTheHourLeavesOpenAreRead(String text, String day, String from, String to) {
    assertThat(in(text).orElseThrow())
        .hasToString("OrderTime[day=" + day + ", from=" + from + ", to=" + to + "]");
  }

  @Test
  void aHourOfTodayThatIsPastMeansNextWeek() {
    assertThat(in("If I order on a Tuesday at 9 am, when does it leave?").orElseThrow().day())
        .isEqualTo("2026-09-22");
    assertThat(in("If I order on a Tuesday at 3 pm, when does it leave?").orElseThrow().day())
        .isEqualTo("2026-09-15");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I ordered on Friday at 3 pm. When does it leave?",
        "Ordered on Friday at 3 pm. When does it leave?",
        "When will you ship my order, on Friday?",
        "When I ordered on Friday you said Monday.",
        "Monday order placed, still not sent, when does it leave?",
        "If I order on 2 October, when is it sent?",
        "If I order at 3 pm my time on Friday, when does it go?",
        "When do you send orders?",
        "If I order a tent, when does it leave?"
      })
  void whatHappenedOrNamesNoPlainDayIsNone(String text) {
    assertThat(in(text)).isEmpty();
  }

  @Test
  void aLongTextIsReadInTime() {
    assertThat(in("if i order ".repeat(100_000))).isEmpty();
  }
}
