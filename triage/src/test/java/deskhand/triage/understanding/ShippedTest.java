package deskhand.triage.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import deskhand.triage.IntentClassifier.Example;
import deskhand.triage.understanding.Views.Lesson;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/// The shipped vectors and calibration fit the shipped examples. After examples have changed, make
/// them anew: `mvn -pl triage test -Dtest=ShippedTest -Dunderstanding.write=true`.
@SpringBootTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShippedTest {
  private static final Path RESOURCES = Path.of("src/main/resources");

  @Autowired Embeddings embeddings;
  @Autowired Training training;

  @BeforeAll
  void writeWhereAsked() throws IOException {
    if (!Boolean.getBoolean("understanding.write")) {
      return;
    }
    Map<String, float[]> vectors = new HashMap<>();
    for (String text : BuiltInExamples.texts()) {
      vectors.put(Embeddings.cut(text), embeddings.of(text));
    }
    KnownVectors known = KnownVectors.of(vectors);
    try (OutputStream out =
        Files.newOutputStream(RESOURCES.resolve(KnownVectors.RESOURCE.substring(1)))) {
      known.write(out);
    }
    List<Lesson> lessons =
        BuiltInExamples.lessons(embeddings).stream()
            .map(lesson ->
                new Lesson(
                    new Views.Seen(
                        known.of(Embeddings.cut(lesson.seen().text())).orElseThrow(),
                        lesson.seen().text()),
                    lesson.label(),
                    lesson.importance(),
                    lesson.kin()))
            .toList();
    Files.writeString(
        RESOURCES.resolve(ShippedCalibration.RESOURCE.substring(1)),
        ShippedCalibration.text(training.learn(lessons, List.of()).calibration()));
    fail("vectors and calibration are written anew: run the tests again without writing");
  }

  @Test
  void everyExampleHasItsVector() throws IOException {
    KnownVectors known = KnownVectors.shipped();
    assertThat(BuiltInExamples.texts())
        .as("run this test with -Dunderstanding.write=true after changing examples")
        .allMatch(text -> known.of(Embeddings.cut(text)).isPresent());
  }

  @Test
  void vectorsAreThoseOfTheModel() {
    KnownVectors known = KnownVectors.shipped();
    List<Example> examples = BuiltInExamples.all();
    for (int i = 0; i < examples.size(); i += 211) {
      float[] kept = known.of(Embeddings.cut(examples.get(i).text())).orElseThrow();
      float[] fresh = embeddings.fresh(examples.get(i).text());
      double cosine = 0;
      for (int k = 0; k < kept.length; k++) {
        cosine += kept[k] * fresh[k];
      }
      assertThat(cosine).isCloseTo(1, within(0.01));
    }
    assertThat(embeddings.areShipped()).isTrue();
  }

  @Test
  void calibrationIsReadAsItWasWritten() {
    Calibration shipped = ShippedCalibration.read();
    assertThat(Calibration.of(shipped.numbers()).numbers()).isEqualTo(shipped.numbers());
    assertThat(shipped.threshold()).isBetween(0.01, 0.9);
    assertThat(shipped.temperature()).isBetween(0.2, 5.0);
  }
}
