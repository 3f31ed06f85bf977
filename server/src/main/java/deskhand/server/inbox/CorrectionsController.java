package deskhand.server.inbox;

import deskhand.conversations.Conversation;
import deskhand.conversations.ConversationId;
import deskhand.conversations.Conversations;
import deskhand.server.Texts;
import deskhand.server.Visit;
import deskhand.server.inbox.InboxController.Asked;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// "Correct this": lists the intents, and takes the one that a person picked.
@Controller
@RequestMapping("/s/{store}/inbox/{conversation:\\d{1,18}}/intent")
class CorrectionsController {
  private final Conversations conversations;
  private final Corrections corrections;
  private final Answers answers;
  private final Texts texts;

  CorrectionsController(
      Conversations conversations, Corrections corrections, Answers answers, Texts texts) {
    this.conversations = conversations;
    this.corrections = corrections;
    this.answers = answers;
    this.texts = texts;
  }

  @GetMapping
  String choices(Visit visit, Model model, @PathVariable long conversation, Asked asked) {
    Conversation found = existing(visit, conversation);
    model.addAttribute("place", asked.place(conversation));
    model.addAttribute("now", found.about().topic());
    model.addAttribute("choices", corrections.choices(visit));
    return "inbox/intents";
  }

  @PostMapping
  Object correct(
      Visit visit,
      Model model,
      @PathVariable long conversation,
      @RequestParam String intent,
      Asked asked,
      HttpServletResponse response,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part) {
    Conversation found = existing(visit, conversation);
    if (!corrections.correct(visit, found, intent)) {
      return answers.problem(texts.of("problem.intent"), part);
    }
    response.setHeader("HX-Trigger", "learnt");
    return answers.done(model, visit, asked.place(conversation), part);
  }

  private Conversation existing(Visit visit, long conversation) {
    return conversations
        .find(visit.id(), new ConversationId(conversation))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
