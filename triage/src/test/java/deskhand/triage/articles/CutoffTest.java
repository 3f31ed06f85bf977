package deskhand.triage.articles;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CutoffTest {
  private static final Cutoff ONE_O_CLOCK = new Cutoff(LocalTime.of(13, 0));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Orders placed before 13:00 on a working day leave that same day. | 13:00",
        "If we have your order by 2pm on a working day it goes out the same afternoon. | 14:00",
        "Orders placed by 11:30 a.m. on a business day ship the same day, if in stock. | 11:30",
        "What you order until 15:00, Monday to Friday, is packed the same day. | 15:00",
        "The van comes at two, so orders placed before 13:30 on a working day go out that day. | 13:30",
        "Orders that reach us before noon on a working day go out that day. | 12:00",
        "Was bis 12:30 Uhr (13:30 Uhr in Lissabon) bestellt ist, geht am selben Tag raus. | 12:30"
      })
  void readsTheHourOfTheDay(String sentence, LocalTime until) {
    assertThat(Cutoff.in(sentence)).contains(new Cutoff(until));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Order before 11:00 and it arrives on the next working day.",
        "Express: ordered before 13:00 it leaves the same day, for €9.90.",
        "Orders before 12:00 from Monday to Thursday, or before 10:30 on Friday, leave the same day.",
        "Tents from stock leave the same day when paid before 13:00.",
        "Order before 12:00 and it is ready the same day from 15:00.",
        "Orders go out on the same day.",
        "Orders placed before 31:00 leave the same day."
      })
  void readsNothingFromOtherHoursDaysOrGoods(String sentence) {
    assertThat(Cutoff.in(sentence)).isEmpty();
  }

  @Test
  void whatComesLaterLeavesOnTheNextWorkingDay() {
    LocalDate friday = LocalDate.of(2026, 9, 11);
    LocalDateTime late = friday.atTime(13, 0);
    assertThat(ONE_O_CLOCK.leaves(friday.atTime(12, 59), Set.of())).contains(friday);
    assertThat(ONE_O_CLOCK.leaves(late, Set.of())).contains(friday.plusDays(3));
    assertThat(ONE_O_CLOCK.leaves(late, Set.of(friday.plusDays(3)))).contains(friday.plusDays(4));
    assertThat(ONE_O_CLOCK.leaves(friday.plusDays(1).atTime(9, 0), Set.of()))
        .contains(friday.plusDays(3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "when does my order go out",
        "Will it be sent today?",
        "Which day do you ship it?",
        "Geht das heute noch raus?"
      })
  void asksWhenItLeaves(String text) {
    assertThat(Cutoff.isAsked(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Has it been sent?", "Where is my order?", "When will it arrive?"})
  void asksSomethingElse(String text) {
    assertThat(Cutoff.isAsked(text)).isFalse();
  }
}
