package deskhand.knowledge;

import deskhand.store.ChangeNumbers;
import deskhand.store.StoreId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Writes drafts as versions of their articles. An article that says what its newest version
/// already says stays as it is.
@Component
class Publishing {
  /// Raised when passages are cut in another way: then files that did not change make a new version
  /// all the same.
  private static final String LAYOUT = "1";

  private final Tables tables;
  private final ChangeNumbers numbers;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Publishing(Tables tables, ChangeNumbers numbers, TransactionTemplate transaction, Clock clock) {
    this.tables = tables;
    this.numbers = numbers;
    this.transaction = transaction;
    this.clock = clock;
  }

  /// The three tables of an article.
  @Component
  record Tables(ArticlesTable articles, VersionsTable versions, PassagesTable passages) {}

  /// Whether the draft is what its article already says.
  boolean isKnown(StoreId store, Draft draft) {
    return tables
        .versions()
        .newestHash(store, draft.name())
        .filter(hash -> Arrays.equals(hash, hash(draft)))
        .isPresent();
  }

  /// Publishes the drafts, each of another name, in one transaction.
  ///
  /// @param folder that they come from
  /// @return the version of each name that is in force now
  Map<String, ArticleVersion> publish(StoreId store, List<Draft> drafts, Optional<String> folder) {
    List<Draft> ordered = drafts.stream().sorted(Comparator.comparing(Draft::name)).toList();
    return transaction.execute(status -> {
      Map<String, ArticleVersion> versions = new HashMap<>();
      List<String> changed = new ArrayList<>();
      for (Draft draft : ordered) {
        versions.put(draft.name(), publish(store, draft, folder, changed));
      }
      number(store, changed);
      return versions;
    });
  }

  /// Takes articles out of force; a name that is unknown or withdrawn already changes nothing.
  void withdraw(StoreId store, List<String> names) {
    transaction.executeWithoutResult(status -> {
      List<String> changed = new ArrayList<>();
      for (String name : names.stream().sorted().toList()) {
        if (tables.articles().isPublished(store, name)
            && !tables.articles().lock(store, name).withdrawn()) {
          tables.articles().withdrawn(store, name);
          changed.add(name);
        }
      }
      number(store, changed);
    });
  }

  private ArticleVersion publish(
      StoreId store, Draft draft, Optional<String> folder, List<String> changed) {
    ArticlesTable.State state = tables.articles().lock(store, draft.name());
    ArticleVersion newest = new ArticleVersion(draft.name(), state.newest());
    byte[] hash = hash(draft);
    boolean same =
        !state.withdrawn()
            && tables
                .versions()
                .hash(store, newest)
                .filter(old -> Arrays.equals(old, hash))
                .isPresent();
    ArticleVersion version = same ? newest : new ArticleVersion(draft.name(), state.newest() + 1);
    if (!same) {
      Article article =
          new Article(version, draft.title(), draft.scope(), draft.body(), clock.instant());
      tables.versions().insert(store, article, hash);
      IntStream.range(0, draft.parts().size())
          .mapToObj(i -> passage(version, i + 1, draft.parts().get(i)))
          .forEach(passage -> tables.passages().insert(store, passage));
      changed.add(draft.name());
    }
    if (!same || !state.folder().equals(folder)) {
      tables.articles().published(store, version, folder);
    }
    return version;
  }

  private void number(StoreId store, List<String> changed) {
    if (!changed.isEmpty()) {
      tables.articles().changed(store, changed, numbers.next(store));
    }
  }

  private static Article.Passage passage(ArticleVersion version, int number, Draft.Part part) {
    return new Article.Passage(version, number, part.headings(), part.text(), part.sentences());
  }

  private static byte[] hash(Draft draft) {
    Article.Scope scope = draft.scope();
    return ContentHash.of(
            List.of(
                LAYOUT,
                draft.title(),
                scope.audience().name(),
                scope.language().toLanguageTag(),
                scope.countries().stream().sorted().toList().toString(),
                scope.effectiveFrom().toString(),
                scope.effectiveTo().toString(),
                draft.body()))
        .bytes();
  }
}
