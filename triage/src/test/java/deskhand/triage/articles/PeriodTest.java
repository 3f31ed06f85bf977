package deskhand.triage.articles;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "You have 30 days after delivery to return it. | DELIVERED | 30 DAYS",
        "Return it within two weeks of receiving the parcel. | DELIVERED | 2 WEEKS",
        "3 years warranty from the day of delivery. | DELIVERED | 3 YEARS",
        "Sie können innerhalb von 45 Tagen nach der Zustellung zurückgeben. | DELIVERED | 45 DAYS",
        "Binnen 14 dagen na ontvangst. | DELIVERED | 14 DAYS",
        "Vous avez 45 jours après la livraison. | DELIVERED | 45 JOURS",
        "Cancel within 2 hours after placing the order. | PLACED | 2 HOURS",
        "For 60 minutes after ordering you can cancel. | PLACED | 60 MINUTES",
        "Your parcel is kept for 7 days. | AVAILABLE | 7 DAYS",
        "Camping stove: Guarantee from the day of delivery 2 years | DELIVERED | 2 YEARS",
        "Tell us no later than 10 days after the delivery scan. | DELIVERED | 10 DAYS"
      })
  void readsThePeriodOfASentence(String sentence, Period.From from, String period) {
    Period found = Period.in(sentence, from).orElseThrow();
    assertThat(found.count() + " " + found.unit()).isEqualTo(period.replace("JOURS", "DAYS"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "We answer within 5 working days after it arrives. | DELIVERED",
        "You have 30 days. | DELIVERED",
        "The label is sent within 1 day; the parcel arrives in 4-6 days. | PLACED",
        "14 days after delivery, or 30 days after delivery for members. | DELIVERED",
        "Nothing of that sort. | AVAILABLE"
      })
  void readsNothingWhereThereIsNoneOrMoreThanOne(String sentence, Period.From from) {
    assertThat(Period.in(sentence, from)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "You have 40 days to think it over. | Day 1 is the day after delivery. | 40 DAYS",
        "Tents: How long 3 years | It starts on the day of delivery. | 3 YEARS",
        "Du hast 20 Tage Zeit. | Die Frist beginnt mit der Lieferung. | 20 DAYS"
      })
  void anotherSentenceMaySayWhatIsCountedFrom(String sentence, String counted, String period) {
    Period found = Period.in(sentence, counted, Period.From.DELIVERED).orElseThrow();
    assertThat(found.count() + " " + found.unit()).isEqualTo(period);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "You have 40 days to think it over. | We answer on every day but Sunday.",
        "We answer within 2 working days. | Day 1 is the day after delivery.",
        "30 days, or 60 days for members. | Day 1 is the day after delivery.",
        "Cancel within 3 days after ordering. | Day 1 is the day after delivery."
      })
  void anotherSentenceGivesNoPeriodOfItsOwn(String sentence, String counted) {
    assertThat(Period.in(sentence, counted, Period.From.DELIVERED)).isEmpty();
  }

  @Test
  void theDayAfterTheFirstIsDayOne() {
    assertThat(
            new Period(30, Period.Unit.DAYS, Period.From.DELIVERED).until(LocalDate.of(2026, 5, 2)))
        .isEqualTo(LocalDate.of(2026, 6, 1));
  }

  @Test
  void anAmountFitsABound() {
    assertThat(Bounds.fit("a tent for about £90", "Orders up to £135: nothing to pay"))
        .isEqualTo(1);
    assertThat(Bounds.fit("a tent for about £90", "Orders over £135: VAT is due")).isEqualTo(-1);
    assertThat(Bounds.fit("a tent", "Orders over £135: VAT is due")).isEqualTo(0);
  }

  @Test
  void goodsOfANameThatSaysTheirSortAreNoOtherSort() {
    String rule = "Second Round (refurbished) items have 20 days";
    assertThat(PeriodSubject.isOfAnotherSort("my Second Round headphones", rule)).isFalse();
    assertThat(PeriodSubject.isOfAnotherSort("my headphones", rule)).isTrue();
  }
}
