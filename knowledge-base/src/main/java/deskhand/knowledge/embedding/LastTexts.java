package deskhand.knowledge.embedding;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The vectors of the last few texts: one decision asks for the same text several times (to
/// understand it, then to search for it).
final class LastTexts {
  private static final int MOST = 16;
  private static final int LONGEST = 10_000;

  private final Map<String, float[]> vectors = new LinkedHashMap<>(MOST, 0.75f, true);

  synchronized Optional<float[]> find(String text) {
    return Optional.ofNullable(vectors.get(text)).map(float[]::clone);
  }

  synchronized void keep(String text, float[] vector) {
    if (text.length() > LONGEST) {
      return;
    }
    vectors.put(text, vector.clone());
    if (vectors.size() > MOST) {
      vectors.remove(vectors.keySet().iterator().next());
    }
  }
}
