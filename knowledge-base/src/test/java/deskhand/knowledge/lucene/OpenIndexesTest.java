package deskhand.knowledge.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import deskhand.knowledge.IndexFeed;
import deskhand.knowledge.KnowledgeTest;
import deskhand.store.StoreId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@KnowledgeTest
class OpenIndexesTest {
  @Autowired IndexFeed feed;
  @TempDir Path folder;
  AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-06-15T10:00:00Z"));
  Clock clock = InstantSource.offset(() -> now.get(), Duration.ZERO).withZone(ZoneOffset.UTC);

  @Test
  void closesWhatIsIdleAndKeepsWhatIsUsed() {
    OpenIndexes indexes = indexes();
    use(indexes, 1);
    now.set(now.get().plus(Duration.ofMinutes(10)));
    use(indexes, 2);
    now.set(now.get().plus(Duration.ofMinutes(6)));
    indexes.closeIdle();
    assertThat(indexes.count()).isEqualTo(1);
    String during =
        indexes.with(
            new StoreId(2),
            index -> {
              now.set(now.get().plus(Duration.ofHours(1)));
              indexes.closeIdle();
              return index.search(searcher -> "still open");
            });
    assertThat(during).isEqualTo("still open");
    now.set(now.get().plus(Duration.ofHours(1)));
    indexes.closeIdle();
    assertThat(indexes.count()).isZero();
  }

  @Test
  void keepsAtMostFiftyOpen() {
    OpenIndexes indexes = indexes();
    for (int i = 1; i <= 55; i++) {
      use(indexes, i);
    }
    assertThat(indexes.count()).isEqualTo(50);
    indexes.closeAll();
  }

  private OpenIndexes indexes() {
    StoreIndex.Basis basis = new StoreIndex.Basis(feed, new Analysis(), "model");
    return new OpenIndexes(
        store -> new StoreIndex(store, folder.resolve(store.toString()), basis), clock);
  }

  private static void use(OpenIndexes indexes, long store) {
    indexes.with(
        new StoreId(store),
        index -> {
          index.follow();
          return index;
        });
  }
}
