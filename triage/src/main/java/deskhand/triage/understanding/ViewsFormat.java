package deskhand.triage.understanding;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// [Views] as bytes: labels, centre, both models, the features of words. Numbers are kept whole, so
/// what is read gives the same scores as what was written.
final class ViewsFormat {
  private ViewsFormat() {}

  static int size(Views views) {
    int labels =
        views.labels().stream().mapToInt(label -> Integer.BYTES + bytes(label).length).sum();
    return Integer.BYTES
        + labels
        + Integer.BYTES
        + Float.BYTES * (views.centre().mean().length + 1)
        + size(views.meaning())
        + size(views.wording())
        + 2 * Integer.BYTES
        + views.words().size() * (Long.BYTES + Float.BYTES);
  }

  private static int size(LinearModel model) {
    return 2 * Integer.BYTES + Float.BYTES * model.labels() * (model.weights().length + 1);
  }

  static void write(Views views, ByteBuffer to) {
    to.putInt(views.labels().size());
    for (String label : views.labels()) {
      to.putInt(bytes(label).length).put(bytes(label));
    }
    to.putInt(views.centre().mean().length);
    put(views.centre().mean(), to);
    to.putFloat(views.centre().scale());
    write(views.meaning(), to);
    write(views.wording(), to);
    WordFeatures.Known known = views.words().known();
    to.putInt(known.hashes().length).putInt(known.words());
    to.asLongBuffer().put(known.hashes());
    to.position(to.position() + Long.BYTES * known.hashes().length);
    put(known.rarity(), to);
  }

  /// @throws java.nio.BufferUnderflowException where bytes are missing
  /// @throws IllegalArgumentException where they are no views
  static Views read(ByteBuffer from) {
    int count = count(from, Integer.BYTES);
    List<String> labels = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      byte[] label = new byte[count(from, 1)];
      from.get(label);
      labels.add(new String(label, StandardCharsets.UTF_8));
    }
    Views.Centre centre = new Views.Centre(floats(from, count(from, Float.BYTES)), from.getFloat());
    LinearModel meaning = model(from);
    LinearModel wording = model(from);
    int features = count(from, Long.BYTES + Float.BYTES);
    int words = from.getInt();
    long[] hashes = new long[features];
    from.asLongBuffer().get(hashes);
    from.position(from.position() + Long.BYTES * features);
    WordFeatures.Known known = new WordFeatures.Known(hashes, floats(from, features), words);
    if (from.hasRemaining()) {
      throw new IllegalArgumentException("more than views");
    }
    return new Views(labels, centre, meaning, WordFeatures.of(known), wording);
  }

  private static void write(LinearModel model, ByteBuffer to) {
    to.putInt(model.weights().length).putInt(model.labels());
    for (float[] row : model.weights()) {
      put(row, to);
    }
    put(model.bias(), to);
  }

  private static LinearModel model(ByteBuffer from) {
    int features = from.getInt();
    int labels = count(from, Float.BYTES);
    if (features < 0 || (long) features * labels * Float.BYTES > from.remaining()) {
      throw new IllegalArgumentException("no model");
    }
    float[][] weights = new float[features][];
    for (int f = 0; f < features; f++) {
      weights[f] = floats(from, labels);
    }
    return new LinearModel(weights, floats(from, labels));
  }

  private static void put(float[] values, ByteBuffer to) {
    to.asFloatBuffer().put(values);
    to.position(to.position() + Float.BYTES * values.length);
  }

  private static float[] floats(ByteBuffer from, int count) {
    float[] values = new float[count];
    from.asFloatBuffer().get(values);
    from.position(from.position() + Float.BYTES * count);
    return values;
  }

  /// How many things of that many bytes follow.
  private static int count(ByteBuffer from, int size) {
    int count = from.getInt();
    if (count < 0 || (long) count * size > from.remaining()) {
      throw new IllegalArgumentException("no count: " + count);
    }
    return count;
  }

  private static byte[] bytes(String label) {
    return label.getBytes(StandardCharsets.UTF_8);
  }
}
