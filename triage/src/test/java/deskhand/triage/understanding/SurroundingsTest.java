package deskhand.triage.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import deskhand.triage.IntentClassifier.Example;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class SurroundingsTest {
  private final Surroundings surroundings = Surroundings.shipped();

  @Test
  void anExampleIsToldWithinAStory() {
    Example asked = new Example("can I still return the kite", "return/policy");
    Example told = surroundings.around(asked).orElseThrow();
    assertThat(told.label()).isEqualTo("return/policy");
    assertThat(told.text()).contains(asked.text());
    assertThat(told.text().length()).isGreaterThan(asked.text().length() + 10);
  }

  @Test
  void theSameExampleIsAlwaysToldTheSame() {
    Example asked = new Example("where is the kite", "order/status");
    assertThat(Surroundings.shipped().around(asked)).isEqualTo(surroundings.around(asked));
  }

  @Test
  void longExamplesAndThoseThatStandAloneStayAsTheyAre() {
    assertThat(surroundings.around(new Example("kite ".repeat(30), "order/status"))).isEmpty();
    assertThat(surroundings.around(new Example("I'm away until Monday", "other/automatic")))
        .isEmpty();
    assertThat(surroundings.around(new Example("thanks", "other/thanks"))).isEmpty();
  }

  @Test
  void everyShippedTextIsLearntOnce() {
    List<String> texts = BuiltInExamples.texts();
    assertThat(texts.size()).isGreaterThan(BuiltInExamples.all().size());
    assertThat(new HashSet<>(texts).size()).isGreaterThan(texts.size() - 100);
  }
}
