package deskhand.conversations.outbox;

import deskhand.conversations.Author;
import deskhand.conversations.ChannelKind;
import deskhand.conversations.Conversation;
import deskhand.conversations.DeliveryFailed;
import deskhand.conversations.Entry;
import deskhand.conversations.Message;
import deskhand.conversations.MessageRefused;
import deskhand.conversations.MessageSent;
import deskhand.conversations.threads.Rows;
import deskhand.conversations.threads.Workplace;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Records each step of a delivery, with the ledger, the conversation and the events that belong to
/// it, in one transaction each.
@Component
class Outcomes {
  private final Rows rows;
  private final OutboxTable outbox;
  private final LedgerTable ledger;
  private final Workplace workplace;
  private final ApplicationEventPublisher events;

  Outcomes(
      Rows rows,
      OutboxTable outbox,
      LedgerTable ledger,
      Workplace workplace,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.outbox = outbox;
    this.ledger = ledger;
    this.workplace = workplace;
    this.events = events;
  }

  /// The row as it is now being attempted; empty where the stop or somebody else was first.
  Optional<OutboxTable.Row> claim(OutboxTable.Row row, Rules.Word word) {
    return inTransaction(
        row,
        (conversation, now) -> {
          if (!outbox.claim(row.task(), now)) {
            return Optional.empty();
          }
          ledger.add(row, LedgerTable.Asked.DELIVERY, word.lines(), now);
          return outbox.find(row.store(), row.message());
        });
  }

  Optional<Instant> deferred(OutboxTable.Row row, Rules.Word word, Instant until, String reason) {
    return inTransaction(
        row,
        (conversation, now) -> {
          boolean news =
              !row.standing().rule().equals(word.rule()) || !row.standing().reason().equals(reason);
          boolean waits =
              outbox.judged(
                  row.task(),
                  Message.Delivery.Step.DEFERRED,
                  new OutboxTable.Word(word.rule(), reason),
                  now,
                  until);
          if (waits && news) {
            ledger.add(row, LedgerTable.Asked.DELIVERY, word.lines(), now);
            changed(row, conversation);
          }
          return waits ? Optional.of(until) : Optional.empty();
        });
  }

  void refused(OutboxTable.Row row, Rules.Word word, String reason) {
    inTransaction(
        row,
        (conversation, now) -> {
          boolean waited =
              outbox.judged(
                  row.task(),
                  Message.Delivery.Step.REFUSED,
                  new OutboxTable.Word(word.rule(), reason),
                  now,
                  null);
          if (waited) {
            ledger.add(row, LedgerTable.Asked.DELIVERY, word.lines(), now);
            happened(conversation, Entry.Event.What.REFUSED, word.rule() + ": " + reason, now);
            changed(row, conversation);
            events.publishEvent(
                new MessageRefused(
                    row.store(), row.message(), row.conversation(), word.rule(), reason));
          }
          return Optional.empty();
        });
  }

  void sent(OutboxTable.Row attempt) {
    inTransaction(
        attempt,
        (conversation, now) -> {
          if (outbox.attempted(attempt, Message.Delivery.Step.SENT, "", now, now)) {
            arrived(attempt, conversation);
            changed(attempt, conversation);
          }
          return Optional.empty();
        });
  }

  /// What follows from its being sent, in the transaction that says so: a chat's visitor sees it,
  /// and whoever waits for it is told.
  void arrived(OutboxTable.Row row, Optional<Conversation> conversation) {
    if (row.target().channel() == ChannelKind.CHAT) {
      conversation.ifPresent(chat ->
          rows.messages()
              .show(
                  row.store(),
                  row.message(),
                  rows.conversations().nextShown(row.store(), chat.id())));
    }
    events.publishEvent(
        new MessageSent(
            row.store(), row.message(), row.business().purpose(), row.business().key()));
  }

  void failed(OutboxTable.Row attempt, String reason, boolean inDoubt) {
    inTransaction(
        attempt,
        (conversation, now) -> {
          Message.Delivery.Step step =
              inDoubt ? Message.Delivery.Step.IN_DOUBT : Message.Delivery.Step.FAILED;
          if (outbox.attempted(attempt, step, reason, now, now)) {
            happened(
                conversation,
                inDoubt ? Entry.Event.What.IN_DOUBT : Entry.Event.What.FAILED,
                reason,
                now);
            if (!inDoubt) {
              conversation.ifPresent(rows.conversations()::unanswered);
            }
            changed(attempt, conversation);
            events.publishEvent(
                new DeliveryFailed(attempt.store(), attempt.message(), inDoubt, reason));
          }
          return Optional.empty();
        });
  }

  void postponed(OutboxTable.Row attempt, Instant again, String reason) {
    inTransaction(
        attempt,
        (conversation, now) -> {
          if (outbox.attempted(attempt, Message.Delivery.Step.DEFERRED, reason, now, again)) {
            changed(attempt, conversation);
          }
          return Optional.empty();
        });
  }

  @FunctionalInterface
  private interface Change<T> {
    Optional<T> make(Optional<Conversation> conversation, Instant now);
  }

  /// The conversation is locked first, as everywhere.
  private <T> Optional<T> inTransaction(OutboxTable.Row row, Change<T> change) {
    return workplace
        .transaction()
        .execute(status ->
            change.make(
                row.conversation().flatMap(id -> rows.conversations().lock(row.store(), id)),
                workplace.clock().instant()));
  }

  private void happened(
      Optional<Conversation> conversation, Entry.Event.What what, String detail, Instant now) {
    conversation.ifPresent(found ->
        rows.messages().addEvent(found, new Author.Program(), new Entry.Event(what, detail), now));
  }

  private void changed(OutboxTable.Row row, Optional<Conversation> conversation) {
    workplace.touched().store(row.store());
    conversation.ifPresent(found -> {
      rows.marks().flag(row.store(), found.id());
      workplace.touched().conversation(row.store(), found.id());
    });
  }
}
