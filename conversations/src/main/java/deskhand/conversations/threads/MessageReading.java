package deskhand.conversations.threads;

import deskhand.conversations.Attachment;
import deskhand.conversations.ConversationId;
import deskhand.conversations.Entry;
import deskhand.conversations.Kind;
import deskhand.conversations.Message;
import deskhand.conversations.MessageId;
import deskhand.conversations.MessageText;
import deskhand.conversations.Proven;
import deskhand.conversations.Purpose;
import deskhand.conversations.Sentence;
import deskhand.conversations.Shown;
import deskhand.store.StoreId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads messages with their files, sentences and state of delivery.
@Component
public class MessageReading {
  private static final String SELECT =
      """
      select m.*, o.state as step, o.rule as step_rule, o.reason as step_reason,
        o.purpose, o.key as business_key
      from messages m
      left join outbox o on o.message_id = m.message_id
      """;

  private final JdbcClient jdbc;
  private final SentencesTable sentences;

  MessageReading(JdbcClient jdbc, SentencesTable sentences) {
    this.jdbc = jdbc;
    this.sentences = sentences;
  }

  /// Oldest first: the newest 500.
  public List<Message> of(StoreId store, ConversationId conversation) {
    List<Message> newest =
        new ArrayList<>(
            whole(
                store,
                jdbc.sql(
                        SELECT
                            + """
                            where m.store_id = :store and m.conversation_id = :conversation
                            order by m.at desc, m.message_id desc
                            limit 500
                            """)
                    .param("store", store.value())
                    .param("conversation", conversation.value())
                    .query(MessageReading::bare)
                    .list()));
    Collections.reverse(newest);
    return newest;
  }

  /// Oldest first: 200 at most.
  public List<Message> undecided(StoreId store, ConversationId conversation) {
    return whole(
        store,
        jdbc.sql(
                SELECT
                    + """
                    where m.store_id = :store and m.conversation_id = :conversation
                      and not m.decided
                    order by m.message_id
                    limit 200
                    """)
            .param("store", store.value())
            .param("conversation", conversation.value())
            .query(MessageReading::bare)
            .list());
  }

  public Optional<Message> find(StoreId store, MessageId message) {
    return whole(
            store,
            jdbc.sql(SELECT + " where m.store_id = :store and m.message_id = :message")
                .param("store", store.value())
                .param("message", message.value())
                .query(MessageReading::bare)
                .list())
        .stream()
        .findFirst();
  }

  /// What the chat visitor sees after that number, oldest first.
  public List<Shown> shown(StoreId store, ConversationId conversation, long after, int most) {
    List<Numbered> rows =
        jdbc.sql(
                SELECT
                    + """
                    where m.store_id = :store and m.conversation_id = :conversation
                      and m.shown > :after
                    order by m.shown
                    limit :most
                    """)
            .param("store", store.value())
            .param("conversation", conversation.value())
            .param("after", after)
            .param("most", most)
            .query((row, n) -> new Numbered(row.getLong("shown"), bare(row, n)))
            .list();
    List<Message> messages = whole(store, rows.stream().map(Numbered::message).toList());
    List<Shown> shown = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      shown.add(new Shown(rows.get(i).number(), messages.get(i)));
    }
    return shown;
  }

  private record Numbered(long number, Message message) {}

  public Optional<Attachment> attachment(StoreId store, long file) {
    return jdbc.sql(
            """
            select filename, type, content
            from attachments
            where store_id = :store and attachment_id = :file
            """)
        .param("store", store.value())
        .param("file", file)
        .query((row, n) ->
            new Attachment(
                row.getString("filename"), row.getString("type"), row.getBytes("content")))
        .optional();
  }

  private List<Message> whole(StoreId store, List<Message> bare) {
    List<Long> ids = bare.stream().map(message -> message.id().value()).toList();
    Map<Long, List<Sentence>> texts = sentences.of(store, ids);
    Map<Long, List<Message.File>> files = files(store, ids);
    return bare.stream()
        .map(message ->
            new Message(
                message.id(),
                message.author(),
                new Message.Content(
                    message.content().subject(),
                    message.content().text(),
                    message.content().kind(),
                    files.getOrDefault(message.id().value(), List.of()),
                    message.content().note()),
                message.at(),
                message.delivery(),
                texts.getOrDefault(message.id().value(), List.of()),
                message.entry()))
        .toList();
  }

  private Map<Long, List<Message.File>> files(StoreId store, Collection<Long> messages) {
    Map<Long, List<Message.File>> files = new LinkedHashMap<>();
    if (messages.isEmpty()) {
      return files;
    }
    jdbc.sql(
            """
            select message_id, attachment_id, filename, type, size
            from attachments
            where store_id = :store and message_id in (:messages)
            order by attachment_id
            limit 10000
            """)
        .param("store", store.value())
        .param("messages", messages)
        .query(row -> {
          files
              .computeIfAbsent(row.getLong("message_id"), id -> new ArrayList<>())
              .add(
                  new Message.File(
                      row.getLong("attachment_id"),
                      row.getString("filename"),
                      row.getString("type"),
                      row.getLong("size")));
        });
    return files;
  }

  private static Message bare(ResultSet row, int n) throws SQLException {
    String entry = row.getString("entry");
    Kind kind = Kind.valueOf(row.getString("kind"));
    return new Message(
        new MessageId(row.getLong("message_id")),
        AuthorColumns.read(row),
        new Message.Content(
            row.getString("subject"),
            new MessageText(
                row.getString("visible"),
                row.getString("signature"),
                row.getString("elided"),
                row.getString("html")),
            kind,
            List.of(),
            entry.equals("NOTE")),
        row.getTimestamp("at").toInstant(),
        delivery(row, entry),
        List.of(),
        entry(row, entry, kind));
  }

  private static Message.Delivery delivery(ResultSet row, String entry) throws SQLException {
    String step = row.getString("step");
    if (step != null) {
      return new Message.Delivery(
          Message.Delivery.Step.valueOf(step), row.getString("step_reason"));
    }
    return new Message.Delivery(
        entry.equals("OUT") ? Message.Delivery.Step.SENT : Message.Delivery.Step.NONE, "");
  }

  private static Entry entry(ResultSet row, String entry, Kind kind) throws SQLException {
    return switch (entry) {
      case "IN" ->
          new Entry.Incoming(
              kind,
              ReferenceColumn.texts(row.getArray("reasons")),
              Proven.valueOf(row.getString("proven")),
              row.getBoolean("silent"));
      case "OUT" -> outgoing(row.getString("purpose"), row.getString("business_key"));
      case "NOTE" -> new Entry.Note();
      case "EVENT" ->
          new Entry.Event(
              Entry.Event.What.valueOf(row.getString("event")), row.getString("event_detail"));
      default -> throw new IllegalStateException("an entry of an unknown sort");
    };
  }

  private static Entry outgoing(@org.jspecify.annotations.Nullable String purpose, String key) {
    return purpose == null
        ? new Entry.Outgoing(Purpose.REPLY, "")
        : new Entry.Outgoing(Purpose.valueOf(purpose), key);
  }
}
