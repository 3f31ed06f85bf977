package deskhand.server;

import deskhand.conversations.RawMail;
import deskhand.conversations.RawMails;
import java.time.Instant;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/// Mails that could not be read: kept as they came, to be downloaded or read again.
@Controller
@RequestMapping("/s/{store}/unreadable")
class UnreadableController {
  private static final int MOST = 200;

  private final RawMails mails;
  private final Shell shell;
  private final Times times;

  UnreadableController(RawMails mails, Shell shell, Times times) {
    this.mails = mails;
    this.shell = shell;
    this.times = times;
  }

  @GetMapping
  String list(Visit visit, Model model) {
    List<RawMail.Unreadable> found = mails.unreadable(visit.id(), Long.MAX_VALUE, MOST);
    model.addAttribute("shell", shell.around(visit, "unreadable"));
    model.addAttribute("mails", found.stream().map(Row::of).toList());
    model.addAttribute("times", times.in(visit.store()));
    return "unreadable";
  }

  /// A mail as the page shows it.
  record Row(long number, Instant at, String why, String size) {
    static Row of(RawMail.Unreadable mail) {
      return new Row(mail.number(), mail.internalDate(), mail.reason(), FileSize.of(mail.size()));
    }
  }

  @GetMapping("/{mail}/bytes")
  ResponseEntity<byte[]> bytes(Visit visit, @PathVariable long mail) {
    return mails
        .bytes(visit.id(), mail)
        .map(bytes ->
            ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                        .filename("mail-" + mail + ".eml")
                        .build()
                        .toString())
                .body(bytes))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @PostMapping("/{mail}")
  String again(Visit visit, @PathVariable long mail) {
    mails.readAgain(visit.id(), mail);
    return "redirect:" + visit.path("unreadable");
  }
}
