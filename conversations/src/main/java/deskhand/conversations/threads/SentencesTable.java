package deskhand.conversations.threads;

import static java.time.ZoneOffset.UTC;

import deskhand.conversations.MessageId;
import deskhand.conversations.Sentence;
import deskhand.conversations.Source;
import deskhand.store.StoreId;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `sentences` and `sentence_sources`: what bears each sentence that was sent.
@Component
public class SentencesTable {
  private final JdbcClient jdbc;

  SentencesTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public void add(StoreId store, MessageId message, List<Sentence> sentences) {
    for (int position = 0; position < sentences.size(); position++) {
      Sentence sentence = sentences.get(position);
      jdbc.sql(
              """
              insert into sentences (store_id, message_id, position, text)
              values (:store, :message, :position, :text)
              """)
          .param("store", store.value())
          .param("message", message.value())
          .param("position", position)
          .param("text", StoredText.of(sentence.text(), StoredText.TEXT))
          .update();
      for (int number = 0; number < sentence.sources().size(); number++) {
        add(store, message, new Place(position, number), sentence.sources().get(number));
      }
    }
  }

  private record Place(int position, int number) {}

  private void add(StoreId store, MessageId message, Place place, Source source) {
    jdbc.sql(
            """
            insert into sentence_sources (store_id, message_id, position, number, kind, id, version,
              detail, as_of)
            values (:store, :message, :position, :number, :kind, :id, :version,
              :detail, :asOf)
            """)
        .param("store", store.value())
        .param("message", message.value())
        .param("position", place.position())
        .param("number", place.number())
        .param("kind", StoredText.line(source.kind(), StoredText.LINE))
        .param("id", StoredText.line(source.id(), StoredText.LINE))
        .param("version", source.version())
        .param("detail", StoredText.line(source.detail(), StoredText.LINE))
        .param(
            "asOf",
            source.asOf() == null ? null : source.asOf().atOffset(UTC),
            Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
  }

  /// The sentences of some messages, by message.
  Map<Long, List<Sentence>> of(StoreId store, Collection<Long> messages) {
    if (messages.isEmpty()) {
      return Map.of();
    }
    Map<Long, Map<Integer, Growing>> found = new LinkedHashMap<>();
    jdbc.sql(
            """
            select s.message_id, s.position, s.text,
              e.kind, e.id, e.version, e.detail, e.as_of
            from sentences s
            left join sentence_sources e on e.message_id = s.message_id and e.position = s.position
            where s.store_id = :store and s.message_id in (:messages)
            order by s.message_id, s.position, e.number
            limit 100000
            """)
        .param("store", store.value())
        .param("messages", messages)
        .query(row -> {
          String text = row.getString("text");
          Growing sentence =
              found
                  .computeIfAbsent(row.getLong("message_id"), id -> new LinkedHashMap<>())
                  .computeIfAbsent(row.getInt("position"), p -> new Growing(text));
          String kind = row.getString("kind");
          if (kind != null) {
            sentence.sources.add(
                new Source(
                    kind,
                    row.getString("id"),
                    row.getLong("version"),
                    row.getString("detail"),
                    instant(row.getObject("as_of", OffsetDateTime.class))));
          }
        });
    Map<Long, List<Sentence>> whole = new LinkedHashMap<>();
    found.forEach((message, sentences) ->
        whole.put(
            message,
            sentences.values().stream().map(s -> new Sentence(s.text, s.sources)).toList()));
    return whole;
  }

  /// The messages that used that source, newest first: who was told this?
  public List<MessageId> borneBy(StoreId store, String kind, String id, long version) {
    return jdbc.sql(
            """
            select distinct message_id
            from sentence_sources
            where store_id = :store and kind = :kind and left(id, 200) = left(:id, 200) and id = :id
              and version = :version
            order by message_id desc
            limit 1000
            """)
        .param("store", store.value())
        .param("kind", kind)
        .param("id", id)
        .param("version", version)
        .query((row, n) -> new MessageId(row.getLong("message_id")))
        .list();
  }

  private static java.time.@Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }

  private static final class Growing {
    private final String text;
    private final List<Source> sources = new ArrayList<>();

    Growing(String text) {
      this.text = text;
    }
  }
}
