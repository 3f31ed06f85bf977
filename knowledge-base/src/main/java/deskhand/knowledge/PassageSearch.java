package deskhand.knowledge;

import deskhand.store.StoreId;
import java.util.List;

/// Searches the passages of a store's articles.
public interface PassageSearch {

  /// The best passages, best first, of what was committed when the call began.
  List<Finding> find(Question question, SearchMode mode, int limit);

  /// Something was committed: brings the index up to date in the background, so that the next
  /// search need not.
  void follow(StoreId store);
}
