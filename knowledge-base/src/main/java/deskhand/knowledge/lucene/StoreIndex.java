package deskhand.knowledge.lucene;

import deskhand.knowledge.IndexFeed;
import deskhand.knowledge.IndexFeed.Changed;
import deskhand.store.StoreId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The open index of one store. Each of its commits names the last change that it holds, so that a
/// kill at any instant leaves an index that can go on from there.
final class StoreIndex {
  private static final Logger log = LoggerFactory.getLogger(StoreIndex.class);
  private static final String CHANGE = "change";
  private static final String MODEL = "model";
  private static final String LAYOUT = "layout";

  /// Raised when documents are made in another way: then indexes are built anew.
  private static final String LAYOUT_NOW = "1";

  private static final int BATCH = 200;

  private final StoreId store;
  private final Path folder;
  private final Basis basis;
  private volatile @Nullable Open open;

  StoreIndex(StoreId store, Path folder, Basis basis) {
    this.store = store;
    this.folder = folder;
    this.basis = basis;
  }

  /// What all indexes are made from.
  record Basis(IndexFeed feed, Analysis analysis, String model) {}

  /// What is done with a searcher.
  interface Search<T> {
    T in(IndexSearcher searcher) throws IOException;
  }

  private static final class Open {
    final Directory directory;
    final IndexWriter writer;
    final SearcherManager searchers;

    /// What comes next is after this one.
    Changed cursor = before(1);

    /// The last change that can be found, with all before it.
    volatile long held;

    Open(Directory directory, IndexWriter writer) throws IOException {
      this.directory = directory;
      this.writer = writer;
      this.searchers = new SearcherManager(writer, new SearcherFactory());
    }

    void holds(long change) {
      held = change;
      cursor = before(change + 1);
    }

    private static Changed before(long number) {
      return new Changed("", number);
    }
  }

  /// Whether everything up to that change can be found.
  boolean holds(long change) {
    Open now = open;
    return now != null && now.held >= change && Files.isDirectory(folder);
  }

  /// Takes in what was committed to the database.
  synchronized void follow() {
    try {
      advance();
    } catch (IOException | UncheckedIOException | AlreadyClosedException broken) {
      log.warn("the index of store={} is built anew", store, broken);
      rebuild();
    }
  }

  <T> T search(Search<T> search) {
    Open now = open;
    if (now == null) {
      throw new IllegalStateException("the index of store " + store + " is not open");
    }
    try {
      IndexSearcher searcher = now.searchers.acquire();
      try {
        return search.in(searcher);
      } finally {
        now.searchers.release(searcher);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  synchronized void close() {
    Open now = open;
    open = null;
    if (now == null) {
      return;
    }
    try {
      now.searchers.close();
      now.writer.rollback();
      now.directory.close();
    } catch (IOException broken) {
      log.warn("the index of store={} did not close well", store, broken);
    }
  }

  private void rebuild() {
    close();
    try {
      IndexFolders.delete(folder);
      advance();
    } catch (IOException broken) {
      throw new UncheckedIOException("no index of store " + store + " can be made", broken);
    }
  }

  private void advance() throws IOException {
    if (open != null && !Files.isDirectory(folder)) {
      close();
    }
    long wanted = basis.feed().lastChange(store);
    Open now = open == null ? opened(wanted) : open;
    boolean more = now.held < wanted;
    while (more) {
      List<Changed> changes = basis.feed().changes(store, now.cursor, BATCH);
      for (Changed changed : changes) {
        now.writer.deleteDocuments(PassageDocument.of(changed.name()));
        for (IndexFeed.Entry entry : basis.feed().entries(store, changed.name())) {
          now.writer.addDocument(PassageDocument.of(entry));
        }
      }
      more = changes.size() == BATCH;
      if (!changes.isEmpty()) {
        commit(now, changes.getLast(), more);
      }
    }
    open = now;
  }

  /// Articles that were published together share a number: as long as more of them may follow, the
  /// commit names the number before.
  private void commit(Open now, Changed last, boolean more) throws IOException {
    long whole = more ? last.number() - 1 : last.number();
    now.writer.setLiveCommitData(identity(Long.toString(whole)).entrySet());
    now.writer.commit();
    now.searchers.maybeRefreshBlocking();
    now.holds(whole);
    if (more) {
      now.cursor = last;
    }
  }

  private Map<String, String> identity(String change) {
    return Map.of(CHANGE, change, MODEL, basis.model(), LAYOUT, LAYOUT_NOW);
  }

  private Open opened(long wanted) throws IOException {
    Files.createDirectories(folder);
    try {
      Open found = open(IndexWriterConfig.OpenMode.CREATE_OR_APPEND);
      long at = at(found.writer);
      if (at >= 0 && at <= wanted) {
        found.holds(at);
        return found;
      }
      found.searchers.close();
      found.writer.rollback();
      found.directory.close();
    } catch (CorruptIndexException
        | IndexFormatTooOldException
        | IndexFormatTooNewException
        | IndexNotFoundException broken) {
      log.warn("the index of store={} can't be read and is built anew", store, broken);
    }
    IndexFolders.delete(folder);
    Files.createDirectories(folder);
    return open(IndexWriterConfig.OpenMode.CREATE);
  }

  private Open open(IndexWriterConfig.OpenMode mode) throws IOException {
    Directory directory = FSDirectory.open(folder);
    try {
      IndexWriterConfig config =
          new IndexWriterConfig(basis.analysis()).setOpenMode(mode).setCommitOnClose(false);
      return new Open(directory, new IndexWriter(directory, config));
    } catch (IOException | RuntimeException broken) {
      directory.close();
      throw broken;
    }
  }

  /// The change that the last commit holds; -1 where it was made by another model or in another
  /// way.
  private long at(IndexWriter writer) {
    Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
    if (data == null) {
      return 0;
    }
    Map<String, String> said = new HashMap<>();
    data.forEach(entry -> said.put(entry.getKey(), entry.getValue()));
    String change = said.getOrDefault(CHANGE, "");
    return change.isEmpty()
        ? writer.getDocStats().numDocs == 0 ? 0 : -1
        : said.equals(identity(change)) ? Long.parseLong(change) : -1;
  }
}
