package deskhand.triage.articles;

import deskhand.knowledge.SentenceModel;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/// How near two texts are in meaning, by the sentence model that searches and by a second one, the
/// judge; the vectors of sentences are kept for a while, for articles are asked again and again.
@Component
class Nearness {
  private static final int MOST = 10_000;
  private static final int LONGEST = 2_000;

  /// Unrelated texts have about the first cosine with this kind of model, near paraphrases the
  /// second.
  private static final double UNRELATED = 0.50;

  private static final double SAME = 0.90;

  private final SentenceModel model;
  private final SentenceModel judge;
  private final Map<String, float[]> passages = latest(MOST);
  private final Map<String, float[]> questions = latest(500);
  private final Map<String, float[]> judged = latest(1_000);

  Nearness(SentenceModel model, @Qualifier(SentenceModel.JUDGE) SentenceModel judge) {
    this.model = model;
    this.judge = judge;
  }

  boolean understands(Locale language) {
    return model.understands(language);
  }

  /// From 0 for unrelated to 1 for the same.
  double near(String question, String sentence) {
    double cosine =
        cosine(
            kept(questions, cut(question), model::question),
            kept(passages, cut(sentence), model::passage));
    return Math.clamp((cosine - UNRELATED) / (SAME - UNRELATED), 0, 1);
  }

  /// How near the judge finds a question and the whole of an answer: a cosine, about 0 for
  /// unrelated texts; nothing for a language that it does not understand.
  OptionalDouble judged(String question, String answer, Locale language) {
    if (!judge.understands(language)) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        cosine(
            kept(judged, cut(question), judge::question),
            kept(judged, cut(answer), judge::passage)));
  }

  private static double cosine(float[] one, float[] other) {
    double cosine = 0;
    for (int i = 0; i < one.length; i++) {
      cosine += (double) one[i] * other[i];
    }
    return cosine;
  }

  /// The model is asked outside the lock: two callers may ask the same, and get the same.
  private static float[] kept(
      Map<String, float[]> vectors, String text, Function<String, float[]> model) {
    float[] known = vectors.get(text);
    if (known != null) {
      return known;
    }
    float[] made = model.apply(text);
    vectors.put(text, made);
    return made;
  }

  private static Map<String, float[]> latest(int most) {
    return Collections.synchronizedMap(
        new LinkedHashMap<>(64, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
            return size() > most;
          }
        });
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }
}
