package deskhand.conversations.outbox;

import deskhand.conversations.ChannelKind;
import deskhand.conversations.Conversation;
import deskhand.conversations.ConversationId;
import deskhand.conversations.Dispatch;
import deskhand.conversations.Message;
import deskhand.conversations.MessageId;
import deskhand.conversations.OutgoingMessage;
import deskhand.conversations.threads.ConversationsTable;
import deskhand.conversations.threads.MessageReading;
import deskhand.conversations.threads.ReferenceColumn;
import deskhand.conversations.threads.ReplyTokens;
import deskhand.store.StoreId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Makes a [Dispatch] of a row of the outbox, with everything read anew.
@Component
class Dispatching {
  private static final int MOST_REFERENCES = 20;

  private final JdbcClient jdbc;
  private final ConversationsTable conversations;
  private final MessageReading messages;
  private final ReplyTokens tokens;

  Dispatching(
      JdbcClient jdbc,
      ConversationsTable conversations,
      MessageReading messages,
      ReplyTokens tokens) {
    this.jdbc = jdbc;
    this.conversations = conversations;
    this.messages = messages;
    this.tokens = tokens;
  }

  Dispatch of(OutboxTable.Row row, Instant now) {
    Message stored = messages.find(row.store(), row.message()).orElseThrow();
    Optional<Conversation> conversation =
        row.conversation().flatMap(id -> conversations.find(row.store(), id));
    OutgoingMessage message =
        new OutgoingMessage(
            row.store(),
            row.business().purpose(),
            row.business().key(),
            stored.author(),
            destination(row, conversation),
            new OutgoingMessage.Content(
                stored.content().subject(),
                stored.content().text().visible(),
                stored.sentences(),
                row.business().about()));
    return new Dispatch(message, row.message(), conversation, mail(row, stored, conversation, now));
  }

  /// As it was given: a conversation that this message itself began does not count.
  private OutgoingMessage.Destination destination(
      OutboxTable.Row row, Optional<Conversation> conversation) {
    boolean answers = conversation.isPresent() && !began(row);
    if (answers || row.target().address().isEmpty()) {
      return new OutgoingMessage.Destination.InConversation(row.conversation().orElseThrow());
    }
    return new OutgoingMessage.Destination.ByEmail(
        row.target().address().get(), row.target().name());
  }

  private boolean began(OutboxTable.Row row) {
    return jdbc.sql(
            """
            select not exists (
              select 1
              from messages
              where conversation_id = :conversation and store_id = :store
                and message_id < :message and entry in ('IN', 'OUT')) as first
            """)
        .param("conversation", row.conversation().orElseThrow().value())
        .param("store", row.store().value())
        .param("message", row.message().value())
        .query((found, n) -> found.getBoolean("first"))
        .single();
  }

  private Optional<Dispatch.Mail> mail(
      OutboxTable.Row row, Message stored, Optional<Conversation> conversation, Instant now) {
    if (row.target().channel() != ChannelKind.EMAIL) {
      return Optional.empty();
    }
    return row.target()
        .address()
        .map(to -> {
          Hang own = own(row.store(), row.message());
          String tag =
              conversation.map(thread -> tokens.make(row.store(), thread.id(), to, now)).orElse("");
          return new Dispatch.Mail(
              to,
              row.target().name(),
              stored.content().subject(),
              new Dispatch.InThread(
                  own.messageId(),
                  own.references().isEmpty() ? "" : own.references().getLast(),
                  own.references(),
                  tag),
              !stored.author().isPerson());
        });
  }

  /// Message-ID and references of a mail.
  record Hang(String messageId, List<String> references) {}

  private Hang own(StoreId store, MessageId message) {
    return jdbc.sql(
            """
            select thread_id, thread_references
            from messages
            where store_id = :store and message_id = :message
            """)
        .param("store", store.value())
        .param("message", message.value())
        .query(Dispatching::hang)
        .single();
  }

  /// What an answer hangs itself on: the references of the newest mail of the conversation and its
  /// Message-ID last (RFC 5322 section 3.6.4); the oldest stays, the middle may be left out.
  List<String> references(StoreId store, ConversationId conversation) {
    Optional<Hang> parent =
        jdbc.sql(
                """
                select thread_id, thread_references
                from messages
                where store_id = :store and conversation_id = :conversation
                  and thread_id <> '' and kind = 'MESSAGE'
                order by case when entry = 'IN' then 0 else 1 end, message_id desc
                limit 1
                """)
            .param("store", store.value())
            .param("conversation", conversation.value())
            .query(Dispatching::hang)
            .optional();
    if (parent.isEmpty()) {
      return List.of();
    }
    List<String> all = new ArrayList<>(parent.get().references());
    all.remove(parent.get().messageId());
    all.add(parent.get().messageId());
    if (all.size() > MOST_REFERENCES) {
      List<String> shorter = new ArrayList<>(all.subList(0, 1));
      shorter.addAll(all.subList(all.size() - MOST_REFERENCES + 1, all.size()));
      return shorter;
    }
    return all;
  }

  private static Hang hang(ResultSet row, int n) throws SQLException {
    return new Hang(
        row.getString("thread_id"), ReferenceColumn.texts(row.getArray("thread_references")));
  }
}
