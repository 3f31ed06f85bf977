package deskhand.knowledge;

import deskhand.store.StoreId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The store's articles: kept in versions in the database, found through an index that follows it.
@Component
public class KnowledgeBase {

  /// Saves each file as a new version of its article; files that did not change make none.
  public List<Imported> publish(StoreId store, List<Upload> files) {
    throw new UnsupportedOperationException("being built");
  }

  /// Publishes the files of a folder, and withdraws articles that came from it and are gone.
  public List<Imported> publishFolder(StoreId store, Path folder) {
    throw new UnsupportedOperationException("being built");
  }

  public void withdraw(StoreId store, String article) {
    throw new UnsupportedOperationException("being built");
  }

  /// The best passages, at most `limit`, of what is committed when the search starts.
  public List<Finding> search(Question question, SearchMode mode, int limit) {
    throw new UnsupportedOperationException("being built");
  }

  public List<Article> articles(StoreId store) {
    throw new UnsupportedOperationException("being built");
  }

  public Optional<Article> article(StoreId store, ArticleVersion version) {
    throw new UnsupportedOperationException("being built");
  }

  /// The passages of a version, in order.
  public List<Article.Passage> passages(StoreId store, ArticleVersion version) {
    throw new UnsupportedOperationException("being built");
  }

  /// Whether that version is the one in force.
  public boolean isCurrent(StoreId store, ArticleVersion version) {
    throw new UnsupportedOperationException("being built");
  }
}
