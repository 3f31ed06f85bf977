package deskhand.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WilsonTest {
  @Test
  void isThePublishedInterval() {
    assertThat(Wilson.interval(5, 100)[0]).isCloseTo(0.0215, within(0.0005));
    assertThat(Wilson.interval(5, 100)[1]).isCloseTo(0.1118, within(0.0005));
    assertThat(Wilson.interval(0, 10)[0]).isCloseTo(0, within(1e-9));
    assertThat(Wilson.interval(0, 10)[1]).isCloseTo(0.2775, within(0.0005));
  }

  @Test
  void nothingMeasuredMayBeAnything() {
    assertThat(Wilson.interval(0, 0)).containsExactly(0, 1);
  }
}
