package deskhand.triage.understanding;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;

/// The words, pairs of words and pieces of words (2 to 5 letters) of a text, weighed by how rare
/// they are among the examples (tf-idf). What no two examples share is left out.
final class WordFeatures {
  private static final int MOST_WORDS = 400;
  private static final int LONGEST_WORD = 24;
  private static final int SHORTEST_PIECE = 2;
  private static final int LONGEST_PIECE = 5;
  private static final long WORD = 0x9E37_79B9_7F4A_7C15L;
  private static final long PAIR = 0xC2B2_AE3D_27D4_EB4FL;
  private static final long PIECE = 0x1656_67B1_9E37_79F9L;

  /// Hash to position.
  private final Map<Long, Integer> positions;

  private final Known known;

  private WordFeatures(Known known) {
    this.known = known;
    this.positions = HashMap.newHashMap(known.hashes.length);
    for (int i = 0; i < known.hashes.length; i++) {
      positions.put(known.hashes[i], i);
    }
  }

  /// @param least in how many texts a feature must stand
  static WordFeatures of(Collection<String> texts, int least) {
    Map<Long, Integer> inWords = new HashMap<>();
    Map<Long, Integer> inPieces = new HashMap<>();
    for (String text : texts) {
      Counts counts = count(text);
      counts.words.keySet().forEach(h -> inWords.merge(h, 1, Integer::sum));
      counts.pieces.keySet().forEach(h -> inPieces.merge(h, 1, Integer::sum));
    }
    long[] wordHashes = frequent(inWords, least);
    long[] pieceHashes = frequent(inPieces, least);
    long[] hashes =
        LongStream.concat(Arrays.stream(wordHashes), Arrays.stream(pieceHashes)).toArray();
    float[] rarity = new float[hashes.length];
    for (int i = 0; i < hashes.length; i++) {
      Map<Long, Integer> in = i < wordHashes.length ? inWords : inPieces;
      rarity[i] = rarity(in.getOrDefault(hashes[i], 0), texts.size());
    }
    return of(new Known(hashes, rarity, wordHashes.length));
  }

  /// What was learnt of the features.
  ///
  /// @param hashes by position, words and pairs before the pieces
  /// @param rarity beside them
  /// @param words how many of them are words and pairs
  record Known(long[] hashes, float[] rarity, int words) {}

  static WordFeatures of(Known known) {
    return new WordFeatures(known);
  }

  Known known() {
    return known;
  }

  int size() {
    return known.hashes.length;
  }

  /// Of length 1, or 0 where nothing is known of the text; words weigh as much as pieces.
  SparseVector of(String text) {
    Counts counts = count(text);
    List<Feature> features = new ArrayList<>(counts.words.size() + counts.pieces.size());
    collect(counts.words, features);
    collect(counts.pieces, features);
    features.sort((a, b) -> Integer.compare(a.at, b.at));
    int[] at = new int[features.size()];
    float[] values = new float[features.size()];
    double wordSquares = 0;
    double pieceSquares = 0;
    for (int i = 0; i < at.length; i++) {
      at[i] = features.get(i).at;
      values[i] = features.get(i).value;
      double square = (double) values[i] * values[i];
      if (at[i] < known.words) {
        wordSquares += square;
      } else {
        pieceSquares += square;
      }
    }
    float wordScale = scale(wordSquares);
    float pieceScale = scale(pieceSquares);
    for (int i = 0; i < at.length; i++) {
      values[i] *= at[i] < known.words ? wordScale : pieceScale;
    }
    return new SparseVector(at, values);
  }

  private record Feature(int at, float value) {}

  private void collect(Map<Long, Integer> counts, List<Feature> features) {
    counts.forEach((hash, count) -> {
      Integer at = positions.get(hash);
      if (at != null) {
        features.add(new Feature(at, (float) (1 + Math.log(count)) * known.rarity[at]));
      }
    });
  }

  private static float scale(double squares) {
    return squares == 0 ? 0 : (float) (Math.sqrt(0.5) / Math.sqrt(squares));
  }

  private static float rarity(int in, int all) {
    return (float) (1 + Math.log((1.0 + all) / (1 + in)));
  }

  private static long[] frequent(Map<Long, Integer> counts, int least) {
    long[] hashes =
        counts.entrySet().stream()
            .filter(entry -> entry.getValue() >= least)
            .mapToLong(Map.Entry::getKey)
            .toArray();
    Arrays.sort(hashes);
    return hashes;
  }

  private record Counts(Map<Long, Integer> words, Map<Long, Integer> pieces) {}

  private static Counts count(String text) {
    Counts counts = new Counts(new HashMap<>(), new HashMap<>());
    String before = "";
    for (String word : words(text)) {
      counts.words.merge(hash(WORD, word, 0, word.length()), 1, Integer::sum);
      if (!before.isEmpty()) {
        String pair = before + ' ' + word;
        counts.words.merge(hash(PAIR, pair, 0, pair.length()), 1, Integer::sum);
      }
      before = word;
      String padded = ' ' + word + ' ';
      for (int from = 0; from < padded.length(); from++) {
        int longest = Math.min(LONGEST_PIECE, padded.length() - from);
        for (int length = SHORTEST_PIECE; length <= longest; length++) {
          counts.pieces.merge(hash(PIECE, padded, from, from + length), 1, Integer::sum);
        }
      }
    }
    return counts;
  }

  /// Lower case; every digit is 0; a question mark and an exclamation mark are words too.
  static List<String> words(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i <= plain.length() && words.size() < MOST_WORDS; i++) {
      char c = i < plain.length() ? plain.charAt(i) : ' ';
      if (Character.isDigit(c)) {
        word.append('0');
      } else if (Character.isLetter(c) || Character.isSurrogate(c)) {
        word.append(c);
      } else if (c != '\'' && c != '\u2019') {
        if (!word.isEmpty()) {
          words.add(
              word.length() <= LONGEST_WORD ? word.toString() : word.substring(0, LONGEST_WORD));
          word.setLength(0);
        }
        if (c == '?' || c == '!') {
          words.add(String.valueOf(c));
        }
      }
    }
    return words;
  }

  /// FNV-1a with a finisher, over UTF-16 units.
  private static long hash(long kind, String text, int from, int to) {
    long hash = 0xCBF2_9CE4_8422_2325L ^ kind;
    for (int i = from; i < to; i++) {
      hash = (hash ^ text.charAt(i)) * 0x0000_0100_0000_01B3L;
    }
    hash ^= hash >>> 32;
    return hash * kind;
  }
}
