package deskhand.server.inbox;

import deskhand.conversations.AgentId;
import deskhand.conversations.ChannelKind;
import deskhand.conversations.Conversation;
import deskhand.conversations.Conversations;
import deskhand.conversations.Conversations.Page;
import deskhand.conversations.Draft;
import deskhand.conversations.Message;
import deskhand.server.People;
import deskhand.server.Shell;
import deskhand.server.Texts;
import deskhand.server.Times;
import deskhand.server.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// Puts together what the four panes show.
@Component
class Inbox {
  private final Conversations conversations;
  private final Shell shell;
  private final People people;
  private final Words words;
  private final Times times;

  Inbox(Conversations conversations, Shell shell, People people, Words words, Times times) {
    this.conversations = conversations;
    this.shell = shell;
    this.people = people;
    this.words = words;
    this.times = times;
  }

  /// What turns rows into words.
  @Component
  record Words(Texts texts, Sources sources, Facts facts, Told told) {}

  /// Fills the model of the whole page and of its parts alike. Without an open conversation the
  /// first of the list is shown beside it.
  ///
  /// @param screen which of the four is shown where there is room for one alone
  void show(Model model, Visit visit, Place asked, String screen) {
    Map<AgentId, String> names = people.names();
    Times.In in = times.in(visit.store());
    Page page = conversations.list(visit.id(), asked.filter(visit), Optional.empty(), asked.rows());
    Optional<Conversation> open =
        asked
            .open()
            .flatMap(id -> conversations.find(visit.id(), id))
            .or(() -> page.rows().stream().findFirst().map(Conversations.Row::conversation));
    Place place = open.map(conversation -> asked.opening(conversation.id())).orElse(asked);
    model.addAttribute("shell", shell.around(visit, Shell.slug(asked.view())));
    model.addAttribute("place", place);
    model.addAttribute("screen", screen);
    model.addAttribute("here", place.parts(visit));
    model.addAttribute("view", "view." + Shell.slug(asked.view()));
    model.addAttribute("rows", rows(visit, page, place, in, names));
    model.addAttribute("next", page.rows().isEmpty() ? next(visit, asked) : null);
    model.addAttribute(
        "more", page.next().isPresent() && asked.hasMore() ? asked.further().page(visit) : "");
    model.addAttribute("team", people.of(visit.id()));
    model.addAttribute(
        "talk", open.map(conversation -> talk(visit, conversation, place, in, names)).orElse(null));
  }

  /// Where to look instead of an empty list.
  record Next(String href, String words) {}

  private @Nullable Next next(Visit visit, Place place) {
    boolean everywhere = !place.search().isEmpty() && place.view() != Conversations.View.ALL;
    if (everywhere) {
      return new Next(
          place.in(Conversations.View.ALL).page(visit), words.texts().of("empty.search.all"));
    }
    return switch (place.view()) {
      case MINE ->
          new Next(
              place.in(Conversations.View.ESCALATED).page(visit),
              words.texts().of("empty.escalated"));
      case ESCALATED ->
          new Next(
              place.in(Conversations.View.ALL).page(visit), words.texts().of("empty.everything"));
      case ALL ->
          visit.isAdministrator() && place.search().isEmpty()
              ? new Next(visit.path("admin/mailbox"), words.texts().of("empty.connect"))
              : null;
      case UNASSIGNED,
          WAITING,
          SNOOZED,
          SPAM,
          ANSWERED_BY_ITSELF,
          GOT_NO_REPLY,
          HELD_BACK,
          IN_DOUBT,
          UNREADABLE ->
          null;
    };
  }

  private List<RowView> rows(
      Visit visit, Page page, Place place, Times.In in, Map<AgentId, String> names) {
    return page.rows().stream().map(row -> row(visit, row, place, in, names)).toList();
  }

  private RowView row(
      Visit visit, Conversations.Row row, Place place, Times.In in, Map<AgentId, String> names) {
    Conversation conversation = row.conversation();
    RowState state = RowState.of(row, in, names, words.texts());
    return new RowView(
        conversation.id().value(),
        place.opening(conversation.id()).page(visit),
        new RowView.Said(
            who(conversation),
            conversation.about().subject(),
            preview(row),
            in.brief(conversation.times().lastAt()),
            in.machine(conversation.times().lastAt())),
        new RowView.Stand(
            state.text(),
            state.tone(),
            words.told().topic(conversation.about().topic()),
            waitsForPeople(row)),
        place.open().filter(conversation.id()::equals).isPresent());
  }

  /// The customer wrote last, or was told that a person answers and nobody has taken it.
  private static boolean waitsForPeople(Conversations.Row row) {
    Conversation.Handling handling = row.conversation().handling();
    return handling.state() == Conversation.State.OPEN
        && (row.lastFromCustomer() || (handling.escalated() && handling.assignee().isEmpty()));
  }

