package deskhand.server.inbox;

import deskhand.conversations.Attachment;
import deskhand.conversations.Conversation;
import deskhand.conversations.ConversationId;
import deskhand.conversations.Conversations;
import deskhand.conversations.Draft;
import deskhand.conversations.Message;
import deskhand.conversations.Sentence;
import deskhand.server.Times;
import deskhand.server.Visit;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// Shows the inbox: whole, in parts after a change, and what bears an answer.
@Controller
@RequestMapping("/s/{store}/inbox")
class InboxController {
  private final Inbox inbox;
  private final Conversations conversations;
  private final Sources sources;
  private final Times times;

  InboxController(Inbox inbox, Conversations conversations, Sources sources, Times times) {
    this.inbox = inbox;
    this.conversations = conversations;
    this.sources = sources;
    this.times = times;
  }

  @GetMapping
  String list(
      Visit visit,
      Model model,
      Asked asked,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part) {
    inbox.show(model, visit, asked.place(null), "list");
    return part ? "inbox/parts" : "inbox/page";
  }

  /// Where somebody is, as the address says it.
  record Asked(@Nullable String view, @Nullable String q, @Nullable Integer rows) {
    Place place(@Nullable Long open) {
      return Place.of(view, q, rows, open);
    }
  }

  @GetMapping("/{conversation:\\d{1,18}}")
  String talk(
      Visit visit,
      Model model,
      @PathVariable long conversation,
      Asked asked,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part) {
    existing(visit, conversation);
    inbox.show(model, visit, asked.place(conversation), "talk");
    return part ? "inbox/parts" : "inbox/page";
  }

  @GetMapping("/parts")
  String parts(Visit visit, Model model, Asked asked, @RequestParam @Nullable Long open) {
    inbox.show(model, visit, asked.place(open), "");
    return "inbox/parts";
  }

  @GetMapping("/{conversation:\\d{1,18}}/sources/{text:draft|m\\d{1,18}}/{number}")
  String source(
      Visit visit,
      Model model,
      @PathVariable long conversation,
      @PathVariable String text,
      @PathVariable int number) {
    Conversation found = existing(visit, conversation);
    List<Sentence> sentences =
        text.equals("draft")
            ? conversations.draft(visit.id(), found.id()).map(Draft::sentences).orElse(List.of())
            : sentences(visit, found, Long.parseLong(text.substring(1)));
    model.addAttribute(
        "shown", sources.open(visit, times.in(visit.store()), sentences, number).orElse(null));
    return "inbox/source";
  }

  private List<Sentence> sentences(Visit visit, Conversation conversation, long message) {
    return conversations.messages(visit.id(), conversation.id()).stream()
        .filter(found -> found.id().value() == message)
        .findFirst()
        .map(Message::sentences)
        .orElse(List.of());
  }

  /// A customer's file: always a download, never shown as a page of ours.
  @GetMapping("/{conversation:\\d{1,18}}/files/{file}")
  ResponseEntity<byte[]> file(
      Visit visit, @PathVariable long conversation, @PathVariable long file) {
    Conversation found = existing(visit, conversation);
    boolean theirs =
        conversations.messages(visit.id(), found.id()).stream()
            .flatMap(message -> message.content().files().stream())
            .anyMatch(known -> known.id() == file);
    Optional<Attachment> attachment =
        theirs ? conversations.attachment(visit.id(), file) : Optional.empty();
    return attachment
        .map(content ->
            ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                        .filename(content.filename(), StandardCharsets.UTF_8)
                        .build()
                        .toString())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(content.content()))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private Conversation existing(Visit visit, long conversation) {
    return conversations
        .find(visit.id(), new ConversationId(conversation))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
