package deskhand.conversations.chat;

import deskhand.conversations.ChannelKind;
import deskhand.conversations.Chats;
import deskhand.conversations.ConversationId;
import deskhand.conversations.Conversations;
import deskhand.conversations.IncomingMessage;
import deskhand.conversations.Kind;
import deskhand.conversations.MessageId;
import deskhand.conversations.MessageText;
import deskhand.conversations.Proven;
import deskhand.conversations.Received;
import deskhand.conversations.Shown;
import deskhand.store.EmailAddress;
import deskhand.store.StoreId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Chat and contact form over the one engine of conversations.
@Component
class VisitorChats implements Chats {
  private static final int TOKEN_BYTES = 32;
  private static final int LONGEST_TOKEN = 100;
  private static final int LONGEST_ID = 200;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_MESSAGE = 4_000;
  private static final int LONGEST_FORM = 10_000;
  private static final int MOST_LINES = 200;
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  private final Conversations conversations;
  private final Rows rows;
  private final ChatSettings settings;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  VisitorChats(
      Conversations conversations,
      Rows rows,
      ChatSettings settings,
      TransactionTemplate transaction,
      Clock clock) {
    this.conversations = conversations;
    this.rows = rows;
    this.settings = settings;
    this.transaction = transaction;
    this.clock = clock;
  }

  /// What the chat keeps of its own.
  @Component("chatRows")
  record Rows(VisitorsTable visitors, LimitsTable limits, Identities identities) {}

  @Override
  public Started start(StoreId store, Arrival arrival) {
    return transaction.execute(status -> {
      Instant now = clock.instant();
      rows.limits().forget(now);
      LimitsTable.Limit limit = new LimitsTable.Limit("start", HOUR, settings.starts());
      if (!rows.limits().allows(store, limit, LimitsTable.network(arrival.network()), now)) {
        return new Started.Refused(Refusal.TOO_MANY);
      }
      boolean proven =
          arrival
              .identity()
              .map(identity -> rows.identities().proves(store, identity, now))
              .orElse(false);
      if (arrival.identity().isPresent() && !proven) {
        return new Started.Refused(Refusal.WRONG_IDENTITY);
      }
      Optional<EmailAddress> address =
          proven ? arrival.identity().map(Identity::address) : arrival.address();
      byte[] token = new byte[TOKEN_BYTES];
      random.nextBytes(token);
      String text = Base64.getUrlEncoder().withoutPadding().encodeToString(token);
      rows.visitors()
          .add(
              store,
              hash(text),
              new Visitor(
                  name(arrival.name()),
                  address,
                  proven ? Proven.ACCOUNT : Proven.NOTHING,
                  Optional.empty()),
              now);
      return new Started.Begun(text);
    });
  }

  @Override
  public Posted post(StoreId store, String token, Post post) {
    Optional<Refusal> malformed = malformed(post.id(), post.text(), LONGEST_MESSAGE);
    if (malformed.isPresent()) {
      return new Posted.Refused(malformed.get());
    }
    return transaction.execute(status -> {
      Instant now = clock.instant();
      Optional<VisitorsTable.Known> visitor =
          token.length() > LONGEST_TOKEN
              ? Optional.empty()
              : rows.visitors().lock(store, hash(token), now.minus(settings.token()));
      if (visitor.isEmpty()) {
        return new Posted.Refused(Refusal.UNKNOWN_VISITOR);
      }
      return allowed(store, visitor.get(), post, now)
          ? take(store, visitor.get(), post, now)
          : new Posted.Refused(Refusal.TOO_MANY);
    });
  }

  private boolean allowed(StoreId store, VisitorsTable.Known visitor, Post post, Instant now) {
    return rows.limits()
            .allows(
                store,
                new LimitsTable.Limit("message", MINUTE, settings.messages()),
                visitor.key(),
                now)
        && rows.limits()
            .allows(
                store,
                new LimitsTable.Limit("network", MINUTE, settings.network()),
                LimitsTable.network(post.network()),
                now);
  }

