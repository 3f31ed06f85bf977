package deskhand.conversations.outbox;

import deskhand.conversations.ChannelKind;
import deskhand.conversations.Conversation;
import deskhand.conversations.ConversationId;
import deskhand.conversations.CustomerId;
import deskhand.conversations.IncomingMessage;
import deskhand.conversations.Message;
import deskhand.conversations.MessageId;
import deskhand.conversations.OutgoingMessage;
import deskhand.conversations.Proven;
import deskhand.conversations.SendResult;
import deskhand.conversations.SendingRule;
import deskhand.conversations.threads.ConversationsTable;
import deskhand.conversations.threads.MessagesTable;
import deskhand.conversations.threads.Rows;
import deskhand.conversations.threads.Sha256;
import deskhand.conversations.threads.Workplace;
import deskhand.store.EmailAddress;
import deskhand.store.StoreId;
import deskhand.store.Task;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The one door out: writes what is given to it, once for each business key, asks the rules, and
/// schedules the delivery. All in the caller's transaction where there is one.
@Component
public class Outbox {
  /// The task that delivers one message; its key is the message's number.
  static final String DELIVER = "deliver message";

  static final String DUPLICATE = "given before";

  private final Rows rows;
  private final Door door;
  private final Workplace workplace;
  private final AfterSending after;
  private final OutboxSettings settings;
  private final SecureRandom random = new SecureRandom();

  Outbox(Rows rows, Door door, Workplace workplace, AfterSending after, OutboxSettings settings) {
    this.rows = rows;
    this.door = door;
    this.workplace = workplace;
    this.after = after;
    this.settings = settings;
  }

  /// What stands at the door.
  @Component
  record Door(OutboxTable outbox, LedgerTable ledger, Rules rules, Dispatching dispatching) {}

  public SendResult send(OutgoingMessage message, Instant notBefore) {
    return workplace
        .transaction()
        .execute(status -> {
          Instant now = workplace.clock().instant();
          byte[] key =
              Sha256.of(message.purpose().name(), message.key(), recipient(message.destination()));
          if (!rows.keys().claimGiven(message.store(), key, now)) {
            return givenBefore(message.store(), rows.keys().given(message.store(), key), now);
          }
          Route route = route(message, now);
          OutboxTable.Row row =
              write(message, route, now, notBefore.isAfter(now) ? notBefore : now);
          rows.keys().given(message.store(), key, row.message());
          Rules.Word word = door.rules().ask(door.dispatching().of(row, now), now);
          door.ledger().add(row, LedgerTable.Asked.GIVEN, word.lines(), now);
          SendResult result = apply(row, word, now);
          route
              .conversation()
              .ifPresent(conversation ->
                  after.apply(
                      conversation, new AfterSending.Given(message, row.message(), result), now));
          return result;
        });
  }

  private static String recipient(OutgoingMessage.Destination destination) {
    return switch (destination) {
      case OutgoingMessage.Destination.InConversation(ConversationId id) -> "conversation " + id;
      case OutgoingMessage.Destination.ByEmail(EmailAddress address, String name) ->
          address.value();
    };
  }

  private SendResult givenBefore(StoreId store, Optional<MessageId> message, Instant now) {
    OutboxTable.Row row = message.flatMap(id -> door.outbox().find(store, id)).orElse(null);
    if (row == null) {
      return new SendResult.Refused(DUPLICATE, "the same message was given before, and erased");
    }
    door.ledger()
        .add(
            row,
            LedgerTable.Asked.GIVEN,
            List.of(new LedgerTable.Line(DUPLICATE, "refuse", "the same key was given before")),
            now);
    return row.standing().step() == Message.Delivery.Step.REFUSED
        ? new SendResult.Refused(row.standing().rule(), row.standing().reason())
        : new SendResult.AlreadyGiven(row.message());
  }

  /// Which way a message goes, and in which conversation, which is locked.
  private record Route(
      Optional<Conversation> conversation, OutboxTable.Target target, boolean begins) {}

  private Route route(OutgoingMessage message, Instant now) {
    return switch (message.destination()) {
      case OutgoingMessage.Destination.InConversation(ConversationId id) -> {
        Conversation conversation =
            rows.conversations()
                .lock(message.store(), id)
                .orElseThrow(() -> new IllegalArgumentException("no conversation " + id));
        Conversation.Party party = conversation.party();
        ChannelKind channel =
            party.channel() == ChannelKind.CHAT ? ChannelKind.CHAT : ChannelKind.EMAIL;
        yield new Route(
            Optional.of(conversation),
            new OutboxTable.Target(
                channel,
                channel == ChannelKind.CHAT ? Optional.empty() : party.address(),
                party.name()),
            false);
      }
      case OutgoingMessage.Destination.ByEmail(EmailAddress address, String name) ->
          new Route(
              begin(message, address, name, now),
              new OutboxTable.Target(ChannelKind.EMAIL, Optional.of(address), name),
              true);
    };
  }

