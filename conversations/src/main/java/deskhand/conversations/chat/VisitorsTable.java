package deskhand.conversations.chat;

import static java.time.ZoneOffset.UTC;

import deskhand.conversations.Chats;
import deskhand.conversations.ConversationId;
import deskhand.conversations.Proven;
import deskhand.store.EmailAddress;
import deskhand.store.StoreId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `chat_visitors`.
@Component
class VisitorsTable {
  private final JdbcClient jdbc;

  VisitorsTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A visitor and the row's number.
  record Known(long number, Chats.Visitor visitor) {
    /// As conversations name them.
    String key() {
      return "visitor " + number;
    }
  }

  void add(StoreId store, byte[] token, Chats.Visitor visitor, Instant at) {
    jdbc.sql(
            """
            insert into chat_visitors (store_id, token_hash, name, address, proven, created_at, last_at)
            values (:store, :token, :name, :address, :proven, :at, :at)
            """)
        .param("store", store.value())
        .param("token", token)
        .param("name", visitor.name())
        .param("address", visitor.address().map(EmailAddress::value).orElse(null), Types.VARCHAR)
        .param("proven", visitor.proven().name())
        .param("at", at.atOffset(UTC))
        .update();
  }

  /// @param since a visitor who said nothing since then is forgotten
  Optional<Known> find(StoreId store, byte[] token, Instant since) {
    return jdbc.sql(
            """
            select *
            from chat_visitors
            where store_id = :store and token_hash = :token and last_at > :since
            """)
        .param("store", store.value())
        .param("token", token)
        .param("since", since.atOffset(UTC))
        .query(VisitorsTable::known)
        .optional();
  }

  /// The same, and the row stays locked until the transaction ends: two first messages begin one
  /// conversation.
  Optional<Known> lock(StoreId store, byte[] token, Instant since) {
    return jdbc.sql(
            """
            select *
            from chat_visitors
            where store_id = :store and token_hash = :token and last_at > :since
            for update
            """)
        .param("store", store.value())
        .param("token", token)
        .param("since", since.atOffset(UTC))
        .query(VisitorsTable::known)
        .optional();
  }

  void wrote(Known visitor, ConversationId conversation, Instant at) {
    jdbc.sql(
            """
            update chat_visitors
            set conversation_id = :conversation, last_at = greatest(last_at, :at)
            where visitor_id = :visitor
            """)
        .param("conversation", conversation.value())
        .param("at", at.atOffset(UTC))
        .param("visitor", visitor.number())
        .update();
  }

  private static Known known(ResultSet row, int n) throws SQLException {
    long conversation = row.getLong("conversation_id");
    Optional<ConversationId> written =
        row.wasNull() ? Optional.empty() : Optional.of(new ConversationId(conversation));
    return new Known(
        row.getLong("visitor_id"),
        new Chats.Visitor(
            row.getString("name"),
            Optional.ofNullable(row.getString("address")).map(EmailAddress::new),
            Proven.valueOf(row.getString("proven")),
            written));
  }
}
