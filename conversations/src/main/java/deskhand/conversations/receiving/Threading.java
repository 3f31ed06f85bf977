package deskhand.conversations.receiving;

import deskhand.conversations.ChannelKind;
import deskhand.conversations.Conversation;
import deskhand.conversations.ConversationId;
import deskhand.conversations.CustomerId;
import deskhand.conversations.IncomingMessage;
import deskhand.conversations.threads.BaseSubject;
import deskhand.conversations.threads.ConversationsTable;
import deskhand.conversations.threads.MessagesTable;
import deskhand.conversations.threads.ReplyTokens;
import deskhand.store.StoreId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds the conversation that a message belongs to: by In-Reply-To, then References from the right
/// with the same base subject, then the signed tag of the address it was sent to (RFC 5322 section
/// 3.6.4), or the chat that it was written in.
///
/// All of these are hints that anybody can write: a conversation is joined only where the sender is
/// its customer. Two customers are never joined.
@Component
class Threading {
  private static final int MOST_HINTS = 30;

  private final JdbcClient jdbc;
  private final ConversationsTable conversations;
  private final ReplyTokens tokens;

  Threading(JdbcClient jdbc, ConversationsTable conversations, ReplyTokens tokens) {
    this.jdbc = jdbc;
    this.conversations = conversations;
    this.tokens = tokens;
  }

  /// Where a message goes.
  ///
  /// @param joins the conversation, locked; empty where a new one begins
  /// @param named by a hint, but not joined
  record Place(Optional<Conversation> joins, Optional<ConversationId> named) {}

  Place place(IncomingMessage message, Optional<CustomerId> customer) {
    if (message.origin().channel() == ChannelKind.CHAT) {
      return chat(message);
    }
    if (message.details().kind().isReport()) {
      return report(message);
    }
    Optional<ConversationId> named = Optional.empty();
    for (ConversationId candidate : candidates(message)) {
      if (takesPart(message.store(), candidate, customer)) {
        return new Place(conversations.lock(message.store(), candidate), Optional.empty());
      }
      named = named.isPresent() ? named : Optional.of(candidate);
    }
    return new Place(Optional.empty(), named);
  }

  private Place chat(IncomingMessage message) {
    Optional<Conversation> own =
        message
            .origin()
            .thread()
            .chat()
            .filter(chat ->
                conversations.find(message.store(), chat).isPresent()
                    && !message.sender().visitor().isEmpty()
                    && conversations
                        .joining(message.store(), chat)
                        .visitor()
                        .equals(message.sender().visitor()))
            .flatMap(chat -> conversations.lock(message.store(), chat));
    return new Place(own, Optional.empty());
  }

  /// A report about a mail of ours (a bounce, say) belongs to that mail's conversation: nobody can
  /// guess the Message-IDs that we give.
  private Place report(IncomingMessage message) {
    return new Place(
        message.origin().thread().references().reversed().stream()
            .filter(id -> !id.isBlank())
            .limit(MOST_HINTS)
            .flatMap(id -> holding(message.store(), id, "OUT"))
            .findFirst()
            .flatMap(found -> conversations.lock(message.store(), found)),
        Optional.empty());
  }

  /// What the hints name, strongest first.
  private List<ConversationId> candidates(IncomingMessage message) {
    IncomingMessage.ThreadHints hints = message.origin().thread();
    StoreId store = message.store();
    List<String> ids =
        hints.references().reversed().stream()
            .filter(id -> !id.isBlank())
            .limit(MOST_HINTS)
            .toList();
    Stream<ConversationId> inReplyTo = ids.stream().limit(1).flatMap(id -> holding(store, id));
    String subject = BaseSubject.of(message.details().subject());
    Stream<ConversationId> references =
        ids.stream()
            .skip(1)
            .flatMap(id -> holding(store, id))
            .filter(found -> conversations.joining(store, found).baseSubject().equals(subject));
    Stream<ConversationId> tag =
        Stream.of(hints.replyToken(), message.sender().address()).allMatch(Optional::isPresent)
            ? tokens
                .read(
                    store,
                    hints.replyToken().orElseThrow(),
                    message.sender().address().orElseThrow(),
                    message.origin().receivedAt())
                .filter(found -> conversations.find(store, found).isPresent())
                .stream()
            : Stream.empty();
    return Stream.of(inReplyTo, references, tag, children(store, hints.messageId()))
        .flatMap(found -> found)
        .distinct()
        .toList();
  }

  /// The conversation of the mail with that Message-ID, whoever wrote it.
  private Stream<ConversationId> holding(StoreId store, String messageId) {
    return Stream.concat(holding(store, messageId, "IN"), holding(store, messageId, "OUT"));
  }

  private Stream<ConversationId> holding(StoreId store, String messageId, String entry) {
    return jdbc
        .sql(
            """
            select distinct conversation_id
            from messages
            where store_id = :store and thread_id_hash = :hash and entry = :entry
              and conversation_id is not null
            limit 5
            """)
        .param("store", store.value())
        .param("entry", entry)
        .param("hash", MessagesTable.hash(messageId))
        .query((row, n) -> new ConversationId(row.getLong("conversation_id")))
        .list()
        .stream();
  }

  /// The conversations of mails that answer this one and were read before it.
  private Stream<ConversationId> children(StoreId store, String messageId) {
    if (messageId.isBlank()) {
      return Stream.empty();
    }
    return jdbc
        .sql(
            """
            select distinct conversation_id
            from messages
            where store_id = :store and thread_parent_hash = :hash and conversation_id is not null
            limit 5
            """)
        .param("store", store.value())
        .param("hash", MessagesTable.hash(messageId))
        .query((row, n) -> new ConversationId(row.getLong("conversation_id")))
        .list()
        .stream();
  }

  /// A customer takes part in their own conversations.
  private boolean takesPart(
      StoreId store, ConversationId candidate, Optional<CustomerId> customer) {
    return customer.isPresent()
        && conversations
            .find(store, candidate)
            .map(found -> found.party().customer().equals(customer.get()))
            .orElse(false);
  }

  /// Whether the conversation is the customer's of that address, for mails of the past that the
  /// store itself sent.
  Optional<Conversation> withCustomer(
      StoreId store, IncomingMessage.ThreadHints hints, CustomerId customer) {
    return Stream.concat(
            hints.references().reversed().stream()
                .filter(id -> !id.isBlank())
                .limit(MOST_HINTS)
                .flatMap(id -> holding(store, id)),
            children(store, hints.messageId()))
        .distinct()
        .filter(found -> takesPart(store, found, Optional.of(customer)))
        .findFirst()
        .flatMap(found -> conversations.lock(store, found));
  }
}
