package deskhand.conversations;

import deskhand.store.EmailAddress;
import deskhand.store.OpeningHours;
import deskhand.store.Store;
import deskhand.store.StoreId;
import deskhand.store.StoreMode;
import deskhand.store.Stores;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/// A store of a test, and the messages that its customers write.
public record Shop(StoreId store, Conversations conversations) {
  private static final AtomicLong NUMBER = new AtomicLong();

  public static Shop open(Stores stores, Conversations conversations, StoreMode mode) {
    return new Shop(
        stores.create(
            new Store.Profile(
                "Tern & Tide",
                "tern.example",
                new EmailAddress("help@tern.example"),
                "NL",
                new Store.Habits(
                    ZoneId.of("Europe/Amsterdam"),
                    Locale.ENGLISH,
                    Currency.getInstance("EUR"),
                    OpeningHours.unknown())),
            mode),
        conversations);
  }

  public static String unique(String text) {
    return text + "-" + NUMBER.incrementAndGet();
  }

  /// A mail under construction.
  public Mail mail(String from, String text) {
    return new Mail(
        this,
        from,
        text,
        "About my order",
        "<" + unique("mail") + "@mua.example>",
        List.of(),
        Kind.MESSAGE,
        Proven.ADDRESS,
        Optional.empty(),
        false);
  }

  public record Mail(
      Shop shop,
      String from,
      String text,
      String subject,
      String messageId,
      List<String> references,
      Kind kind,
      Proven proven,
      Optional<String> tag,
      boolean silent) {

    public Mail subject(String other) {
      return new Mail(shop, from, text, other, messageId, references, kind, proven, tag, silent);
    }

    public Mail messageId(String other) {
      return new Mail(shop, from, text, subject, other, references, kind, proven, tag, silent);
    }

    public Mail references(String... ids) {
      return new Mail(
          shop, from, text, subject, messageId, List.of(ids), kind, proven, tag, silent);
    }

    public Mail kind(Kind other) {
      return new Mail(shop, from, text, subject, messageId, references, other, proven, tag, silent);
    }

    public Mail proven(Proven other) {
      return new Mail(shop, from, text, subject, messageId, references, kind, other, tag, silent);
    }

    public Mail tag(String other) {
      return new Mail(
          shop,
          from,
          text,
          subject,
          messageId,
          references,
          kind,
          proven,
          Optional.of(other),
          silent);
    }

    public Mail silently() {
      return new Mail(shop, from, text, subject, messageId, references, kind, proven, tag, true);
    }

    public IncomingMessage at(Instant at) {
      return new IncomingMessage(
          shop.store(),
          new IncomingMessage.Origin(
              ChannelKind.EMAIL,
              messageId + text,
              at,
              at,
              new IncomingMessage.ThreadHints(messageId, references, tag, Optional.empty())),
          new IncomingMessage.Sender(Optional.of(new EmailAddress(from)), "Ana Moreau", proven, ""),
          MessageText.plain(text),
          new IncomingMessage.Details(subject, kind, List.of(), List.of(), silent));
    }

    public Received.Stored arrives(Instant at) {
      return switch (shop.conversations().receive(at(at))) {
        case Received.Stored stored -> stored;
        case Received.Duplicate twice -> throw new AssertionError("received before: " + twice);
      };
    }
  }

  public OutgoingMessage answer(ConversationId conversation, Author author, String text) {
    return new OutgoingMessage(
        store,
        Purpose.REPLY,
        unique("answer"),
        author,
        new OutgoingMessage.Destination.InConversation(conversation),
        OutgoingMessage.Content.plain(text));
  }

  public static OutgoingMessage.Content told(String text, Reference about) {
    return new OutgoingMessage.Content(
        "",
        text,
        List.of(
            new Sentence(
                text,
                List.of(
                    new Source("article", "returns", 3, "2", null),
                    new Source(
                        "order", about.id(), 0, "state", Instant.parse("2026-06-15T09:00:00Z"))))),
        Set.of(about));
  }
}
