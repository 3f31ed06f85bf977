package deskhand.triage.writing;

import static org.assertj.core.api.Assertions.assertThat;

import deskhand.triage.Made;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void datesAreWrittenAsTheStoreDoes() {
    assertThat(
            Words.in(Locale.US, java.time.ZoneId.of("UTC"), Made.NOON)
                .date(LocalDate.of(2026, 6, 16)))
        .isEqualTo("June 16");
    assertThat(Made.words().date(LocalDate.of(2027, 6, 16))).isEqualTo("16 June 2027");
    assertThat(
            Words.in(Locale.GERMAN, java.time.ZoneId.of("UTC"), Made.NOON)
                .date(LocalDate.of(2026, 6, 16)))
        .isEqualTo("16. Juni");
  }
}
