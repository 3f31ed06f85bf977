package deskhand.knowledge;

import static java.time.ZoneOffset.UTC;

import deskhand.store.StoreId;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `knowledge_versions`.
@Component
class VersionsTable {
  private final JdbcClient jdbc;

  VersionsTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(StoreId store, Article article, byte[] hash) {
    Article.Scope scope = article.scope();
    jdbc.sql(
            """
            insert into knowledge_versions (store_id, name, version, title, audience, language,
              countries, effective_from, effective_to, body, content_hash, saved_at)
            values (:store, :name, :version, :title, :audience, :language,
              :countries, :from, :to, :body, :hash, :at)
            """)
        .param("store", store.value())
        .param("name", article.version().name())
        .param("version", article.version().version())
        .param("title", article.title())
        .param("audience", scope.audience().name())
        .param("language", scope.language().toLanguageTag())
        .param("countries", scope.countries().stream().sorted().toArray(String[]::new))
        .param("from", scope.effectiveFrom().map(Date::valueOf).orElse(null))
        .param("to", scope.effectiveTo().map(Date::valueOf).orElse(null))
        .param("body", article.body())
        .param("hash", hash)
        .param("at", article.savedAt().atOffset(UTC))
        .update();
  }

  Optional<byte[]> hash(StoreId store, ArticleVersion version) {
    return jdbc.sql(
            """
            select content_hash
            from knowledge_versions
            where store_id = :store and name = :name and version = :version
            """)
        .param("store", store.value())
        .param("name", version.name())
        .param("version", version.version())
        .query((row, n) -> row.getBytes("content_hash"))
        .optional();
  }

  /// Of the newest version of an article that is not withdrawn.
  Optional<byte[]> newestHash(StoreId store, String name) {
    return jdbc.sql(
            """
            select v.content_hash
            from knowledge_articles a
            join knowledge_versions v
              on v.store_id = a.store_id and v.name = a.name and v.version = a.newest
            where a.store_id = :store and a.name = :name and a.newest > a.withdrawn_through
            """)
        .param("store", store.value())
        .param("name", name)
        .query((row, n) -> row.getBytes("content_hash"))
        .optional();
  }

  Optional<Article> find(StoreId store, ArticleVersion version) {
    return jdbc.sql(
            """
            select *
            from knowledge_versions
            where store_id = :store and name = :name and version = :version
            """)
        .param("store", store.value())
        .param("name", version.name())
        .param("version", version.version())
        .query((row, n) -> article(row))
        .optional();
  }

  /// The newest version of each article that is not withdrawn, by name; at most 10,000.
  List<Article> newest(StoreId store) {
    return jdbc.sql(
            """
            select v.*
            from knowledge_articles a
            join knowledge_versions v
              on v.store_id = a.store_id and v.name = a.name and v.version = a.newest
            where a.store_id = :store and a.newest > a.withdrawn_through
            order by a.name
            limit 10000
            """)
        .param("store", store.value())
        .query((row, n) -> article(row))
        .list();
  }

  /// The days on which a version holds; empty where no day is left to it.
  Optional<Days> days(StoreId store, ArticleVersion version) {
    return jdbc.sql(
            """
            select v.effective_from, v.effective_to,
              (select min(coalesce(later.effective_from, date '-infinity'))
               from knowledge_versions later
               where later.store_id = v.store_id and later.name = v.name
                 and later.version > v.version) as replaced_from
            from knowledge_versions v
            join knowledge_articles a on a.store_id = v.store_id and a.name = v.name
            where v.store_id = :store and v.name = :name and v.version = :version
              and v.version > a.withdrawn_through
            """)
        .param("store", store.value())
        .param("name", version.name())
        .param("version", version.version())
        .query((row, n) ->
            Days.of(
                day(row, "effective_from"), day(row, "effective_to"), day(row, "replaced_from")))
        .optional()
        .flatMap(days -> days);
  }

  static Article.Scope scope(ResultSet row) throws SQLException {
    return new Article.Scope(
        Audience.valueOf(row.getString("audience")),
        Locale.forLanguageTag(row.getString("language")),
        Set.of((String[]) row.getArray("countries").getArray()),
        day(row, "effective_from"),
        day(row, "effective_to"));
  }

  /// A column's day; `-infinity` is [LocalDate#MIN].
  static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, LocalDate.class));
  }

  private static Article article(ResultSet row) throws SQLException {
    Instant saved = row.getTimestamp("saved_at").toInstant();
    return new Article(
        new ArticleVersion(row.getString("name"), row.getLong("version")),
        row.getString("title"),
        scope(row),
        row.getString("body"),
        saved);
  }
}
