package deskhand.conversations.threads;

import static java.time.ZoneOffset.UTC;

import deskhand.conversations.ConversationId;
import deskhand.conversations.Draft;
import deskhand.conversations.Sentence;
import deskhand.conversations.Source;
import deskhand.store.StoreId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The rows of `drafts`: one a conversation at most.
@Component
public class DraftsTable {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcClient jdbc;

  DraftsTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public void put(StoreId store, ConversationId conversation, Draft draft) {
    jdbc.sql(
            """
            insert into drafts (conversation_id, store_id, text, sentences, reasons, at)
            values (:conversation, :store, :text, cast(:sentences as jsonb), :reasons, :at)
            on conflict (conversation_id) do update
            set text = excluded.text, sentences = excluded.sentences, reasons = excluded.reasons,
              at = excluded.at
            """)
        .param("conversation", conversation.value())
        .param("store", store.value())
        .param("text", StoredText.of(draft.text(), StoredText.TEXT))
        .param("sentences", write(draft.sentences()))
        .param(
            "reasons",
            draft.reasons().stream()
                .map(reason -> StoredText.line(reason, StoredText.LINE))
                .toArray(String[]::new))
        .param("at", draft.at().atOffset(UTC))
        .update();
  }

  public void drop(StoreId store, ConversationId conversation) {
    jdbc.sql("delete from drafts where store_id = :store and conversation_id = :conversation")
        .param("store", store.value())
        .param("conversation", conversation.value())
        .update();
  }

  public Optional<Draft> find(StoreId store, ConversationId conversation) {
    return jdbc.sql(
            """
            select text, sentences, reasons, at
            from drafts
            where store_id = :store and conversation_id = :conversation
            """)
        .param("store", store.value())
        .param("conversation", conversation.value())
        .query((row, n) ->
            new Draft(
                row.getString("text"),
                read(row.getString("sentences")),
                ReferenceColumn.texts(row.getArray("reasons")),
                row.getTimestamp("at").toInstant()))
        .optional();
  }

  private static String write(List<Sentence> sentences) {
    ArrayNode list = JSON.createArrayNode();
    for (Sentence sentence : sentences) {
      ObjectNode one = list.addObject();
      one.put("text", StoredText.of(sentence.text(), StoredText.TEXT));
      ArrayNode sources = one.putArray("sources");
      for (Source source : sentence.sources()) {
        ObjectNode borne = sources.addObject();
        borne.put("kind", StoredText.line(source.kind(), StoredText.LINE));
        borne.put("id", StoredText.line(source.id(), StoredText.LINE));
        borne.put("version", source.version());
        borne.put("detail", StoredText.line(source.detail(), StoredText.LINE));
        if (source.asOf() != null) {
          borne.put("asOf", source.asOf().toString());
        }
      }
    }
    return JSON.writeValueAsString(list);
  }

  private static List<Sentence> read(String json) {
    List<Sentence> sentences = new ArrayList<>();
    for (JsonNode one : JSON.readTree(json)) {
      List<Source> sources = new ArrayList<>();
      for (JsonNode borne : one.path("sources")) {
        sources.add(
            new Source(
                borne.path("kind").asString(),
                borne.path("id").asString(),
                borne.path("version").asLong(),
                borne.path("detail").asString(),
                borne.has("asOf") ? Instant.parse(borne.path("asOf").asString()) : null));
      }
      sentences.add(new Sentence(one.path("text").asString(), sources));
    }
    return sentences;
  }
}
