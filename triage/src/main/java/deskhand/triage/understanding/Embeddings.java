package deskhand.triage.understanding;

import deskhand.triage.IntentClassifier.Example;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/// Turns a text into its vector of length 1. What was computed for the shipped examples when they
/// were written is not computed again.
@Component
class Embeddings {
  /// Longer texts say what they want in their beginning; the model's time grows with the length.
  static final int LONGEST = 1_200;

  /// A vector of the same model, kept as bytes and computed on another machine, is as near as this.
  private static final double SAME = 0.99;

  private final EmbeddingModel model;
  private final Supplier<KnownVectors> known = SingletonSupplier.of(this::fitting);

  Embeddings(EmbeddingModel model) {
    this.model = model;
  }

  /// The shipped vectors, where they are this model's and not another's.
  private KnownVectors fitting() {
    KnownVectors shipped = KnownVectors.shipped();
    for (Example example : BuiltInExamples.all()) {
      Optional<float[]> vector = shipped.of(cut(example.text()));
      if (vector.isPresent()) {
        return cosine(vector.get(), fresh(example.text())) >= SAME ? shipped : KnownVectors.none();
      }
    }
    return KnownVectors.none();
  }

  /// What was shipped about the examples was made with this model.
  boolean areShipped() {
    return known.get().size() > 0;
  }

  private static double cosine(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < Math.min(a.length, b.length); i++) {
      sum += a[i] * b[i];
    }
    return a.length == b.length ? sum : 0;
  }

  float[] of(String text) {
    String cut = cut(text);
    return known.get().of(cut).orElseGet(() -> fresh(cut));
  }

  /// Computed by the model, whatever is known.
  float[] fresh(String text) {
    float[] vector = model.embed(cut(text)).clone();
    double squares = 0;
    for (float value : vector) {
      squares += (double) value * value;
    }
    float scale = squares == 0 ? 0 : (float) (1 / Math.sqrt(squares));
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= scale;
    }
    return vector;
  }

  static String cut(String text) {
    String plain = text.strip();
    if (plain.length() <= LONGEST) {
      return plain;
    }
    int end = Character.isHighSurrogate(plain.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return plain.substring(0, end);
  }
}
