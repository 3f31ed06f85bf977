package deskhand.conversations.threads;

import static java.time.ZoneOffset.UTC;

import deskhand.conversations.AgentId;
import deskhand.conversations.ChannelKind;
import deskhand.conversations.Conversation;
import deskhand.conversations.ConversationId;
import deskhand.conversations.CustomerId;
import deskhand.conversations.Proven;
import deskhand.conversations.Reference;
import deskhand.store.EmailAddress;
import deskhand.store.StoreId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `conversations` and `conversation_references`.
@Component
public class ConversationsTable {
  /// The columns that make a [Conversation], of a table that is called `c`.
  public static final String COLUMNS =
      """
      c.conversation_id, c.store_id, c.customer_id, c.name, c.address, c.channel, c.proven, c.subject,
      c.topic, c.tags, c.state, c.assignee, c.escalated, c.person_has_it, c.started_at, c.last_at,
      c.snoozed_until, array(
        select r.kind || chr(31) || r.id
        from conversation_references r
        where r.conversation_id = c.conversation_id
        order by 1
        limit 100) as about
      """;

  private final JdbcClient jdbc;

  ConversationsTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A conversation that begins.
  ///
  /// @param visitor the chat visitor's key; empty for mail
  /// @param linkedTo what a hint named, where the sender takes no part in it
  public record Beginning(
      StoreId store,
      Conversation.Party party,
      String visitor,
      String subject,
      Conversation.State state,
      Instant at,
      boolean imported,
      Optional<ConversationId> linkedTo) {}

  public ConversationId add(Beginning fresh) {
    String subject = BaseSubject.shown(fresh.subject());
    Conversation.Party party = fresh.party();
    return jdbc.sql(
            """
            insert into conversations (store_id, customer_id, channel, name, address, visitor, proven,
              subject, base_subject, state, started_at, last_at, last_from_customer, imported,
              linked_to, words)
            values (:store, :customer, :channel, :name, :address, :visitor, :proven,
              :subject, :base, :state, :at, :at, false, :imported,
              :linked, strip(to_tsvector('simple', :words)))
            returning conversation_id
            """)
        .param("store", fresh.store().value())
        .param("customer", party.customer().value())
        .param("channel", party.channel().name())
        .param("name", StoredText.line(party.name(), StoredText.LINE))
        .param("address", party.address().map(EmailAddress::value).orElse(null), Types.VARCHAR)
        .param("visitor", fresh.visitor())
        .param("proven", party.proven().name())
        .param("subject", subject)
        .param("base", BaseSubject.of(subject))
        .param("state", fresh.state().name())
        .param("at", fresh.at().atOffset(UTC))
        .param("imported", fresh.imported())
        .param("linked", fresh.linkedTo().map(ConversationId::value).orElse(null), Types.BIGINT)
        .param(
            "words",
            StoredText.words(
                subject
                    + " "
                    + party.name()
                    + " "
                    + party.address().map(EmailAddress::value).orElse("")))
        .query((row, n) -> new ConversationId(row.getLong("conversation_id")))
        .single();
  }

  public Optional<Conversation> find(StoreId store, ConversationId conversation) {
    return select(store, conversation, "");
  }

  /// The row stays locked until the transaction ends: whoever adds to a conversation locks it
  /// first, so that its messages' numbers rise in the order of commits.
  public Optional<Conversation> lock(StoreId store, ConversationId conversation) {
    return select(store, conversation, "for update of c");
  }

