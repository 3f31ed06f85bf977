package deskhand.conversations.rules;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Tells whether two texts are nearly the same: the share of common triples of words (Jaccard, over
/// shingles of three; Broder 1997), numbers counted as equal, since programs count.
final class Likeness {
  private static final double ALIKE = 0.8;
  private static final int MOST_CHARACTERS = 4_000;
  private static final int SHINGLE = 3;

  private Likeness() {}

  static boolean alike(String one, String other) {
    Set<String> first = shingles(one);
    Set<String> second = shingles(other);
    Set<String> common = new HashSet<>(first);
    common.retainAll(second);
    int all = first.size() + second.size() - common.size();
    return all > 0 && common.size() >= ALIKE * all;
  }

  private static Set<String> shingles(String text) {
    String[] words =
        text.substring(0, Math.min(text.length(), MOST_CHARACTERS))
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\S*\\p{N}\\S*", "0")
            .replaceAll("[^\\p{L}\\p{M}0]+", " ")
            .strip()
            .split(" ", -1);
    Set<String> shingles = new HashSet<>();
    if (words.length < SHINGLE) {
      shingles.add(String.join(" ", words));
    }
    for (int i = 0; i + SHINGLE <= words.length; i++) {
      shingles.add(words[i] + " " + words[i + 1] + " " + words[i + 2]);
    }
    return shingles;
  }
}
