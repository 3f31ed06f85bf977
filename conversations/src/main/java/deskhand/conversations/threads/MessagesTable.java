package deskhand.conversations.threads;

import static java.time.ZoneOffset.UTC;

import deskhand.conversations.Attachment;
import deskhand.conversations.Author;
import deskhand.conversations.ChannelKind;
import deskhand.conversations.Conversation;
import deskhand.conversations.ConversationId;
import deskhand.conversations.Entry;
import deskhand.conversations.IncomingMessage;
import deskhand.conversations.MessageId;
import deskhand.conversations.OutgoingMessage;
import deskhand.store.EmailAddress;
import deskhand.store.StoreId;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Writes the rows of `messages`; [MessageReading] reads them.
@Component
public class MessagesTable {
  private static final int MOST_REFERENCES = 50;

  private final JdbcClient jdbc;

  MessagesTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Where a message came in.
  ///
  /// @param undecided somebody has to decide about it
  /// @param shown its number in what the chat visitor sees; absent for mail
  public record Arrival(
      ConversationId conversation, Author author, boolean undecided, @Nullable Long shown) {}

  public MessageId add(IncomingMessage message, Arrival arrival) {
    IncomingMessage.Origin origin = message.origin();
    IncomingMessage.Details details = message.details();
    AuthorColumns author = AuthorColumns.of(arrival.author());
    List<String> references = bounded(origin.thread().references());
    return jdbc.sql(
            """
            insert into messages (store_id, conversation_id, entry, author, author_id, author_name,
              peer, channel, subject, visible, signature, elided, html, kind, reasons, proven,
              sent_at, at, decided, silent, shown,
              thread_id, thread_id_hash, thread_references, thread_parent_hash)
            values (:store, :conversation, 'IN', :author, :authorId, :authorName,
              :peer, :channel, :subject, :visible, :signature, :elided, :html, :kind, :reasons, :proven,
              :sentAt, :at, :decided, :silent, :shown,
              :threadId, :threadHash, :references, :parentHash)
            returning message_id
            """)
        .param("store", message.store().value())
        .param("conversation", arrival.conversation().value())
        .param("author", author.author())
        .param("authorId", author.id(), Types.BIGINT)
        .param("authorName", author.name())
        .param(
            "peer", message.sender().address().map(EmailAddress::value).orElse(null), Types.VARCHAR)
        .param("channel", origin.channel().name())
        .param("subject", StoredText.line(details.subject(), StoredText.LINE))
        .param("visible", StoredText.of(message.text().visible(), StoredText.TEXT))
        .param("signature", StoredText.of(message.text().signature(), StoredText.TEXT))
        .param("elided", StoredText.of(message.text().elided(), StoredText.TEXT))
        .param("html", html(message.text().html()), Types.VARCHAR)
        .param("kind", details.kind().name())
        .param("reasons", reasons(details.reasons()))
        .param("proven", message.sender().proven().name())
        .param("sentAt", origin.sentAt().atOffset(UTC))
        .param("at", origin.receivedAt().atOffset(UTC))
        .param("decided", !arrival.undecided())
        .param("silent", details.silent())
        .param("shown", arrival.shown(), Types.BIGINT)
        .param("threadId", header(origin.thread().messageId()))
        .param("threadHash", hash(origin.thread().messageId()), Types.BINARY)
        .param("references", references.toArray(String[]::new))
        .param("parentHash", parent(origin.thread().references()), Types.BINARY)
        .query((row, n) -> new MessageId(row.getLong("message_id")))
        .single();
  }

  /// A message that goes out.
  ///
  /// @param conversation absent for mail to staff and suppliers
  /// @param peer the recipient's address; absent for chat
  /// @param thread Message-ID and references of the mail; empty for chat
  public record Leaving(
      StoreId store,
      Optional<ConversationId> conversation,
      Author author,
      Optional<EmailAddress> peer,
      ChannelKind channel,
      OutgoingMessage.Content content,
      Instant at,
      IncomingMessage.ThreadHints thread) {}

  public MessageId add(Leaving message) {
    AuthorColumns author = AuthorColumns.of(message.author());
    return jdbc.sql(
            """
            insert into messages (store_id, conversation_id, entry, author, author_id, author_name,
              peer, channel, subject, visible, at,
              thread_id, thread_id_hash, thread_references, thread_parent_hash)
            values (:store, :conversation, 'OUT', :author, :authorId, :authorName,
              :peer, :channel, :subject, :visible, :at,
              :threadId, :threadHash, :references, :parentHash)
            returning message_id
            """)
        .param("store", message.store().value())
        .param(
            "conversation",
            message.conversation().map(ConversationId::value).orElse(null),
            Types.BIGINT)
        .param("author", author.author())
        .param("authorId", author.id(), Types.BIGINT)
        .param("authorName", author.name())
        .param("peer", message.peer().map(EmailAddress::value).orElse(null), Types.VARCHAR)
        .param("channel", message.channel().name())
        .param("subject", StoredText.line(message.content().subject(), StoredText.LINE))
        .param("visible", StoredText.of(message.content().text(), StoredText.TEXT))
        .param("at", message.at().atOffset(UTC))
        .param("threadId", header(message.thread().messageId()))
        .param("threadHash", hash(message.thread().messageId()), Types.BINARY)
        .param("references", bounded(message.thread().references()).toArray(String[]::new))
        .param("parentHash", parent(message.thread().references()), Types.BINARY)
        .query((row, n) -> new MessageId(row.getLong("message_id")))
        .single();
  }