  private Optional<Conversation> select(
      StoreId store, ConversationId conversation, String locking) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from conversations c"
                + " where c.store_id = :store and c.conversation_id = :conversation "
                + locking)
        .param("store", store.value())
        .param("conversation", conversation.value())
        .query(ConversationsTable::conversation)
        .optional();
  }

  /// The key of the chat visitor and the base subject, for threading.
  public record Joining(String visitor, String baseSubject) {}

  public Joining joining(StoreId store, ConversationId conversation) {
    return jdbc.sql(
            """
            select visitor, base_subject
            from conversations
            where store_id = :store and conversation_id = :conversation
            """)
        .param("store", store.value())
        .param("conversation", conversation.value())
        .query((row, n) -> new Joining(row.getString("visitor"), row.getString("base_subject")))
        .single();
  }

  public void setHandling(Conversation conversation, Conversation.Handling handling) {
    setHandling(conversation, handling, null);
  }

  public void setHandling(
      Conversation conversation, Conversation.Handling handling, @Nullable Instant snoozedUntil) {
    jdbc.sql(
            """
            update conversations
            set state = :state, assignee = :assignee, escalated = :escalated,
              person_has_it = :person, snoozed_until = :until
            where store_id = :store and conversation_id = :conversation
            """)
        .param("state", handling.state().name())
        .param("assignee", handling.assignee().map(AgentId::value).orElse(null), Types.BIGINT)
        .param("escalated", handling.escalated())
        .param("person", handling.personHasIt())
        .param(
            "until",
            snoozedUntil == null ? null : snoozedUntil.atOffset(UTC),
            Types.TIMESTAMP_WITH_TIMEZONE)
        .param("store", conversation.store().value())
        .param("conversation", conversation.id().value())
        .update();
  }

  /// An answer did not reach the customer: it no longer waits for them.
  public void unanswered(Conversation conversation) {
    jdbc.sql(
            """
            update conversations
            set state = 'OPEN'
            where store_id = :store and conversation_id = :conversation and state = 'WAITING'
            """)
        .param("store", conversation.store().value())
        .param("conversation", conversation.id().value())
        .update();
  }

  public void setTags(StoreId store, ConversationId conversation, Set<String> tags) {
    jdbc.sql(
            """
            update conversations
            set tags = :tags
            where store_id = :store and conversation_id = :conversation
            """)
        .param("tags", tags.toArray(String[]::new))
        .param("store", store.value())
        .param("conversation", conversation.value())
        .update();
  }

  public void decided(StoreId store, ConversationId conversation, String topic, boolean more) {
    jdbc.sql(
            """
            update conversations
            set undecided = :more, topic = case when :topic = '' then topic else :topic end
            where store_id = :store and conversation_id = :conversation
            """)
        .param("more", more)
        .param("topic", StoredText.line(topic, StoredText.LINE))
        .param("store", store.value())
        .param("conversation", conversation.value())
        .update();
  }

  public void refer(StoreId store, ConversationId conversation, Set<Reference> references) {
    for (Reference reference : references) {
      jdbc.sql(
              """
              insert into conversation_references (store_id, conversation_id, kind, id)
              values (:store, :conversation, :kind, :id)
              on conflict do nothing
              """)
          .param("store", store.value())
          .param("conversation", conversation.value())
          .param("kind", reference.kind())
          .param("id", reference.id())
          .update();
    }
  }

  /// The next number of what a chat visitor sees; the row is locked by the caller.
  public long nextShown(StoreId store, ConversationId conversation) {
    return jdbc.sql(
            """
            update conversations
            set last_shown = last_shown + 1
            where store_id = :store and conversation_id = :conversation
            returning last_shown
            """)
        .param("store", store.value())
        .param("conversation", conversation.value())
        .query((row, n) -> row.getLong("last_shown"))
        .single();
  }

  public static Conversation conversation(ResultSet row, int n) throws SQLException {
    String address = row.getString("address");
    long assignee = row.getLong("assignee");
    Optional<AgentId> agent = row.wasNull() ? Optional.empty() : Optional.of(new AgentId(assignee));
    OffsetDateTime snoozed = row.getObject("snoozed_until", OffsetDateTime.class);
    return new Conversation(
        new StoreId(row.getLong("store_id")),
        new ConversationId(row.getLong("conversation_id")),
        new Conversation.Party(
            new CustomerId(row.getLong("customer_id")),
            row.getString("name"),
            address == null ? Optional.empty() : Optional.of(new EmailAddress(address)),
            ChannelKind.valueOf(row.getString("channel")),
            Proven.valueOf(row.getString("proven"))),
        new Conversation.About(
            row.getString("subject"),
            row.getString("topic"),
            ReferenceColumn.read(row.getArray("about")),
            new LinkedHashSet<>(ReferenceColumn.texts(row.getArray("tags")))),
        new Conversation.Handling(
            Conversation.State.valueOf(row.getString("state")),
            agent,
            row.getBoolean("escalated"),
            row.getBoolean("person_has_it")),
        new Conversation.Times(
            row.getTimestamp("started_at").toInstant(),
            row.getTimestamp("last_at").toInstant(),
            Optional.ofNullable(snoozed).map(OffsetDateTime::toInstant)));
  }
}
