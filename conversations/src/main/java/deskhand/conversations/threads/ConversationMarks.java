package deskhand.conversations.threads;

import static java.time.ZoneOffset.UTC;

import deskhand.conversations.Author;
import deskhand.conversations.Conversation;
import deskhand.conversations.ConversationId;
import deskhand.conversations.IncomingMessage;
import deskhand.conversations.Purpose;
import deskhand.store.EmailAddress;
import deskhand.store.StoreId;
import java.sql.Types;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the inbox's lists show and search of a conversation, kept in its own row, so that no list
/// has to look into messages.
@Component
public class ConversationMarks {
  /// Lexemes of one conversation that can be searched for; a row stays small however long it gets.
  private static final int MOST_WORDS = 20_000;

  private final JdbcClient jdbc;

  ConversationMarks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A message was added: what the list shows of it, and its words.
  public void wrote(Conversation conversation, String text, boolean fromCustomer, Instant at) {
    jdbc.sql(
            """
            update conversations
            set last_text = case when :at >= last_at then :text else last_text end,
              last_from_customer =
                case when :at >= last_at then :customer else last_from_customer end,
              last_at = greatest(last_at, :at), started_at = least(started_at, :at),
              words = case
                when length(words) > :most then words
                else words || strip(to_tsvector('simple', :words)) end
            where store_id = :store and conversation_id = :conversation
            """)
        .param("at", at.atOffset(UTC))
        .param("text", StoredText.preview(text))
        .param("customer", fromCustomer)
        .param("most", MOST_WORDS)
        .param("words", StoredText.words(text))
        .param("store", conversation.store().value())
        .param("conversation", conversation.id().value())
        .update();
  }

  /// Who the newest sender is. What the conversation counts as proven is the weakest of its
  /// undecided messages, so that a stranger's message never profits from an earlier one.
  public void heardFrom(
      Conversation conversation, IncomingMessage.Sender sender, boolean undecided) {
    jdbc.sql(
            """
            update conversations
            set name = case when :name = '' then name else :name end,
              address = coalesce(:address, address),
              proven = case
                when not undecided then :proven
                when proven = 'NOTHING' or :proven = 'NOTHING' then 'NOTHING'
                when proven = 'ADDRESS' or :proven = 'ADDRESS' then 'ADDRESS'
                else 'ACCOUNT' end,
              undecided = undecided or :undecided
            where store_id = :store and conversation_id = :conversation
            """)
        .param("name", StoredText.line(sender.name(), StoredText.LINE))
        .param("address", sender.address().map(EmailAddress::value).orElse(null), Types.VARCHAR)
        .param("proven", sender.proven().name())
        .param("undecided", undecided)
        .param("store", conversation.store().value())
        .param("conversation", conversation.id().value())
        .update();
  }

  /// Whether the assistant answers it by itself: its replies count until a person writes.
  public void answered(Conversation conversation, Author author, Purpose purpose) {
    boolean byItself = author instanceof Author.Assistant && purpose == Purpose.REPLY;
    if (!byItself && !author.isPerson()) {
      return;
    }
    jdbc.sql(
            """
            update conversations
            set by_itself = :itself and not person_has_it
            where store_id = :store and conversation_id = :conversation
            """)
        .param("itself", byItself)
        .param("store", conversation.store().value())
        .param("conversation", conversation.id().value())
        .update();
  }

  /// Makes the marks of the list again from the outbox: whether the newest message was held back by
  /// a rule, and whether any is in doubt.
  public void flag(StoreId store, ConversationId conversation) {
    jdbc.sql(
            """
            update conversations
            set in_doubt = exists (
                select 1
                from outbox o
                where o.conversation_id = :conversation and o.state = 'IN_DOUBT'),
              held_back = coalesce((
                select o.state in ('REFUSED', 'DEFERRED') and o.rule not in ('', 'taken back')
                from outbox o
                where o.conversation_id = :conversation
                order by o.message_id desc
                limit 1), false)
            where store_id = :store and conversation_id = :conversation
            """)
        .param("store", store.value())
        .param("conversation", conversation.value())
        .update();
  }
}
