package deskhand.knowledge;

import deskhand.store.StoreId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// The vectors of a store's passages: each text is embedded once for each model, and kept.
@Component
class Vectors {
  /// So many are embedded before they are kept.
  private static final int AT_ONCE = 16;

  private final VectorsTable table;
  private final SentenceModel model;

  Vectors(VectorsTable table, SentenceModel model) {
    this.table = table;
    this.model = model;
  }

  /// One vector a text, in order. Not to be called in a transaction: the model takes milliseconds a
  /// text, and new vectors are kept soon, so that a kill loses little.
  List<float[]> of(StoreId store, List<String> texts) {
    Map<String, ContentHash> hashes = new LinkedHashMap<>();
    texts.forEach(text -> hashes.computeIfAbsent(text, one -> ContentHash.of(List.of(one))));
    Map<ContentHash, float[]> known = table.find(store, model.name(), hashes.values());
    List<Map.Entry<String, ContentHash>> fresh =
        hashes.entrySet().stream().filter(text -> !known.containsKey(text.getValue())).toList();
    for (int from = 0; from < fresh.size(); from += AT_ONCE) {
      var part = fresh.subList(from, Math.min(fresh.size(), from + AT_ONCE));
      List<float[]> vectors = model.passages(part.stream().map(Map.Entry::getKey).toList());
      for (int i = 0; i < part.size(); i++) {
        ContentHash hash = part.get(i).getValue();
        table.insert(store, model.name(), hash, vectors.get(i));
        known.put(hash, vectors.get(i));
      }
    }
    return texts.stream().map(hashes::get).map(known::get).toList();
  }
}
