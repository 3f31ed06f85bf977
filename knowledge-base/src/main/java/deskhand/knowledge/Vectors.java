package deskhand.knowledge;

import deskhand.store.StoreId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// The vectors of a store's passages: each text is embedded once for each model, and kept.
@Component
class Vectors {
  private final VectorsTable table;
  private final SentenceModel model;

  Vectors(VectorsTable table, SentenceModel model) {
    this.table = table;
    this.model = model;
  }

  /// One vector a text, in order. Not to be called in a transaction: the model takes milliseconds a
  /// text, and each new vector is kept at once, so that a kill loses little.
  List<float[]> of(StoreId store, List<String> texts) {
    Map<String, ContentHash> hashes = new LinkedHashMap<>();
    texts.forEach(text -> hashes.computeIfAbsent(text, one -> ContentHash.of(List.of(one))));
    Map<ContentHash, float[]> known = table.find(store, model.name(), hashes.values());
    hashes.forEach((text, hash) -> {
      if (!known.containsKey(hash)) {
        float[] vector = model.passage(text);
        table.insert(store, model.name(), hash, vector);
        known.put(hash, vector);
      }
    });
    return texts.stream().map(hashes::get).map(known::get).toList();
  }
}
