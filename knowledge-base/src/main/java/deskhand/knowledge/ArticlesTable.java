package deskhand.knowledge;

import deskhand.store.StoreId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `knowledge_articles`.
@Component
class ArticlesTable {
  private final JdbcClient jdbc;

  ArticlesTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Where an article stands.
  record State(long newest, long withdrawnThrough, Optional<String> folder) {
    boolean withdrawn() {
      return newest == 0 || newest <= withdrawnThrough;
    }
  }

  /// Locks the article's row until the transaction ends, making it where there is none.
  State lock(StoreId store, String name) {
    jdbc.sql(
            """
            insert into knowledge_articles (store_id, name)
            values (:store, :name)
            on conflict do nothing
            """)
        .param("store", store.value())
        .param("name", name)
        .update();
    return jdbc.sql(
            """
            select newest, withdrawn_through, folder
            from knowledge_articles
            where store_id = :store and name = :name
            for update
            """)
        .param("store", store.value())
        .param("name", name)
        .query((row, n) ->
            new State(
                row.getLong("newest"),
                row.getLong("withdrawn_through"),
                Optional.ofNullable(row.getString("folder"))))
        .single();
  }

  boolean isPublished(StoreId store, String name) {
    return jdbc.sql(
            """
            select 1
            from knowledge_articles
            where store_id = :store and name = :name and newest > withdrawn_through
            """)
        .param("store", store.value())
        .param("name", name)
        .query((row, n) -> true)
        .optional()
        .isPresent();
  }

  void published(StoreId store, ArticleVersion version, Optional<String> folder) {
    jdbc.sql(
            """
            update knowledge_articles
            set newest = :version, folder = :folder
            where store_id = :store and name = :name
            """)
        .param("store", store.value())
        .param("name", version.name())
        .param("version", version.version())
        .param("folder", folder.orElse(null))
        .update();
  }

  void withdrawn(StoreId store, String name) {
    jdbc.sql(
            """
            update knowledge_articles
            set withdrawn_through = newest
            where store_id = :store and name = :name
            """)
        .param("store", store.value())
        .param("name", name)
        .update();
  }

  void changed(StoreId store, List<String> names, long number) {
    jdbc.sql(
            """
            update knowledge_articles
            set change_number = :number
            where store_id = :store and name = any(:names)
            """)
        .param("store", store.value())
        .param("names", names.toArray(String[]::new))
        .param("number", number)
        .update();
  }

  long lastChange(StoreId store) {
    return jdbc.sql(
            """
            select coalesce(max(change_number), 0) as number
            from knowledge_articles
            where store_id = :store
            """)
        .param("store", store.value())
        .query((row, n) -> row.getLong("number"))
        .single();
  }

  List<IndexFeed.Changed> changedAfter(StoreId store, IndexFeed.Changed after, int limit) {
    return jdbc.sql(
            """
            select name, change_number
            from knowledge_articles
            where store_id = :store and (change_number, name) > (:number, :name)
            order by change_number, name
            limit :limit
            """)
        .param("store", store.value())
        .param("number", after.number())
        .param("name", after.name())
        .param("limit", limit)
        .query(
            (row, n) -> new IndexFeed.Changed(row.getString("name"), row.getLong("change_number")))
        .list();
  }

  /// The articles that were published from a folder and are not withdrawn; at most 10,000.
  List<String> ofFolder(StoreId store, String folder) {
    return jdbc.sql(
            """
            select name
            from knowledge_articles
            where store_id = :store and folder = :folder and newest > withdrawn_through
            order by name
            limit 10000
            """)
        .param("store", store.value())
        .param("folder", folder)
        .query((row, n) -> row.getString("name"))
        .list();
  }
}
