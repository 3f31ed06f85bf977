package deskhand.triage.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import deskhand.triage.understanding.Occasion.Named;
import deskhand.triage.understanding.Occasion.Standing;
import org.junit.jupiter.api.Test;

class OccasionTest {
  @Test
  void anOrderThatIsNamedIsAboutTheOrder() {
    Occasion occasion = new Occasion(Named.HERE, Standing.NEVER);
    assertThat(occasion.odds("order/status")).isPositive();
    assertThat(occasion.odds("product/question")).isNegative();
    assertThat(occasion.odds("return/policy")).isZero();
  }

  @Test
  void withoutAnyOccasionAllIntentsAreAsLikely() {
    assertThat(Occasion.unknown().odds("order/status")).isZero();
    assertThat(Occasion.unknown().odds("shipping/policy")).isZero();
    assertThat(Occasion.unknown().odds("a store's own")).isZero();
  }

  @Test
  void whoWaitsForAnOrderAsksLessOftenBeforeBuying() {
    Occasion waits = new Occasion(Named.NOWHERE, Standing.UNDER_WAY);
    Occasion named = new Occasion(Named.HERE, Standing.UNDER_WAY);
    assertThat(waits.odds("product/question"))
        .isNegative()
        .isGreaterThan(named.odds("product/question"));
    assertThat(waits.odds("order/status")).isPositive();
  }

  @Test
  void ofSeveralQuestionsEachIsLessBound() {
    Occasion occasion = new Occasion(Named.HERE, Standing.UNKNOWN);
    assertThat(occasion.shared().odds("product/question"))
        .isNegative()
        .isGreaterThan(occasion.odds("product/question"));
  }
}
