package deskhand.knowledge.lucene;

import deskhand.knowledge.Finding;
import deskhand.knowledge.IndexFeed;
import deskhand.knowledge.PassageSearch;
import deskhand.knowledge.Question;
import deskhand.knowledge.SearchMode;
import deskhand.knowledge.SentenceModel;
import deskhand.store.DataFolder;
import deskhand.store.StoreId;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.lucene.store.AlreadyClosedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Search by words (BM25) and by meaning (vectors) in one index of Lucene a store.
@Component
class LuceneSearch implements PassageSearch, DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(LuceneSearch.class);
  private static final int MOST_FINDINGS = 100;

  /// Building an index of 100,000 passages anew takes less.
  private static final long PATIENCE_MINUTES = 5;

  private static final long END_SECONDS = 10;

  private final IndexFeed feed;
  private final SentenceModel model;
  private final Analysis analysis = new Analysis();
  private final OpenIndexes indexes;
  private final ScheduledExecutorService work =
      Executors.newScheduledThreadPool(
          Math.max(1, Runtime.getRuntime().availableProcessors() - 1),
          Thread.ofPlatform().daemon().name("index-", 1).factory());

  LuceneSearch(IndexFeed feed, SentenceModel model, DataFolder data, Clock clock) {
    this.feed = feed;
    this.model = model;
    IndexFolders folders = IndexFolders.in(data);
    StoreIndex.Basis basis = new StoreIndex.Basis(feed, analysis, model.name());
    this.indexes = new OpenIndexes(store -> new StoreIndex(store, folders.of(store), basis), clock);
    var _ = work.scheduleWithFixedDelay(this::closeIdle, 1, 1, TimeUnit.MINUTES);
  }

  @Override
  public List<Finding> find(Question question, SearchMode mode, int limit) {
    int wanted = Math.clamp(limit, 0, MOST_FINDINGS);
    if (wanted == 0 || question.text().isBlank()) {
      return List.of();
    }
    return indexes.with(question.store(), index -> find(index, question, mode, wanted));
  }

  private List<Finding> find(StoreIndex index, Question question, SearchMode mode, int limit) {
    HybridSearch search = new HybridSearch(analysis, model, question, mode);
    bringUpToDate(question.store(), index);
    try {
      return index.search(searcher -> search.find(searcher, limit));
    } catch (AlreadyClosedException rebuilt) {
      log.info("the index of store={} was built anew during a search", question.store());
      bringUpToDate(question.store(), index);
      return index.search(searcher -> search.find(searcher, limit));
    }
  }

  @Override
  public void follow(StoreId store) {
    work.execute(() -> {
      try {
        indexes.with(
            store,
            index -> {
              index.follow();
              return true;
            });
      } catch (RuntimeException broken) {
        log.warn(
            "the index of store={} did not follow; the next search tries again", store, broken);
      }
    });
  }

  /// Lets the work that has begun end: an interrupt would close the files under Lucene.
  @Override
  public void destroy() {
    work.shutdown();
    try {
      if (!work.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
        work.shutdownNow();
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      work.shutdownNow();
    }
    indexes.closeAll();
  }

  private void closeIdle() {
    try {
      indexes.closeIdle();
    } catch (RuntimeException broken) {
      log.warn("idle indexes could not be closed", broken);
    }
  }

  private void bringUpToDate(StoreId store, StoreIndex index) {
    if (index.holds(feed.lastChange(store))) {
      return;
    }
    Future<?> following = work.submit(index::follow);
    try {
      following.get(PATIENCE_MINUTES, TimeUnit.MINUTES);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the index was brought up to date", end);
    } catch (ExecutionException broken) {
      throw new IllegalStateException("the index of store " + store + " failed", broken.getCause());
    } catch (TimeoutException late) {
      throw new IllegalStateException(
          "the index of store " + store + " is still being built", late);
    }
  }
}
