package deskhand.server.inbox;

import deskhand.conversations.AgentId;
import deskhand.conversations.Conversation;
import deskhand.conversations.ConversationId;
import deskhand.conversations.Conversations;
import deskhand.conversations.MessageId;
import deskhand.server.People;
import deskhand.server.Person;
import deskhand.server.Times;
import deskhand.server.Visit;
import deskhand.server.inbox.InboxController.Asked;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// What people do with a conversation: write, give it to somebody, put it away.
@Controller
@RequestMapping("/s/{store}/inbox/{conversation:\\d{1,18}}")
class ActsController {
  private static final LocalTime MORNING = LocalTime.of(9, 0);

  private final Conversations conversations;
  private final Writing writing;
  private final Answers answers;
  private final People people;
  private final Times times;

  ActsController(
      Conversations conversations, Writing writing, Answers answers, People people, Times times) {
    this.conversations = conversations;
    this.writing = writing;
    this.answers = answers;
    this.people = people;
    this.times = times;
  }

  /// @param kind `reply` or `note`
  /// @param then `close` to close it afterwards
  /// @param last the newest line that the person saw
  /// @param draft when the draft was made that the text began as; empty for none
  record Written(
      @Nullable String kind,
      @Nullable String text,
      @Nullable String then,
      @Nullable Long last,
      @Nullable String draft) {}

  @PostMapping("/write")
  Object write(
      Visit visit,
      Model model,
      @PathVariable long conversation,
      Written written,
      Asked asked,
      HttpServletResponse response,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part) {
    ConversationId id = existing(visit, conversation);
    Optional<String> problem = writing.write(visit, id, written);
    if (problem.isPresent()) {
      return answers.problem(problem.get(), part);
    }
    boolean close = "close".equals(written.then()) && !"note".equals(written.kind());
    if (close) {
      conversations.close(visit.id(), id, visit.author());
    }
    response.setHeader("HX-Trigger", "written");
    return answers.done(model, visit, asked.place(conversation), part);
  }

  @PostMapping("/assign")
  Object assign(
      Visit visit,
      Model model,
      @PathVariable long conversation,
      @RequestParam(defaultValue = "me") String to,
      Asked asked,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part) {
    ConversationId id = existing(visit, conversation);
    conversations.assign(visit.id(), id, agent(visit, to), visit.author());
    return answers.done(model, visit, asked.place(conversation), part);
  }

  private Optional<AgentId> agent(Visit visit, String to) {
    return switch (to) {
      case "me" -> Optional.of(visit.agent());
      case "nobody" -> Optional.empty();
      default ->
          Optional.of(
              people.of(visit.id()).stream()
                  .map(Person::id)
                  .filter(id -> Long.toString(id.value()).equals(to))
                  .findFirst()
                  .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    };
  }

  @PostMapping("/snooze")
  Object snooze(
      Visit visit,
      Model model,
      @PathVariable long conversation,
      @RequestParam(defaultValue = "tomorrow") String until,
      Asked asked,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part) {
    ConversationId id = existing(visit, conversation);
    conversations.snooze(visit.id(), id, until(visit, until), visit.author());
    return answers.done(model, visit, asked.place(conversation), part);
  }

  private Instant until(Visit visit, String until) {
    ZonedDateTime now = times.in(visit.store()).now();
    return switch (until) {
      case "later" -> now.plusHours(3).toInstant();
      case "week" -> now.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).with(MORNING).toInstant();
      default -> now.plusDays(1).with(MORNING).toInstant();
    };
  }

  @PostMapping("/{act:close|reopen|spam|hand-back}")
  Object act(
      Visit visit,
      Model model,
      @PathVariable long conversation,
      @PathVariable String act,
      Asked asked,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part) {
    ConversationId id = existing(visit, conversation);
    switch (act) {
      case "close" -> conversations.close(visit.id(), id, visit.author());
      case "reopen" -> conversations.reopen(visit.id(), id, visit.author());
      case "spam" -> conversations.markSpam(visit.id(), id, visit.author());
      default -> conversations.handBack(visit.id(), id, visit.author());
    }
    return answers.done(model, visit, asked.place(conversation), part);
  }

  @PostMapping("/messages/{message}/{act:again|arrived|leave|take-back}")
  Object message(
      Visit visit,
      Model model,
      @PathVariable long conversation,
      @PathVariable long message,
      @PathVariable String act,
      Asked asked,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part) {
    ConversationId id = existing(visit, conversation);
    Optional<String> problem = writing.decide(visit, id, new MessageId(message), act);
    return problem.isPresent()
        ? answers.problem(problem.get(), part)
        : answers.done(model, visit, asked.place(conversation), part);
  }

  private ConversationId existing(Visit visit, long conversation) {
    return conversations
        .find(visit.id(), new ConversationId(conversation))
        .map(Conversation::id)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
