package deskhand.triage.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrderDateTest {
  @Test
  void theDayOfAnOrderIsReadFromTheText() {
    LocalDate today = LocalDate.of(2026, 9, 15);
    assertThat(OrderDate.in("I ordered a tent in February", today))
        .contains(LocalDate.of(2026, 2, 15));
    assertThat(OrderDate.in("bought on 3 May, never used", today))
        .contains(LocalDate.of(2026, 5, 3));
    assertThat(OrderDate.in("In december I bought it", today)).contains(LocalDate.of(2025, 12, 15));
    assertThat(OrderDate.in("will it come in May?", today)).isEqualTo(Optional.empty());
  }

  @Test
  void theVerbMayIsNoMonth() {
    LocalDate today = LocalDate.of(2026, 9, 15);
    assertThat(OrderDate.in("I bought a tent last week, may I send it back?", today)).isEmpty();
    assertThat(OrderDate.in("I bought a tent in May, may I send it back?", today))
        .contains(LocalDate.of(2026, 5, 15));
    assertThat(OrderDate.in("ordered May 20th", today)).contains(LocalDate.of(2026, 5, 20));
  }
}
