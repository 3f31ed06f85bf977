package deskhand.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

@KnowledgeTest
class EmbeddingTest {
  @Autowired EmbeddingModel embedding;
  @Autowired SentenceModel model;

  @Autowired
  @Qualifier(SentenceModel.JUDGE)
  SentenceModel judge;

  @Test
  void vectorsAreOfLengthOne() {
    for (String text :
        List.of("a", "Where is my parcel?", "Wo ist mein Paket?", "", "🎁", "x".repeat(9_000))) {
      float[] vector = embedding.embed(text);
      assertThat(vector).hasSize(384);
      assertThat(cosine(vector, vector)).isCloseTo(1.0, within(1e-5));
    }
  }

  @Test
  void likeTextsAreNearerThanUnlikeOnes() {
    float[] question = model.question("How do I send something back?");
    double near = cosine(question, model.passage("You can return your order within 30 days."));
    double far = cosine(question, model.passage("Our candles burn for 45 hours."));
    assertThat(near).isGreaterThan(far + 0.1);
  }

  @Test
  void manyTextsAreEmbeddedAsEachAlone() {
    List<String> texts =
        IntStream.range(0, 40)
            .mapToObj(i -> "Parcel " + i + " costs " + "a lot ".repeat(i))
            .toList();
    List<float[]> together = model.passages(texts);
    assertThat(together).hasSameSizeAs(texts);
    for (int i = 0; i < texts.size(); i++) {
      assertThat(together.get(i)).isEqualTo(model.passage(texts.get(i)));
    }
    assertThat(model.passages(List.of())).isEmpty();
  }

  @Test
  void theSameTextGivesTheSameVectorWhateverElseIsEmbedded() throws Exception {
    float[] alone = embedding.embed("Can I change the address?");
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<float[]>> together =
          IntStream.range(0, 20)
              .mapToObj(i ->
                  callers.submit(() ->
                      embedding.embed(
                          i % 2 == 0 ? "Can I change the address?" : "long ".repeat(50 * i))))
              .toList();
      for (int i = 0; i < together.size(); i += 2) {
        assertThat(together.get(i).get()).containsExactly(alone);
      }
    }
    assertThat(embedding.embed(List.of("something else", "Can I change the address?")).getLast())
        .containsExactly(alone);
  }

  @Test
  void longTextsWithOtherEndingsDiffer() {
    String start = "The parcel is packed with care and leaves on the same day. ".repeat(20);
    assertThat(model.tokens(start)).isBetween(200, model.window());
    double same =
        cosine(
            embedding.embed(start + "Lamps are fragile."),
            embedding.embed(start + "We close in August."));
    assertThat(same).isLessThan(0.999);
  }

  @Test
  void namesItselfAndTheLanguagesItUnderstands() {
    assertThat(model.name()).isEqualTo("bge-small-en-v1.5-q");
    assertThat(model.window()).isEqualTo(512);
    assertThat(model.understands(Locale.UK)).isTrue();
    assertThat(model.understands(Locale.GERMAN)).isFalse();
    assertThat(embedding.dimensions()).isEqualTo(384);
  }

  @Test
  void theJudgeIsAnotherModelThatSearchesNothing() {
    assertThat(judge.name()).isEqualTo("all-minilm-l6-v2-q");
    assertThat(judge.window()).isEqualTo(256);
    assertThat(judge.understands(Locale.UK)).isTrue();
    assertThat(judge.understands(Locale.GERMAN)).isFalse();
    float[] question = judge.question("How do I send something back?");
    double near = cosine(question, judge.passage("You can return your order within 30 days."));
    double far = cosine(question, judge.passage("Our candles burn for 45 hours."));
    assertThat(near).isGreaterThan(far + 0.1);
    assertThat(judge.passage("long ".repeat(2_000))).hasSize(384);
  }

  private static double cosine(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }
}
