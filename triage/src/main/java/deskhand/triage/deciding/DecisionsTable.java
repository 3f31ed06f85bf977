package deskhand.triage.deciding;

import static java.time.ZoneOffset.UTC;

import deskhand.conversations.ConversationId;
import deskhand.conversations.MessageId;
import deskhand.conversations.Sentence;
import deskhand.store.StoreId;
import deskhand.triage.Decided;
import deskhand.triage.Decisions;
import deskhand.triage.Identity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// Rows of `triage_decisions`.
@Component
class DecisionsTable implements Decisions {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  /// An escape of U+0000, after any escaped backslashes.
  private static final Pattern NUL = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

  private final JdbcClient jdbc;

  DecisionsTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// What is kept besides what others may read.
  ///
  /// @param level of the writer's identity
  /// @param facts the order fields that the text rests on
  record Ground(Identity.Level level, List<Fact> facts) {
    Ground {
      facts = List.copyOf(facts);
    }
  }

  /// An order's field with the value that it had.
  record Fact(String order, String field, String value) {}

  long insert(StoreId store, ConversationId conversation, Decided decided, Ground ground) {
    return jdbc.sql(
            """
            insert into triage_decisions (store_id, conversation_id, up_to_message_id, messages,
              outcome, intent, confidence, further, reasons, evidence, orders, level, facts,
              decided_at)
            values (:store, :conversation, :upTo, cast(:messages as jsonb),
              :outcome, :intent, :confidence, cast(:further as jsonb), cast(:reasons as jsonb),
              cast(:evidence as jsonb), cast(:orders as jsonb), :level, cast(:facts as jsonb),
              :at)
            returning decision_id
            """)
        .param("store", store.value())
        .param("conversation", conversation.value())
        .param("upTo", decided.about().getLast().value())
        .param("messages", json(decided.about().stream().map(MessageId::value).toList()))
        .param("outcome", decided.what().outcome())
        .param("intent", cut(decided.what().intent()))
        .param("confidence", decided.what().confidence())
        .param("further", json(decided.what().further()))
        .param("reasons", json(decided.what().reasons()))
        .param("evidence", json(decided.sentences()))
        .param("orders", json(decided.what().orders()))
        .param("level", ground.level().name())
        .param("facts", json(ground.facts()))
        .param("at", decided.at().atOffset(UTC))
        .query((row, n) -> row.getLong(1))
        .single();
  }

  @Override
  public List<Decided> of(StoreId store, ConversationId conversation) {
    return jdbc.sql(
            """
            select * from triage_decisions
            where store_id = :store and conversation_id = :conversation
            order by decision_id desc
            limit 50
            """)
        .param("store", store.value())
        .param("conversation", conversation.value())
        .query((row, n) -> decided(row))
        .list();
  }

  Optional<Decided> find(StoreId store, long decision) {
    return jdbc.sql(
            """
            select * from triage_decisions
            where store_id = :store and decision_id = :decision
            """)
        .param("store", store.value())
        .param("decision", decision)
        .query((row, n) -> decided(row))
        .optional();
  }

  Optional<Ground> ground(StoreId store, long decision) {
    return jdbc.sql(
            """
            select level, facts from triage_decisions
            where store_id = :store and decision_id = :decision
            """)
        .param("store", store.value())
        .param("decision", decision)
        .query((row, n) ->
            new Ground(
                Identity.Level.valueOf(row.getString("level")),
                read(row, "facts", new TypeReference<List<Fact>>() {})))
        .optional();
  }

  /// How often it was decided about that message.
  int times(StoreId store, ConversationId conversation, MessageId upTo) {
    return jdbc.sql(
            """
            select count(*) from triage_decisions
            where store_id = :store
              and conversation_id = :conversation
              and up_to_message_id = :upTo
            """)
        .param("store", store.value())
        .param("conversation", conversation.value())
        .param("upTo", upTo.value())
        .query((row, n) -> row.getInt(1))
        .single();
  }

  @Override
  public void forget(StoreId store, MessageId message) {
    jdbc.sql(
            """
            delete from triage_decisions
            where store_id = :store and messages @> cast(:message as jsonb)
            """)
        .param("store", store.value())
        .param("message", json(List.of(message.value())))
        .update();
  }

  private static Decided decided(ResultSet row) throws SQLException {
    return new Decided(
        row.getLong("decision_id"),
        read(row, "messages", new TypeReference<List<Long>>() {}).stream()
            .map(MessageId::new)
            .toList(),
        new Decided.Result(
            row.getString("outcome"),
            row.getString("intent"),
            row.getDouble("confidence"),
            read(row, "further", new TypeReference<List<String>>() {}),
            read(row, "reasons", new TypeReference<List<String>>() {}),
            read(row, "orders", new TypeReference<Set<String>>() {})),
        read(row, "evidence", new TypeReference<List<Sentence>>() {}),
        row.getTimestamp("decided_at").toInstant());
  }

  private static <T> T read(ResultSet row, String column, TypeReference<T> type)
      throws SQLException {
    return JSON.readValue(row.getString(column), type);
  }

  /// PostgreSQL's jsonb refuses U+0000; a backslash before a text `u0000` is kept.
  static String json(Object value) {
    return NUL.matcher(JSON.writeValueAsString(value)).replaceAll("$1");
  }

  private static String cut(String text) {
    return text.length() <= 200 ? text : text.substring(0, 200);
  }

  /// The name under which a decision's message is given to the door.
  static String key(long decision) {
    return "triage/" + decision;
  }

  /// The decision behind a message's business key.
  static Optional<Long> decisionOf(String key) {
    return Optional.of(key)
        .filter(one -> one.matches("triage/\\d{1,18}"))
        .map(one -> Long.parseLong(one.substring("triage/".length())));
  }
}
