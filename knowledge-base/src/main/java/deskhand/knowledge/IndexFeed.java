package deskhand.knowledge;

import deskhand.store.StoreId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/// What an index of passages follows: which articles changed after a number, and the passages that
/// hold now.
@Component
public class IndexFeed {
  private final ArticlesTable articles;
  private final PassagesTable passages;
  private final Vectors vectors;

  IndexFeed(ArticlesTable articles, PassagesTable passages, Vectors vectors) {
    this.articles = articles;
    this.passages = passages;
    this.vectors = vectors;
  }

  /// An article that changed.
  public record Changed(String name, long number) {}

  /// A passage with all that a search needs.
  ///
  /// @param from the first day on which its version holds
  /// @param to the last day: of the version itself, or before a later version takes over
  public record Entry(
      Article.Passage passage,
      Article.Scope scope,
      Optional<LocalDate> from,
      Optional<LocalDate> to,
      float[] vector) {}

  /// The number of the store's last change of an article; 0 before the first.
  public long lastChange(StoreId store) {
    return articles.lastChange(store);
  }

  /// Articles whose last change comes after `after`, in order of number and name, at most `limit`.
  public List<Changed> changes(StoreId store, Changed after, int limit) {
    return articles.changedAfter(store, after, limit);
  }

  /// The passages of all versions of an article that hold on some day; none where it is withdrawn.
  public List<Entry> entries(StoreId store, String name) {
    List<PassagesTable.Holding> rows = passages.holding(store, name);
    List<float[]> made =
        vectors.of(store, rows.stream().map(row -> row.passage().underHeadings()).toList());
    return IntStream.range(0, rows.size()).mapToObj(i -> entry(rows.get(i), made.get(i))).toList();
  }

  private static Entry entry(PassagesTable.Holding row, float[] vector) {
    return new Entry(row.passage(), row.scope(), row.days().from(), row.days().to(), vector);
  }
}
