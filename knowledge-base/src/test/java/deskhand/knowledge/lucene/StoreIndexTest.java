package deskhand.knowledge.lucene;

import static deskhand.knowledge.TestShop.ask;
import static deskhand.knowledge.TestShop.markdown;
import static deskhand.knowledge.TestShop.names;
import static org.assertj.core.api.Assertions.assertThat;

import deskhand.knowledge.Finding;
import deskhand.knowledge.IndexFeed;
import deskhand.knowledge.KnowledgeBase;
import deskhand.knowledge.KnowledgeTest;
import deskhand.knowledge.SearchMode;
import deskhand.knowledge.SentenceModel;
import deskhand.knowledge.TestShop;
import deskhand.knowledge.Upload;
import deskhand.store.DataFolder;
import deskhand.store.StoreId;
import deskhand.store.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@KnowledgeTest
class StoreIndexTest {
  @Autowired KnowledgeBase knowledge;
  @Autowired IndexFeed feed;
  @Autowired SentenceModel model;
  @Autowired Stores stores;
  @Autowired DataFolder data;
  @Autowired JdbcClient jdbc;
  @TempDir Path folder;
  StoreId store;
  List<StoreIndex> opened = new ArrayList<>();

  @BeforeEach
  void newStore() {
    store = TestShop.newStore(stores);
  }

  @AfterEach
  void close() {
    opened.forEach(StoreIndex::close);
  }

  @Test
  void aDeletedFolderIsBuiltAnewWithoutEmbedding() throws IOException {
    knowledge.publish(store, List.of(markdown("glue", "Glue dries in an hour.")));
    assertThat(search("glue")).containsExactly("glue");
    long vectors = vectors();
    IndexFolders.delete(IndexFolders.in(data).of(store));
    assertThat(search("glue")).containsExactly("glue");
    assertThat(vectors()).isEqualTo(vectors);
  }

  @Test
  void goesOnFromAnyEarlierCommit() throws IOException {
    knowledge.publish(
        store, List.of(markdown("one", "Glue dries."), markdown("two", "Glue sticks.")));
    StoreIndex index = open(folder.resolve("now"));
    index.follow();
    index.close();
    copy(folder.resolve("now"), folder.resolve("killed"));
    knowledge.publish(
        store, List.of(markdown("one", "Glue is wet."), markdown("three", "Glue runs.")));
    knowledge.withdraw(store, "two");
    Files.writeString(
        folder.resolve("killed").resolve("_9.cfs"), "a segment that was being written");
    StoreIndex killed = open(folder.resolve("killed"));
    assertThat(killed.holds(feed.lastChange(store))).isFalse();
    killed.follow();
    assertThat(killed.holds(feed.lastChange(store))).isTrue();
    assertThat(texts(killed, "glue")).containsExactlyInAnyOrder("Glue is wet.", "Glue runs.");
  }

  @Test
  void aBrokenIndexIsBuiltAnew() throws IOException {
    knowledge.publish(store, List.of(markdown("one", "Glue dries.")));
    StoreIndex index = open(folder);
    index.follow();
    index.close();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(one -> !one.endsWith("write.lock")).toList()) {
        Files.writeString(file, "not what Lucene wrote");
      }
    }
    StoreIndex again = open(folder);
    again.follow();
    assertThat(texts(again, "glue")).containsExactly("Glue dries.");
  }

  @Test
  void anIndexOfAnotherModelOrOfALaterDatabaseIsBuiltAnew() {
    knowledge.publish(store, List.of(markdown("one", "Glue dries.")));
    StoreIndex other =
        new StoreIndex(store, folder, new StoreIndex.Basis(feed, new Analysis(), "another model"));
    other.follow();
    other.close();
    StoreIndex index = open(folder);
    index.follow();
    assertThat(texts(index, "glue")).containsExactly("Glue dries.");
    index.close();
    StoreId empty = TestShop.newStore(stores);
    StoreIndex later =
        new StoreIndex(empty, folder, new StoreIndex.Basis(feed, new Analysis(), model.name()));
    opened.add(later);
    later.follow();
    assertThat(texts(later, "glue")).isEmpty();
  }

  @Test
  void takesInMoreArticlesOfOneNumberThanItReadsAtOnce() {
    List<Upload> files = new ArrayList<>();
    for (int i = 0; i < 450; i++) {
      files.add(markdown("article " + i, "Glue dries."));
    }
    knowledge.publish(store, files);
    jdbc.sql("update knowledge_articles set change_number = 7 where store_id = :store")
        .param("store", store.value())
        .update();
    StoreIndex index = open(folder);
    index.follow();
    assertThat(index.holds(7)).isTrue();
    int documents = index.search(searcher -> searcher.getIndexReader().numDocs());
    assertThat(documents).isEqualTo(450);
  }

  @Test
  void searchesSeeWhatWasPublishedJustBefore() {
    for (int i = 1; i <= 10; i++) {
      knowledge.publish(store, List.of(markdown("glue " + i, "Glue number " + i + " dries.")));
      assertThat(search("glue dries")).hasSize(i);
    }
  }

  private List<String> search(String text) {
    return names(knowledge.search(ask(store, text), SearchMode.HYBRID, 50));
  }

  private StoreIndex open(Path where) {
    StoreIndex index =
        new StoreIndex(store, where, new StoreIndex.Basis(feed, new Analysis(), model.name()));
    opened.add(index);
    return index;
  }

  private List<String> texts(StoreIndex index, String text) {
    HybridSearch search =
        new HybridSearch(new Analysis(), model, ask(store, text), SearchMode.HYBRID);
    List<Finding> found = index.search(searcher -> search.find(searcher, 50));
    return found.stream().map(finding -> finding.passage().text()).toList();
  }

  private long vectors() {
    return jdbc.sql("select count(*) as rows from knowledge_vectors where store_id = :store")
        .param("store", store.value())
        .query((row, n) -> row.getLong("rows"))
        .single();
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }
}
