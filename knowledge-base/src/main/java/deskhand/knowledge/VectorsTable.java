package deskhand.knowledge;

import deskhand.store.StoreId;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `knowledge_vectors`.
@Component
class VectorsTable {
  private final JdbcClient jdbc;

  VectorsTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Those of the texts that the model has already embedded.
  Map<ContentHash, float[]> find(StoreId store, String model, Collection<ContentHash> texts) {
    Map<ContentHash, float[]> found = new HashMap<>();
    if (texts.isEmpty()) {
      return found;
    }
    jdbc.sql(
            """
            select text_hash, vector
            from knowledge_vectors
            where store_id = :store and model = :model and text_hash = any(:texts)
            """)
        .param("store", store.value())
        .param("model", model)
        .param("texts", texts.stream().map(ContentHash::bytes).toArray(byte[][]::new))
        .query(row -> {
          found.put(new ContentHash(row.getBytes("text_hash")), floats(row.getBytes("vector")));
        });
    return found;
  }

  void insert(StoreId store, String model, ContentHash text, float[] vector) {
    jdbc.sql(
            """
            insert into knowledge_vectors (store_id, model, text_hash, vector)
            values (:store, :model, :text, :vector)
            on conflict do nothing
            """)
        .param("store", store.value())
        .param("model", model)
        .param("text", text.bytes())
        .param("vector", bytes(vector))
        .update();
  }

  private static byte[] bytes(float[] vector) {
    ByteBuffer buffer = ByteBuffer.allocate(vector.length * Float.BYTES);
    buffer.asFloatBuffer().put(vector);
    return buffer.array();
  }

  private static float[] floats(byte[] bytes) {
    float[] vector = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).asFloatBuffer().get(vector);
    return vector;
  }
}