  private String preview(Conversations.Row row) {
    return row.lastFromCustomer()
        ? row.lastText()
        : words
            .texts()
            .of("inbox.sent", Greeting.cut(row.lastText(), row.conversation().party().name()));
  }

  private String who(Conversation conversation) {
    Conversation.Party party = conversation.party();
    return party.name().isBlank()
        ? party.address().map(Object::toString).orElseGet(() -> words.texts().of("inbox.visitor"))
        : party.name();
  }

  private TalkView talk(
      Visit visit,
      Conversation conversation,
      Place place,
      Times.In in,
      Map<AgentId, String> names) {
    List<Message> messages = conversations.messages(visit.id(), conversation.id());
    Lines lines =
        new Lines(
            visit, conversation.id(), in, new Lines.Tools(words.texts(), words.sources(), names));
    return new TalkView(
        conversation.id(),
        heading(conversation, in, names),
        lines.of(messages),
        compose(visit, conversation, messages, in),
        words.facts().of(visit, conversation, in, place));
  }

  private TalkView.Heading heading(
      Conversation conversation, Times.In in, Map<AgentId, String> names) {
    List<String> about = new ArrayList<>();
    about.add(who(conversation));
    about.add(
        words
            .texts()
            .of("channel." + conversation.party().channel().name().toLowerCase(Locale.ROOT)));
    conversation.about().references().stream()
        .filter(reference -> reference.kind().equals("order"))
        .limit(3)
        .forEach(order -> about.add(words.texts().of("inbox.order", order.id())));
    Conversation.Handling handling = conversation.handling();
    about.add(
        handling
            .assignee()
            .map(agent ->
                words.texts().of("inbox.assigned", names.getOrDefault(agent, agent.toString())))
            .orElseGet(() ->
                words.texts().of("state." + handling.state().name().toLowerCase(Locale.ROOT))));
    conversation
        .times()
        .snoozedUntil()
        .ifPresent(until -> about.add(words.texts().of("inbox.snoozed", in.full(until))));
    String subject = conversation.about().subject();
    return new TalkView.Heading(
        subject.isBlank() ? subjectless(conversation) : subject,
        String.join(" · ", about),
        acts(handling),
        seldom(handling));
  }

  private String subjectless(Conversation conversation) {
    return conversation.party().channel() == ChannelKind.CHAT
        ? called(conversation, "inbox.chat")
        : words.texts().of("inbox.no-subject");
  }

  /// A sentence about the customer, by name where they have one.
  private String called(Conversation conversation, String key) {
    boolean nameless =
        conversation.party().name().isBlank() && conversation.party().address().isEmpty();
    return nameless ? words.texts().of(key + ".visitor") : words.texts().of(key, who(conversation));
  }

  private static List<String> acts(Conversation.Handling handling) {
    List<String> acts = new ArrayList<>(List.of("assign"));
    boolean done =
        handling.state() == Conversation.State.CLOSED
            || handling.state() == Conversation.State.SPAM;
    if (done) {
      acts.add("reopen");
    } else {
      acts.addAll(List.of("snooze", "close"));
    }
    return acts;
  }

  private static List<String> seldom(Conversation.Handling handling) {
    boolean open =
        handling.state() != Conversation.State.CLOSED
            && handling.state() != Conversation.State.SPAM;
    return Stream.of(
            Optional.of("hand-back").filter(act -> open && handling.personHasIt()),
            Optional.of("spam").filter(act -> open))
        .flatMap(Optional::stream)
        .toList();
  }

  private TalkView.Compose compose(
      Visit visit, Conversation conversation, List<Message> messages, Times.In in) {
    Optional<Draft> draft = conversations.draft(visit.id(), conversation.id());
    String text = draft.map(found -> Handed.of(found).text()).orElse("");
    TalkView.DraftView shown =
        draft.map(found -> draft(visit, conversation, found, in)).orElse(TalkView.DraftView.none());
    String note = visit.store().stopped() ? words.texts().of("compose.stopped") : "";
    return new TalkView.Compose(
        shown,
        text,
        messages.isEmpty() ? 0 : messages.getLast().id().value(),
        called(conversation, "compose.to"),
        note);
  }

  private TalkView.DraftView draft(
      Visit visit, Conversation conversation, Draft draft, Times.In in) {
    Handed handed = Handed.of(draft);
    Numbered numbered = new Numbered(handed.sentences());
    List<SourceView> sources =
        words
            .sources()
            .list(visit, in, numbered, "draft", visit.path("inbox/" + conversation.id() + "/"));
    String title =
        sources.isEmpty()
            ? words.texts().of("draft.title")
            : words.texts().of("draft.title.from", sources.getFirst().label());
    return new TalkView.DraftView(
        title,
        draft.reasons(),
        Paragraphs.of(handed.text(), handed.sentences(), numbered),
        sources,
        draft.at().toString());
  }
}
