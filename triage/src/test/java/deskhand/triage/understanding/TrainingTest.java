package deskhand.triage.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskhand.triage.IntentClassifier;
import deskhand.triage.IntentClassifier.Example;
import deskhand.triage.IntentTraining;
import deskhand.triage.understanding.Views.Lesson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class TrainingTest {
  private static final Set<String> LABELS =
      Set.of("order/status", "order/cancel", "refund/status", "payment/methods");

  @Autowired IntentTraining training;
  @Autowired Embeddings embeddings;

  private static List<Example> examples() {
    return BuiltInExamples.all().stream()
        .filter(example -> LABELS.contains(example.label()))
        .toList();
  }

  @Test
  void theSameExamplesGiveTheSameClassifier() {
    IntentClassifier one = training.train(examples(), List.of());
    IntentClassifier other = training.train(examples(), List.of());
    for (String text : List.of("where's the sofa", "stop my order", "can I pay cash", "qwertz")) {
      assertThat(other.rank(text)).isEqualTo(one.rank(text));
      assertThat(other.predict(text)).isEqualTo(one.predict(text));
    }
  }

  @Test
  void confidencesAreProbabilitiesAndTheThresholdKeepsMost() {
    List<Example> train = new ArrayList<>();
    List<Example> test = new ArrayList<>();
    List<Example> all = examples();
    for (int i = 0; i < all.size(); i++) {
      (i % 4 == 0 ? test : train).add(all.get(i));
    }
    IntentClassifier classifier = training.train(train, List.of());
    double confidence = 0;
    int right = 0;
    int accepted = 0;
    for (Example example : test) {
      IntentClassifier.Prediction prediction = classifier.predict(example.text());
      confidence += prediction.confidence();
      right += prediction.label().equals(example.label()) ? 1 : 0;
      accepted += prediction.accepted() ? 1 : 0;
      assertThat(
              classifier.rank(example.text()).stream()
                  .mapToDouble(guess -> guess.confidence())
                  .sum())
          .isBetween(0.999, 1.001);
    }
    double n = test.size();
    assertThat(right / n).isGreaterThan(0.75);
    assertThat(Math.abs(confidence / n - right / n)).isLessThan(0.1);
    assertThat(accepted / n).isBetween(0.85, 1.0);
  }

  @Test
  void whatBelongsToNoLabelIsNotAccepted() {
    List<Example> strange =
        BuiltInExamples.all().stream()
            .filter(example -> example.label().equals("other/unclear"))
            .map(example -> new Example(example.text(), "oos"))
            .toList();
    List<Example> train = new ArrayList<>(examples());
    train.addAll(strange.subList(0, strange.size() / 2));
    IntentClassifier classifier = training.train(train, List.of());
    assertThat(classifier.predict("What is the boiling point of copper?").accepted()).isFalse();
    assertThat(classifier.predict("please cancel my order").accepted()).isTrue();
    assertThat(classifier.rank("anything").stream().map(guess -> guess.intent()))
        .doesNotContain("oos");
  }

  @Test
  void aLabelWithOneExampleIsLearnt() {
    List<Example> train = new ArrayList<>(examples());
    train.add(new Example("Do you repair accordions?", "repair/accordion"));
    assertThat(
            training
                .train(train, List.of())
                .rank("Do you repair old accordions?")
                .getFirst()
                .intent())
        .isEqualTo("repair/accordion");
  }

  @Test
  void oneLabelIsNothingToLearn() {
    assertThatThrownBy(() -> training.train(List.of(new Example("a", "b")), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatIsAskedOftenIsExpectedMore() {
    Training learning = new Training(embeddings, new LearntViews(""));
    List<Lesson> lessons =
        examples().stream().map(example -> Lesson.of(example, embeddings, 1)).toList();
    Calibration calibration = ShippedCalibration.read();
    String unsure = "about the order";
    double before = share(learning.learn(lessons, calibration, Map.of()), unsure);
    double after = share(learning.learn(lessons, calibration, Map.of("order/status", 3.0)), unsure);
    assertThat(after).isGreaterThan(before);
  }

  private static double share(IntentClassifier classifier, String text) {
    return classifier.rank(text).stream()
        .filter(guess -> guess.intent().equals("order/status"))
        .mapToDouble(guess -> guess.confidence())
        .sum();
  }
}
