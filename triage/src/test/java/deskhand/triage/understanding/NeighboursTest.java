package deskhand.triage.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import deskhand.triage.understanding.Neighbours.Near;
import deskhand.triage.understanding.Views.Lesson;
import deskhand.triage.understanding.Views.Seen;
import java.util.List;
import org.junit.jupiter.api.Test;

class NeighboursTest {
  private static final List<String> LABELS = List.of("a", "b", "c");

  private static Lesson lesson(String text, String label, float... vector) {
    return new Lesson(new Seen(vector, text), label, 1, text);
  }

  @Test
  void theNearestExampleSaysMost() {
    Neighbours neighbours =
        Neighbours.of(
            LABELS, List.of(lesson("one", "a", 1, 0, 0, 0, 0), lesson("two", "b", 0, 1, 0, 0, 0)));
    Near near = neighbours.of(new float[] {0.8f, 0.6f, 0, 0, 0});
    assertThat(near.nearest()).containsExactly(0.8f, 0.6f, -1);
    assertThat(near.likeness()[0]).isCloseTo(0, within(0.01f));
    assertThat(near.likeness()[1]).isLessThan(near.likeness()[0] - 5);
    assertThat(near.likeness()[2]).isFinite();
  }

  @Test
  void aLabelWithManyExamplesDoesNotWinByTheirNumber() {
    Neighbours neighbours =
        Neighbours.of(
            LABELS,
            List.of(
                lesson("one", "a", 1, 0),
                lesson("two", "b", 1, 0),
                lesson("three", "b", 0, 1),
                lesson("four", "b", 0, 1),
                lesson("five", "b", 0, 1)));
    Near near = neighbours.of(new float[] {1, 0});
    assertThat(near.likeness()[0]).isGreaterThan(near.likeness()[1]);
  }

  @Test
  void whatWasMadeOfAnExampleIsNoNeighbour() {
    Neighbours neighbours = Neighbours.of(LABELS, List.of(lesson("Hi, one", "a", 1, 0).kin("one")));
    assertThat(neighbours.of(new float[] {1, 0}).nearest()).containsExactly(-1, -1, -1);
  }

  @Test
  void withoutExamplesNothingIsLikely() {
    assertThat(Neighbours.of(LABELS, List.of()).of(new float[] {1, 0}).likeness())
        .containsOnly((float) Math.log(1e-4));
  }
}
