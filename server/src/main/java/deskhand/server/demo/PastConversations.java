package deskhand.server.demo;

import deskhand.conversations.Author;
import deskhand.conversations.ChannelKind;
import deskhand.conversations.ConversationId;
import deskhand.conversations.Conversations;
import deskhand.conversations.IncomingMessage;
import deskhand.conversations.IncomingMessage.ThreadHints;
import deskhand.conversations.Kind;
import deskhand.conversations.Message;
import deskhand.conversations.MessageText;
import deskhand.conversations.OutgoingMessage;
import deskhand.conversations.PastMessage;
import deskhand.conversations.Proven;
import deskhand.conversations.Received;
import deskhand.conversations.Reference;
import deskhand.store.EmailAddress;
import deskhand.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Lays out what was said in the demo's store before today: silently, each line at its own time, as
/// the demo's clock is set to it.
final class PastConversations {
  private static final Duration BEFORE = Duration.ofMinutes(1);
  private static final Duration SNOOZED = Duration.ofHours(46);

  private final Conversations conversations;
  private final DemoClock clock;
  private final StoreId store;
  private final Map<String, Author.Agent> team;
  private final Instant back;
  private final Map<String, ConversationId> known = new HashMap<>();
  private final Citations citations;

  PastConversations(
      Conversations conversations,
      DemoClock clock,
      Stage stage,
      Map<String, Author.Agent> team,
      Citations citations) {
    this.conversations = conversations;
    this.clock = clock;
    this.store = stage.store();
    this.back = stage.today().plus(SNOOZED);
    this.team = Map.copyOf(team);
    this.citations = citations;
  }

  /// In which store, and which day it is there when all is laid out.
  record Stage(StoreId store, Instant today) {}

  /// One line of one conversation.
  private record Moment(JsonNode conversation, int number, JsonNode message, Instant at) {
    String id() {
      return conversation.path("id").asString();
    }

    String text() {
      return message.path("text").asString();
    }

    boolean isMail() {
      return conversation.path("channel").asString().equals("email");
    }

    ThreadHints hints(Optional<ConversationId> chat) {
      List<String> before = new ArrayList<>();
      for (int i = 0; i < number; i++) {
        before.add(messageId(i));
      }
      return isMail()
          ? new ThreadHints(messageId(number), before, Optional.empty(), Optional.empty())
          : new ThreadHints("", List.of(), Optional.empty(), chat);
    }

    private String messageId(int i) {
      return "<" + id() + "-" + i + "@demo.example>";
    }
  }

  void record(List<JsonNode> all) {
    List<Moment> moments = new ArrayList<>();
    for (JsonNode conversation : all) {
      int number = 0;
      for (JsonNode message : conversation.path("messages")) {
        moments.add(
            new Moment(
                conversation, number++, message, Instant.parse(message.path("at").asString())));
      }
    }
    moments.sort(Comparator.comparing(Moment::at));
    for (Moment moment : moments) {
      clock.moveTo(moment.at());
      record(moment);
      boolean last = moment.number() == moment.conversation().path("messages").size() - 1;
      if (last) {
        settle(moment.conversation(), at(moment));
      }
    }
  }

  private void record(Moment moment) {
    takeIt(moment);
    switch (moment.message().path("author").asString()) {
      case "customer" ->
          known.put(moment.id(), conversation(conversations.receive(incoming(moment))));
      case "note" -> conversations.note(store, at(moment), author(moment), moment.text());
      default -> known.put(moment.id(), conversation(conversations.recordPast(outgoing(moment))));
    }
  }

  /// Whoever it is assigned to took it before they first wrote there.
  private void takeIt(Moment moment) {
    String assignee = moment.conversation().path("assignee").asString("");
    boolean theirs =
        !assignee.isEmpty()
            && known.containsKey(moment.id())
            && moment.message().path("name").asString("").toLowerCase(Locale.ROOT).equals(assignee);
    if (theirs) {
      Author.Agent agent = agent(assignee);
      clock.moveTo(moment.at().minus(BEFORE));
      conversations.assign(store, at(moment), Optional.of(agent.id()), agent);
      clock.moveTo(moment.at());
    }
  }

  private ConversationId at(Moment moment) {
    return Optional.ofNullable(known.get(moment.id())).orElseThrow();
  }

  private static ConversationId conversation(Received received) {
    return switch (received) {
      case Received.Stored stored -> stored.conversation();
      case Received.Duplicate duplicate -> duplicate.conversation();
    };
  }