  private Posted take(StoreId store, VisitorsTable.Known known, Post post, Instant now) {
    Visitor visitor = known.visitor();
    Received received =
        conversations.receive(
            new IncomingMessage(
                store,
                new IncomingMessage.Origin(
                    ChannelKind.CHAT,
                    known.key() + " " + post.id(),
                    now,
                    now,
                    new IncomingMessage.ThreadHints(
                        "", List.of(), Optional.empty(), visitor.conversation())),
                new IncomingMessage.Sender(
                    visitor.address(), visitor.name(), visitor.proven(), known.key()),
                MessageText.plain(post.text()),
                new IncomingMessage.Details("", Kind.MESSAGE, List.of(), List.of(), false)));
    Posted.Taken taken = taken(store, received);
    rows.visitors().wrote(known, taken.conversation(), now);
    return taken;
  }

  private Posted.Taken taken(StoreId store, Received received) {
    return switch (received) {
      case Received.Stored(ConversationId conversation, MessageId message) ->
          new Posted.Taken(conversation, message, number(store, message));
      case Received.Duplicate(ConversationId conversation, MessageId message) ->
          new Posted.Taken(conversation, message, number(store, message));
    };
  }

  private long number(StoreId store, MessageId message) {
    return conversations.shownAs(store, message).orElse(0L);
  }

  @Override
  public Optional<List<Line>> lines(StoreId store, String token, long after) {
    return visitor(store, token)
        .map(visitor ->
            visitor
                .conversation()
                .map(id -> conversations.shown(store, id, after, MOST_LINES))
                .orElse(List.of())
                .stream()
                .map(VisitorChats::line)
                .toList());
  }

  private static Line line(Shown shown) {
    return new Line(
        shown.number(),
        shown.message().author(),
        shown.message().content().text().visible(),
        shown.message().at(),
        shown.message().sentences());
  }

  @Override
  public Optional<Visitor> visitor(StoreId store, String token) {
    return token.length() > LONGEST_TOKEN
        ? Optional.empty()
        : rows.visitors()
            .find(store, hash(token), clock.instant().minus(settings.token()))
            .map(VisitorsTable.Known::visitor);
  }

  @Override
  public Posted form(StoreId store, Form form) {
    Optional<Refusal> malformed = malformed(form.id(), form.text(), LONGEST_FORM);
    if (malformed.isPresent()) {
      return new Posted.Refused(malformed.get());
    }
    return transaction.execute(status -> {
      Instant now = clock.instant();
      LimitsTable.Limit limit = new LimitsTable.Limit("form", HOUR, settings.forms());
      if (!rows.limits().allows(store, limit, LimitsTable.network(form.network()), now)) {
        return new Posted.Refused(Refusal.TOO_MANY);
      }
      return taken(
          store,
          conversations.receive(
              new IncomingMessage(
                  store,
                  new IncomingMessage.Origin(
                      ChannelKind.FORM,
                      form.id() + " " + form.address(),
                      now,
                      now,
                      IncomingMessage.ThreadHints.none()),
                  new IncomingMessage.Sender(
                      Optional.of(form.address()), name(form.name()), Proven.NOTHING, ""),
                  MessageText.plain(form.text()),
                  new IncomingMessage.Details(
                      form.subject(), Kind.MESSAGE, List.of(), List.of(), false))));
    });
  }

  @Override
  public String newIdentitySecret(StoreId store) {
    return transaction.execute(status -> rows.identities().renew(store, clock.instant()));
  }

  private static Optional<Refusal> malformed(String id, String text, int longest) {
    if (id.isBlank() || id.length() > LONGEST_ID) {
      return Optional.of(Refusal.NO_ID);
    }
    if (text.isBlank()) {
      return Optional.of(Refusal.EMPTY);
    }
    return text.length() > longest ? Optional.of(Refusal.TOO_LONG) : Optional.empty();
  }

  private static String name(String given) {
    String line = given.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return line.substring(0, Math.min(line.length(), LONGEST_NAME));
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException broken) {
      throw new IllegalStateException("this Java has no SHA-256", broken);
    }
  }
}
