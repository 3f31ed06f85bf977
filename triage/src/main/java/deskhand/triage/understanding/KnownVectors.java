package deskhand.triage.understanding;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Vectors of texts that never change, found by a hash of the text: the shipped examples, so that a
/// start does not compute thousands of them. A text that is not among them is none the worse. Kept
/// as one byte a number, which turns a vector by less than one degree.
final class KnownVectors {
  /// Beside the examples; made by `ShippedTest` when it is asked to.
  static final String RESOURCE = "/deskhand/triage/understanding/vectors.bin";

  private final Map<Long, byte[]> vectors;

  private KnownVectors(Map<Long, byte[]> vectors) {
    this.vectors = vectors;
  }

  static KnownVectors shipped() {
    try (InputStream in = KnownVectors.class.getResourceAsStream(RESOURCE)) {
      return in == null ? none() : read(in);
    } catch (IOException broken) {
      throw new UncheckedIOException(RESOURCE + " cannot be read", broken);
    }
  }

  static KnownVectors none() {
    return new KnownVectors(Map.of());
  }

  static KnownVectors of(Map<String, float[]> vectors) {
    Map<Long, byte[]> small = new HashMap<>();
    vectors.forEach((text, vector) -> small.put(hash(text), small(vector)));
    return new KnownVectors(small);
  }

  int size() {
    return vectors.size();
  }

  Optional<float[]> of(String text) {
    return Optional.ofNullable(vectors.get(hash(text))).map(KnownVectors::large);
  }

  void write(OutputStream out) throws IOException {
    DataOutputStream data = new DataOutputStream(out);
    SortedMap<Long, byte[]> sorted = new TreeMap<>(vectors);
    data.writeInt(sorted.size());
    data.writeInt(sorted.isEmpty() ? 0 : sorted.firstEntry().getValue().length);
    for (Map.Entry<Long, byte[]> entry : sorted.entrySet()) {
      data.writeLong(entry.getKey());
      data.write(entry.getValue());
    }
    data.flush();
  }

  private static KnownVectors read(InputStream in) throws IOException {
    DataInputStream data = new DataInputStream(new BufferedInputStream(in, 1 << 16));
    int count = data.readInt();
    int width = data.readInt();
    Map<Long, byte[]> vectors = HashMap.newHashMap(count);
    for (int i = 0; i < count; i++) {
      long hash = data.readLong();
      byte[] vector = new byte[width];
      data.readFully(vector);
      vectors.put(hash, vector);
    }
    return new KnownVectors(vectors);
  }

  private static byte[] small(float[] vector) {
    float most = 0;
    for (float value : vector) {
      most = Math.max(most, Math.abs(value));
    }
    byte[] small = new byte[vector.length];
    for (int i = 0; i < small.length; i++) {
      small[i] = most == 0 ? 0 : (byte) Math.round(127 * vector[i] / most);
    }
    return small;
  }

  private static float[] large(byte[] small) {
    double squares = 0;
    for (byte value : small) {
      squares += value * value;
    }
    float scale = squares == 0 ? 0 : (float) (1 / Math.sqrt(squares));
    float[] vector = new float[small.length];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = scale * small[i];
    }
    return vector;
  }

  private static long hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(digest).getLong();
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java has SHA-256", absent);
    }
  }
}
