package deskhand.knowledge;

import deskhand.store.StoreId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `knowledge_passages`.
@Component
class PassagesTable {
  private final JdbcClient jdbc;

  PassagesTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A passage of a version that holds on some day.
  record Holding(Article.Passage passage, Article.Scope scope, Days days) {}

  void insert(StoreId store, Article.Passage passage) {
    jdbc.sql(
            """
            insert into knowledge_passages (store_id, name, version, number, headings, body,
              sentences)
            values (:store, :name, :version, :number, :headings, :body, :sentences)
            """)
        .param("store", store.value())
        .param("name", passage.article().name())
        .param("version", passage.article().version())
        .param("number", passage.number())
        .param("headings", passage.headings().toArray(String[]::new))
        .param("body", passage.text())
        .param("sentences", passage.sentences().toArray(String[]::new))
        .update();
  }

  /// The passages of a version, in order; an article has at most 2,000.
  List<Article.Passage> of(StoreId store, ArticleVersion version) {
    return jdbc.sql(
            """
            select *
            from knowledge_passages
            where store_id = :store and name = :name and version = :version
            order by number
            limit 2000
            """)
        .param("store", store.value())
        .param("name", version.name())
        .param("version", version.version())
        .query((row, n) -> passage(row))
        .list();
  }

  /// The passages of all versions of an article that hold on some day; at most 20,000.
  List<Holding> holding(StoreId store, String name) {
    return jdbc
        .sql(
            """
            with versions as (
              select v.*,
                (select min(coalesce(later.effective_from, date '-infinity'))
                 from knowledge_versions later
                 where later.store_id = v.store_id and later.name = v.name
                   and later.version > v.version) as replaced_from
              from knowledge_versions v
              join knowledge_articles a on a.store_id = v.store_id and a.name = v.name
              where v.store_id = :store and v.name = :name and v.version > a.withdrawn_through)
            select p.*, v.audience, v.language, v.countries, v.effective_from, v.effective_to,
              v.replaced_from
            from versions v
            join knowledge_passages p
              on p.store_id = v.store_id and p.name = v.name and p.version = v.version
            where v.replaced_from is null
              or v.replaced_from > coalesce(v.effective_from, date '-infinity')
            order by p.version desc, p.number
            limit 20000
            """)
        .param("store", store.value())
        .param("name", name)
        .query((row, n) -> holding(row))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Holding> holding(ResultSet row) throws SQLException {
    Article.Passage passage = passage(row);
    Article.Scope scope = VersionsTable.scope(row);
    return Days.of(
            scope.effectiveFrom(), scope.effectiveTo(), VersionsTable.day(row, "replaced_from"))
        .map(days -> new Holding(passage, scope, days));
  }

  private static Article.Passage passage(ResultSet row) throws SQLException {
    return new Article.Passage(
        new ArticleVersion(row.getString("name"), row.getLong("version")),
        row.getInt("number"),
        List.of((String[]) row.getArray("headings").getArray()),
        row.getString("body"),
        List.of((String[]) row.getArray("sentences").getArray()));
  }
}
