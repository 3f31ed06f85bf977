package deskhand.conversations.receiving;

import deskhand.conversations.Author;
import deskhand.conversations.DeliveryFailed;
import deskhand.conversations.Entry;
import deskhand.conversations.MailReading;
import deskhand.conversations.MessageId;
import deskhand.conversations.outbox.OutboxTable;
import deskhand.conversations.threads.MessagesTable;
import deskhand.conversations.threads.Rows;
import deskhand.conversations.threads.StoredText;
import deskhand.conversations.threads.Touched;
import deskhand.store.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Notes what came back of a mail of ours: bounces (RFC 3464) and complaints (RFC 5965). Only for
/// mails that we sent to that recipient: a report that names none of them changes nothing.
@Component
class Returns {
  private final JdbcClient jdbc;
  private final Rows rows;
  private final OutboxTable outbox;
  private final Touched touched;
  private final ApplicationEventPublisher events;

  Returns(
      JdbcClient jdbc,
      Rows rows,
      OutboxTable outbox,
      Touched touched,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.outbox = outbox;
    this.touched = touched;
    this.events = events;
  }

  void note(MailIntake.Read read, Instant now) {
    MailReading.Nature nature = read.mail().nature();
    switch (nature.kind()) {
      case BOUNCE -> ours(read).ifPresent(row -> bounced(row, nature.bounces(), now));
      case COMPLAINT ->
          ours(read)
              .ifPresent(row -> happened(row, Entry.Event.What.COMPLAINED, address(row), now));
      case MESSAGE, AUTOMATIC, DELIVERY_NOTICE, LIST, READ_RECEIPT -> {}
    }
  }

  private void bounced(OutboxTable.Row row, List<MailReading.Bounce> bounces, Instant now) {
    bounces.stream()
        .filter(MailReading.Bounce::permanent)
        .filter(bounce -> bounce.recipient().strip().equalsIgnoreCase(address(row)))
        .findFirst()
        .ifPresent(bounce -> {
          String status = StoredText.line(bounce.status(), 20);
          if (outbox.bounced(row.task(), "came back: " + status)) {
            happened(row, Entry.Event.What.BOUNCED, address(row) + " " + status, now);
            events.publishEvent(
                new DeliveryFailed(row.store(), row.message(), false, "came back: " + status));
          }
        });
  }

  private static String address(OutboxTable.Row row) {
    return row.target().address().map(Object::toString).orElse("");
  }

  private void happened(OutboxTable.Row row, Entry.Event.What what, String detail, Instant now) {
    touched.store(row.store());
    row.conversation()
        .flatMap(id -> rows.conversations().lock(row.store(), id))
        .ifPresent(conversation -> {
          rows.messages()
              .addEvent(conversation, new Author.Program(), new Entry.Event(what, detail), now);
          if (what == Entry.Event.What.BOUNCED) {
            rows.conversations().unanswered(conversation);
          }
          rows.marks().flag(row.store(), conversation.id());
          touched.conversation(row.store(), conversation.id());
        });
  }

  /// The mail of ours that the report is about: the last reference that names one.
  private Optional<OutboxTable.Row> ours(MailIntake.Read read) {
    return read.mail().headers().references().reversed().stream()
        .filter(id -> !id.isBlank())
        .limit(30)
        .flatMap(id -> sent(read.store(), id).stream())
        .findFirst();
  }

  private Optional<OutboxTable.Row> sent(StoreId store, String messageId) {
    return jdbc.sql(
            """
            select message_id
            from messages
            where store_id = :store and thread_id_hash = :hash and entry = 'OUT'
            limit 1
            """)
        .param("store", store.value())
        .param("hash", MessagesTable.hash(messageId))
        .query((row, n) -> new MessageId(row.getLong("message_id")))
        .optional()
        .flatMap(message -> outbox.find(store, message));
  }
}
