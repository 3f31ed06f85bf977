package deskhand.server.inbox;

import deskhand.server.Visit;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/// What the browser hears after something was done: the parts of the page anew, or the way back to
/// it where no script asked.
@Component
class Answers {
  private final Inbox inbox;

  Answers(Inbox inbox) {
    this.inbox = inbox;
  }

  Object done(Model model, Visit visit, Place place, boolean part) {
    if (!part) {
      return "redirect:" + place.page(visit);
    }
    inbox.show(model, visit, place, "");
    return "inbox/parts";
  }

  /// Nothing was done, and why, in a sentence; what was typed stays in the page.
  Object problem(String sentence, boolean part) {
    if (!part) {
      throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, sentence);
    }
    return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
        .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
        .body(sentence);
  }
}