  private IncomingMessage incoming(Moment moment) {
    JsonNode conversation = moment.conversation();
    Optional<ConversationId> chat = Optional.ofNullable(known.get(moment.id()));
    boolean automatic = conversation.path("topic").asString("").equals("other/automatic");
    return new IncomingMessage(
        store,
        new IncomingMessage.Origin(
            moment.isMail() ? ChannelKind.EMAIL : ChannelKind.CHAT,
            "demo-" + moment.id() + "-" + moment.number(),
            moment.at(),
            moment.at(),
            moment.hints(chat)),
        new IncomingMessage.Sender(
            EmailAddress.parse(conversation.path("from").asString("")),
            conversation.path("name").asString(""),
            proven(conversation),
            moment.isMail() ? "" : "demo-" + moment.id()),
        MessageText.plain(moment.text()),
        new IncomingMessage.Details(
            moment.isMail() ? conversation.path("subject").asString("") : "",
            automatic ? Kind.AUTOMATIC : Kind.MESSAGE,
            List.of(),
            List.of(),
            true));
  }

  private static Proven proven(JsonNode conversation) {
    return switch (conversation.path("proven").asString("none")) {
      case "address" -> Proven.ADDRESS;
      case "account" -> Proven.ACCOUNT;
      default -> Proven.NOTHING;
    };
  }

  private PastMessage outgoing(Moment moment) {
    JsonNode conversation = moment.conversation();
    Optional<ConversationId> begun = Optional.ofNullable(known.get(moment.id()));
    OutgoingMessage.Destination destination =
        begun.isPresent()
            ? new OutgoingMessage.Destination.InConversation(begun.get())
            : new OutgoingMessage.Destination.ByEmail(
                new EmailAddress(conversation.path("from").asString()),
                conversation.path("name").asString(""));
    Author author = author(moment);
    Set<Reference> about = references(conversation);
    return new PastMessage(
        store,
        destination,
        author,
        new OutgoingMessage.Content(
            begun.isPresent() ? "" : conversation.path("subject").asString(""),
            moment.text(),
            author instanceof Author.Agent ? List.of() : citations.of(moment.text(), about),
            about),
        moment.at(),
        moment.hints(begun));
  }

  private Author author(Moment moment) {
    return switch (moment.message().path("author").asString()) {
      case "agent", "note" ->
          agent(moment.message().path("name").asString().toLowerCase(Locale.ROOT));
      case "flow" ->
          new Author.Flow(
              moment.conversation().path("topic").asString("").equals("review/feedback")
                      || moment.conversation().path("topic").asString("").startsWith("return/")
                  ? "review-request"
                  : "shipping-confirmation");
      default -> new Author.Assistant();
    };
  }

  private Author.Agent agent(String login) {
    return Optional.ofNullable(team.get(login))
        .orElseThrow(() -> new IllegalStateException("the demo has no agent " + login));
  }

  private static Set<Reference> references(JsonNode conversation) {
    Set<Reference> all = new LinkedHashSet<>();
    conversation.path("orders").forEach(order -> all.add(Reference.order(order.asString())));
    return all;
  }

  private void settle(JsonNode conversation, ConversationId id) {
    Optional<Author.Agent> agent =
        Optional.of(conversation.path("assignee").asString(""))
            .filter(login -> !login.isEmpty())
            .map(this::agent);
    conversations.messages(store, id).stream()
        .filter(Message::incoming)
        .reduce((first, second) -> second)
        .ifPresent(last ->
            conversations.decided(
                store,
                id,
                last.id(),
                conversation.path("topic").asString(""),
                references(conversation)));
    Set<String> tags = new LinkedHashSet<>();
    conversation.path("tags").forEach(tag -> tags.add(tag.asString()));
    conversations.tag(store, id, tags);
    Author by = agent.<Author>map(found -> found).orElse(new Author.Program());
    String state = conversation.path("state").asString();
    agent.ifPresent(found -> conversations.assign(store, id, Optional.of(found.id()), found));
    if (!List.of("closed", "spam").contains(state)) {
      conversations.reopen(store, id, new Author.Program());
    }
    switch (state) {
      case "closed" -> conversations.close(store, id, by);
      case "spam" -> conversations.markSpam(store, id, by);
      case "waiting" -> conversations.await(store, id);
      case "snoozed" -> conversations.snooze(store, id, back, by);
      default -> {
        if (agent.isEmpty()) {
          conversations.escalate(store, id, "the assistant may not settle this by itself");
        }
      }
    }
  }
}
