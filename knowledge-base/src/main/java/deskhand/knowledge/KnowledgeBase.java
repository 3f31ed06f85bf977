package deskhand.knowledge;

import deskhand.store.StoreId;
import deskhand.store.Stores;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The store's articles: kept in versions in the database, found through an index that follows it.
@Component
public class KnowledgeBase {
  private static final Logger log = LoggerFactory.getLogger(KnowledgeBase.class);
  private static final int BATCH = 50;

  private final Publishing publishing;
  private final Publishing.Tables tables;
  private final Readers readers;
  private final Vectors vectors;
  private final PassageSearch search;

  KnowledgeBase(
      Publishing publishing,
      Publishing.Tables tables,
      Readers readers,
      Vectors vectors,
      PassageSearch search) {
    this.publishing = publishing;
    this.tables = tables;
    this.readers = readers;
    this.vectors = vectors;
    this.search = search;
  }

  /// Files and who reads them, in the store's language.
  @Component
  record Readers(ArticleReader reader, Stores stores) {
    Reading read(StoreId store, Upload file) {
      return reader.read(file, stores.get(store).language());
    }
  }

  /// Saves each file as a new version of its article; files that did not change make none.
  ///
  /// Takes about 10 ms a passage that is new. Many files are saved in many transactions: after a
  /// kill, publishing the same files again goes on where it stopped.
  public List<Imported> publish(StoreId store, List<Upload> files) {
    return publish(
        store,
        files.stream().map(file -> new ArticleFolder.File(file.filename(), () -> file)).toList(),
        Optional.empty());
  }

  /// Publishes the files of a folder (not of folders in it), and withdraws articles that came from
  /// it and are gone. The article of a file that is there and can't be read stays as it was; an
  /// empty folder withdraws nothing, as it is more often a drive that is not there.
  ///
  /// @throws IllegalArgumentException where there is no such folder
  public List<Imported> publishFolder(StoreId store, Path folder) {
    ArticleFolder files = ArticleFolder.read(folder);
    List<Imported> imported = publish(store, files.files(), Optional.of(files.origin()));
    if (!files.files().isEmpty()) {
      Set<String> there = new HashSet<>(files.names());
      List<String> gone =
          tables.articles().ofFolder(store, files.origin()).stream()
              .filter(name -> !there.contains(name))
              .toList();
      publishing.withdraw(store, gone);
      search.follow(store);
    }
    return imported;
  }

  /// Takes an article out of force: no search finds it, its versions can still be read.
  public void withdraw(StoreId store, String article) {
    publishing.withdraw(store, List.of(article));
    search.follow(store);
  }

  /// The best passages, at most `limit`, of what is committed when the search starts.
  public List<Finding> search(Question question, SearchMode mode, int limit) {
    return search.find(question, mode, limit);
  }

  /// The newest version of every article that is not withdrawn, by name; at most 10,000.
  public List<Article> articles(StoreId store) {
    return tables.versions().newest(store);
  }

  public Optional<Article> article(StoreId store, ArticleVersion version) {
    return tables.versions().find(store, version);
  }

  /// The passages of a version, in order.
  public List<Article.Passage> passages(StoreId store, ArticleVersion version) {
    return tables.passages().of(store, version);
  }

  /// Whether that version is in force: not withdrawn, and not replaced for all days.
  public boolean isCurrent(StoreId store, ArticleVersion version) {
    return tables.versions().days(store, version).isPresent();
  }

  /// Whether that version is what holds on a day, such as that of an order.
  public boolean holdsOn(StoreId store, ArticleVersion version, LocalDate day) {
    return tables.versions().days(store, version).filter(days -> days.hold(day)).isPresent();
  }

  private List<Imported> publish(
      StoreId store, List<ArticleFolder.File> files, Optional<String> folder) {
    List<Imported> results = new ArrayList<>();
    Map<String, String> taken = new HashMap<>();
    Map<Integer, Draft> batch = new LinkedHashMap<>();
    for (ArticleFolder.File file : files) {
      switch (read(store, file)) {
        case Reading.Unreadable(String reason) ->
            results.add(new Imported.Refused(file.name(), reason));
        case Reading.Read(Draft draft) -> {
          String other = taken.putIfAbsent(draft.name().toLowerCase(Locale.ROOT), file.name());
          if (other == null) {
            batch.put(results.size(), draft);
            results.add(new Imported.Saved(file.name(), List.of()));
          } else {
            results.add(twice(file, draft, other));
          }
        }
      }
      if (batch.size() == BATCH) {
        save(store, batch, folder, results);
        batch.clear();
      }
    }
    save(store, batch, folder, results);
    search.follow(store);
    return results;
  }

  private Reading read(StoreId store, ArticleFolder.File file) {
    try {
      return readers.read(store, file.content().get());
    } catch (UncheckedIOException broken) {
      log.warn("an article's file could not be read, store={}", store, broken);
      return new Reading.Unreadable("The file could not be read from the disk.");
    }
  }

  private void save(
      StoreId store, Map<Integer, Draft> batch, Optional<String> folder, List<Imported> results) {
    batch.values().stream()
        .filter(draft -> !publishing.isKnown(store, draft))
        .forEach(draft -> vectors.of(store, draft.texts()));
    Map<String, ArticleVersion> versions =
        publishing.publish(store, List.copyOf(batch.values()), folder);
    batch.forEach((place, draft) -> {
      List<ArticleVersion> saved = List.of(versions.get(draft.name()));
      results.set(place, new Imported.Saved(results.get(place).filename(), saved));
    });
  }

  private static Imported twice(ArticleFolder.File file, Draft draft, String other) {
    return new Imported.Refused(
        file.name(),
        "The article “"
            + draft.name()
            + "” is already given by "
            + other
            + ". Rename one of the two files.");
  }
}