  public MessageId addNote(Conversation conversation, Author author, String text, Instant at) {
    return addLine(conversation, author, "NOTE", StoredText.of(text, StoredText.TEXT), null, at);
  }

  public MessageId addEvent(Conversation conversation, Author by, Entry.Event event, Instant at) {
    return addLine(conversation, by, "EVENT", "", event, at);
  }

  private MessageId addLine(
      Conversation conversation,
      Author author,
      String entry,
      String text,
      Entry.@Nullable Event event,
      Instant at) {
    AuthorColumns columns = AuthorColumns.of(author);
    return jdbc.sql(
            """
            insert into messages (store_id, conversation_id, entry, author, author_id, author_name,
              channel, visible, event, event_detail, at)
            values (:store, :conversation, :entry, :author, :authorId, :authorName,
              :channel, :visible, :event, :detail, :at)
            returning message_id
            """)
        .param("store", conversation.store().value())
        .param("conversation", conversation.id().value())
        .param("entry", entry)
        .param("author", columns.author())
        .param("authorId", columns.id(), Types.BIGINT)
        .param("authorName", columns.name())
        .param("channel", conversation.party().channel().name())
        .param("visible", text)
        .param("event", event == null ? null : event.what().name(), Types.VARCHAR)
        .param("detail", event == null ? "" : StoredText.line(event.detail(), StoredText.LINE))
        .param("at", at.atOffset(UTC))
        .query((row, n) -> new MessageId(row.getLong("message_id")))
        .single();
  }

  /// Decides everything up to that message; answers whether undecided ones are left.
  public boolean decide(StoreId store, ConversationId conversation, MessageId upTo) {
    jdbc.sql(
            """
            update messages
            set decided = true
            where store_id = :store and conversation_id = :conversation
              and message_id <= :upTo and not decided
            """)
        .param("store", store.value())
        .param("conversation", conversation.value())
        .param("upTo", upTo.value())
        .update();
    return jdbc.sql(
            """
            select exists (
              select 1
              from messages
              where store_id = :store and conversation_id = :conversation and not decided) as more
            """)
        .param("store", store.value())
        .param("conversation", conversation.value())
        .query((row, n) -> row.getBoolean("more"))
        .single();
  }

  /// From now on the chat visitor sees it, under that number.
  public void show(StoreId store, MessageId message, long number) {
    jdbc.sql(
            """
            update messages
            set shown = :number
            where store_id = :store and message_id = :message and shown is null
            """)
        .param("number", number)
        .param("store", store.value())
        .param("message", message.value())
        .update();
  }

  public void attach(StoreId store, MessageId message, Collection<Attachment> attachments) {
    for (Attachment attachment : attachments) {
      jdbc.sql(
              """
              insert into attachments (store_id, message_id, filename, type, size, content)
              values (:store, :message, :filename, :type, :size, :content)
              """)
          .param("store", store.value())
          .param("message", message.value())
          .param("filename", StoredText.line(attachment.filename(), StoredText.LINE))
          .param("type", StoredText.line(attachment.type(), StoredText.LINE))
          .param("size", attachment.size())
          .param("content", attachment.content())
          .update();
    }
  }

  public static byte @Nullable [] hash(String header) {
    return header.isBlank() ? null : Sha256.of(header.strip());
  }

  private static byte @Nullable [] parent(List<String> references) {
    return references.isEmpty() ? null : hash(references.getLast());
  }

  /// A header that is too long to be written into a mail of ours is found by its hash alone.
  private static String header(String messageId) {
    String stored = StoredText.of(messageId.strip(), StoredText.HEADER + 1);
    return stored.length() > StoredText.HEADER ? "" : stored;
  }

  private static List<String> bounded(List<String> references) {
    return references.stream()
        .skip(Math.max(0, references.size() - MOST_REFERENCES))
        .map(MessagesTable::header)
        .filter(reference -> !reference.isEmpty())
        .toList();
  }

  private static String[] reasons(List<String> reasons) {
    return reasons.stream()
        .limit(100)
        .map(reason -> StoredText.line(reason, StoredText.LINE))
        .toArray(String[]::new);
  }

  /// Half a page could be unsafe: what is too long is not kept as HTML at all.
  private static @Nullable String html(@Nullable String html) {
    return html == null || html.length() > 4 * StoredText.TEXT
        ? null
        : StoredText.of(html, 4 * StoredText.TEXT);
  }
}