  private Optional<Conversation> begin(
      OutgoingMessage message, EmailAddress address, String name, Instant now) {
    return switch (message.purpose()) {
      case STAFF, SUPPLIER -> Optional.empty();
      case REPLY, NOTICE, TRANSACTIONAL, FEEDBACK, MARKETING -> {
        CustomerId customer = rows.customers().findOrAdd(message.store(), address, name, now);
        ConversationId fresh =
            rows.conversations()
                .add(
                    new ConversationsTable.Beginning(
                        message.store(),
                        new Conversation.Party(
                            customer,
                            name,
                            Optional.of(address),
                            ChannelKind.EMAIL,
                            Proven.NOTHING),
                        "",
                        message.content().subject(),
                        message.author().isPerson()
                            ? Conversation.State.WAITING
                            : Conversation.State.CLOSED,
                        now,
                        false,
                        Optional.empty()));
        yield rows.conversations().lock(message.store(), fresh);
      }
    };
  }

  private OutboxTable.Row write(
      OutgoingMessage message, Route route, Instant now, Instant notBefore) {
    OutgoingMessage.Content given = message.content();
    boolean mail = route.target().channel() == ChannelKind.EMAIL;
    String subject =
        given.subject().isBlank() && mail
            ? route.conversation().map(Outbox::answering).orElse("")
            : given.subject();
    List<String> references =
        route.begins() || !mail
            ? List.of()
            : door.dispatching()
                .references(message.store(), route.conversation().orElseThrow().id());
    MessageId stored =
        rows.messages()
            .add(
                new MessagesTable.Leaving(
                    message.store(),
                    route.conversation().map(Conversation::id),
                    message.author(),
                    route.target().address(),
                    route.target().channel(),
                    new OutgoingMessage.Content(
                        subject, given.text(), given.sentences(), given.references()),
                    now,
                    new IncomingMessage.ThreadHints(
                        mail ? messageId(message.store()) : "",
                        references,
                        Optional.empty(),
                        Optional.empty())));
    rows.sentences().add(message.store(), stored, given.sentences());
    OutboxTable.Row row =
        new OutboxTable.Row(
            message.store(),
            stored,
            route.conversation().map(Conversation::id),
            new OutboxTable.Business(
                message.purpose(), message.key(), message.automatic(), given.references()),
            route.target(),
            new OutboxTable.Standing(
                Message.Delivery.Step.QUEUED,
                "",
                "",
                new OutboxTable.Clock(
                    now,
                    notBefore,
                    message.automatic()
                        ? Optional.of(notBefore.plus(settings.age().of(message.purpose())))
                        : Optional.empty()),
                new OutboxTable.Attempts(0, 0)));
    door.outbox().add(row);
    return row;
  }

  private static String answering(Conversation conversation) {
    String subject = conversation.about().subject();
    return subject.isBlank() ? "Re: your message" : "Re: " + subject;
  }

  /// Unguessable, so that only who got the mail can name it (RFC 5322 section 3.6.4).
  private String messageId(StoreId store) {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    String domain = workplace.stores().get(store).profile().supportAddress().domain();
    return "<" + HexFormat.of().formatHex(bytes) + "@" + domain + ">";
  }

  private SendResult apply(OutboxTable.Row row, Rules.Word word, Instant now) {
    OutboxTable.Task task = row.task();
    return switch (word.verdict()) {
      case SendingRule.Verdict.Allow() -> {
        deliverAt(task, row.standing().clock().notBefore());
        yield new SendResult.Queued(row.message());
      }
      case SendingRule.Verdict.Defer(Instant until, String reason) -> {
        Instant later = until.isAfter(now) ? until : now.plusSeconds(1);
        Instant notBefore =
            later.isAfter(row.standing().clock().notBefore())
                ? later
                : row.standing().clock().notBefore();
        door.outbox()
            .judged(
                task,
                Message.Delivery.Step.DEFERRED,
                new OutboxTable.Word(word.rule(), reason),
                now,
                notBefore);
        deliverAt(task, notBefore);
        yield new SendResult.Deferred(row.message(), notBefore, word.rule(), reason);
      }
      case SendingRule.Verdict.Refuse(String reason) -> {
        door.outbox()
            .judged(
                task,
                Message.Delivery.Step.REFUSED,
                new OutboxTable.Word(word.rule(), reason),
                now,
                null);
        yield new SendResult.Refused(word.rule(), reason);
      }
    };
  }

  private void deliverAt(OutboxTable.Task task, Instant at) {
    workplace.tasks().schedule(DELIVER, Task.Key.of(task.store(), task.message().value()), at);
  }
}
