package deskhand.server.inbox;

import deskhand.conversations.AgentId;
import deskhand.conversations.Author;
import deskhand.conversations.ConversationId;
import deskhand.conversations.Entry;
import deskhand.conversations.Kind;
import deskhand.conversations.Message;
import deskhand.conversations.Message.Delivery.Step;
import deskhand.conversations.Purpose;
import deskhand.server.FileSize;
import deskhand.server.Texts;
import deskhand.server.Times;
import deskhand.server.Visit;
import deskhand.server.inbox.Line.Paragraph;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Puts the messages, notes and events of one conversation into words.
final class Lines {
  private final Visit visit;
  private final ConversationId conversation;
  private final Times.In times;
  private final Texts texts;
  private final Sources sources;
  private final Map<AgentId, String> names;

  /// What all lines of a store are written with.
  record Tools(Texts texts, Sources sources, Map<AgentId, String> names) {}

  Lines(Visit visit, ConversationId conversation, Times.In times, Tools tools) {
    this.visit = visit;
    this.conversation = conversation;
    this.times = times;
    this.texts = tools.texts();
    this.sources = tools.sources();
    this.names = tools.names();
  }

  List<Line> of(List<Message> messages) {
    Instant[] asked = {Instant.EPOCH};
    return messages.stream()
        .filter(Lines::saysSomething)
        .map(message -> {
          Line line = line(message, asked[0]);
          if (message.incoming()) {
            asked[0] = message.at();
          }
          return line;
        })
        .toList();
  }

  /// A conversation that opens again by itself does so because of the message that stands beside
  /// it.
  private static boolean saysSomething(Message message) {
    return !(message.entry() instanceof Entry.Event event
        && event.what() == Entry.Event.What.REOPENED
        && message.author() instanceof Author.Program);
  }

  private Line line(Message message, Instant askedAt) {
    return switch (message.entry()) {
      case Entry.Event event -> event(message, event);
      case Entry.Note note -> said(message, "note", texts.of("role.note"));
      case Entry.Incoming in -> said(message, "customer", incoming(in));
      case Entry.Outgoing out -> outgoing(message, out, askedAt);
    };
  }

  private String incoming(Entry.Incoming in) {
    return in.kind() == Kind.MESSAGE
        ? texts.of("role.customer")
        : texts.of("role.kind." + in.kind().label());
  }

  private Line outgoing(Message message, Entry.Outgoing out, Instant askedAt) {
    return switch (message.author()) {
      case Author.Agent agent -> said(message, "agent", "");
      case Author.Assistant assistant ->
          said(message, "assistant", byItself(message, out, askedAt));
      case Author.Flow flow -> said(message, "flow", texts.of("role.flow", flowName(flow)));
      case Author.Customer customer -> said(message, "customer", texts.of("role.customer"));
      case Author.Program program -> said(message, "assistant", texts.of("role.program"));
    };
  }

  private String byItself(Message message, Entry.Outgoing out, Instant askedAt) {
    if (out.purpose() == Purpose.NOTICE) {
      return texts.of("role.notice");
    }
    Duration after = Duration.between(askedAt, message.at());
    boolean soon = !after.isNegative() && after.compareTo(Duration.ofMinutes(10)) < 0;
    return soon && after.toSeconds() > 0
        ? texts.of("role.itself.after", times.span(after))
        : texts.of("role.itself");
  }

  private String flowName(Author.Flow flow) {
    return texts.orElse("flow." + flow.name(), flow.name());
  }

  private Line said(Message message, String kind, String role) {
    Numbered numbered = new Numbered(message.sentences());
    List<Paragraph> paragraphs =
        Paragraphs.of(message.content().text().visible(), message.sentences(), numbered);
    String at = visit.path("inbox/" + conversation + "/");
    return new Line(
        "m" + message.id(),
        kind,
        new Line.Head(
            name(message.author()),
            role,
            times.full(message.at()),
            times.machine(message.at()),
            message.content().subject()),
        new Line.Body(
            paragraphs,
            quoted(message),
            files(message, at),
            sources.list(visit, times, numbered, "m" + message.id(), at)),
        state(message));
  }

  private static String quoted(Message message) {
    String signature = message.content().text().signature().strip();
    String elided = message.content().text().elided().strip();
    return signature.isEmpty() || elided.isEmpty()
        ? signature + elided
        : signature + "\n\n" + elided;
  }

  private static List<Line.File> files(Message message, String at) {
    return message.content().files().stream()
        .map(file ->
            new Line.File(at + "files/" + file.id(), file.filename(), FileSize.of(file.size())))
        .toList();
  }

  private Line.State state(Message message) {
    Step step = message.delivery().step();
    String why = message.delivery().reason();
    long id = message.id().value();
    return switch (step) {
      case NONE, SENT -> Line.State.nothing();
      case QUEUED -> new Line.State(texts.of("delivery.queued"), "", List.of("take-back"), id);
      case ATTEMPTING -> new Line.State(texts.of("delivery.attempting"), "", List.of(), id);
      case DEFERRED ->
          new Line.State(texts.of("delivery.deferred", why), "due", List.of("take-back"), id);
      case REFUSED -> new Line.State(texts.of("delivery.refused", why), "late", List.of(), id);
      case FAILED ->
          new Line.State(texts.of("delivery.failed", why), "late", List.of("again", "arrived"), id);
      case IN_DOUBT ->
          new Line.State(
              texts.of("delivery.in-doubt", why), "due", List.of("again", "arrived", "leave"), id);
    };
  }

  private String name(Author author) {
    return switch (author) {
      case Author.Customer customer ->
          customer.name().isBlank() ? texts.of("inbox.visitor") : customer.name();
      case Author.Agent agent -> agent.name();
      case Author.Assistant assistant -> texts.of("author.assistant");
      case Author.Flow flow -> visit.store().name();
      case Author.Program program -> texts.of("author.program");
    };
  }

  private Line event(Message message, Entry.Event event) {
    String who =
        message.author() instanceof Author.Agent agent ? agent.name() : texts.of("author.program");
    String key = "event." + what(message.author(), event);
    String text = texts.of(key, who, detail(event)) + " · " + times.full(message.at());
    return new Line(
        "m" + message.id(),
        "event",
        new Line.Head("", "", "", "", ""),
        new Line.Body(Paragraphs.of(text), "", List.of(), List.of()),
        Line.State.nothing());
  }

  private static String what(Author by, Entry.Event event) {
    boolean took =
        event.what() == Entry.Event.What.ASSIGNED
            && by instanceof Author.Agent agent
            && event.detail().equals(Long.toString(agent.id().value()));
    return took ? "took" : event.what().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private String detail(Entry.Event event) {
    return switch (event.what()) {
      case ASSIGNED -> agentName(event.detail()).orElse(event.detail());
      case SNOOZED -> instant(event.detail()).map(times::full).orElse(event.detail());
      default -> event.detail();
    };
  }

  private Optional<String> agentName(String number) {
    return number.matches("\\d{1,18}")
        ? Optional.ofNullable(names.get(new AgentId(Long.parseLong(number))))
        : Optional.empty();
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (java.time.format.DateTimeParseException other) {
      return Optional.empty();
    }
  }
}
