package deskhand.triage.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Days that a text names.
class DateRangeTest {
  private static final LocalDate NEAR = LocalDate.of(2026, 11, 20);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Shut on Monday 2 November.|2026-11-02|2026-11-02",
        "Closed from 12 to 16 October 2026|2026-10-12|2026-10-16",
        "from 24 December 2026 up to and including 3 January 2027|2026-12-24|2027-01-03",
        "24 December to 3 January: all closed|2026-12-24|2027-01-03",
        "Inventory week: April 13-15, 2026.|2026-04-13|2026-04-15",
        "closed July 4|2026-07-04|2026-07-04",
        "closed on 2 and 3 February|2027-02-02|2027-02-03",
        "Betriebsferien vom 24. Dezember bis 3. Januar|2026-12-24|2027-01-03",
        "fermé le 1er novembre|2026-11-01|2026-11-01"
      })
  void aDayOrDaysOnEndAreRead(String text, String first, String last) {
    assertThat(DateRange.in(text, NEAR))
        .contains(new DateRange(LocalDate.parse(first), LocalDate.parse(last)));
  }

  @Test
  void severalAreReadAndWhatIsNoDayIsNot() {
    assertThat(DateRange.in("shut on 2 November and from 24 December to 3 January", NEAR))
        .extracting(DateRange::first)
        .contains(LocalDate.of(2026, 11, 2), LocalDate.of(2026, 12, 24));
    for (String none : List.of("31 February", "12 to 16 days", "in May", "")) {
      assertThat(DateRange.in(none, NEAR)).as(none).isEmpty();
    }
  }

  @Test
  void aLongTextIsReadInTime() {
    assertThat(DateRange.in("1 and ".repeat(100_000), NEAR)).isEmpty();
  }
}
