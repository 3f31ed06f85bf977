package deskhand.server.demo;

import deskhand.server.Shell;
import deskhand.server.Texts;
import deskhand.server.Times;
import deskhand.server.Visit;
import deskhand.server.shop.ShopFolder;
import deskhand.store.EmailAddress;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/// "Write as a customer": a mail by real SMTP to the store, and what comes back into the customer's
/// mailbox, on one page.
@Controller
@Profile("demo")
@RequestMapping("/s/{store}/demo/write")
class WriteController {
  private static final int LONGEST_LINE = 200;
  private static final int LONGEST_TEXT = 20_000;

  private final DemoMail mail;
  private final Shell shell;
  private final Texts texts;
  private final Times times;
  private final List<Sample> samples;

  WriteController(DemoMail mail, Shell shell, Texts texts, Times times) {
    this.mail = mail;
    this.shell = shell;
    this.texts = texts;
    this.times = times;
    this.samples = ShopFolder.demoLines("write-as.jsonl").stream().map(Sample::of).toList();
  }

  /// A mail to begin with.
  record Sample(
      String label, String from, String name, String subject, String text, boolean automatic) {
    static Sample of(JsonNode line) {
      return new Sample(
          line.path("label").asString(""),
          line.path("from").asString(""),
          line.path("name").asString(""),
          line.path("subject").asString(""),
          line.path("text").asString(""),
          !line.path("headers").path("Auto-Submitted").isMissingNode());
    }
  }

  /// A mail in the mailbox, in words.
  record Shown(
      String id,
      String who,
      String time,
      String subject,
      String text,
      boolean mine,
      String answer) {}

  @GetMapping
  String page(
      Visit visit,
      Model model,
      @RequestParam @Nullable Integer sample,
      @RequestParam(name = "as") @Nullable String address,
      @RequestParam @Nullable String answer) {
    Sample begun = samples.get(sample == null ? 0 : Math.clamp(sample, 0, samples.size() - 1));
    Optional<EmailAddress> as = Optional.ofNullable(address).flatMap(EmailAddress::parse);
    if (as.isPresent() && sample == null) {
      begun = again(as.get(), answer);
    }
    model.addAttribute("shell", shell.around(visit, "write"));
    model.addAttribute("samples", samples);
    model.addAttribute(
        "sample", as.isPresent() && sample == null ? -1 : sample == null ? 0 : sample);
    model.addAttribute("begun", begun);
    model.addAttribute("answer", answer == null ? "" : answer);
    EmailAddress shown = as.or(() -> EmailAddress.parse(samples.getFirst().from())).orElseThrow();
    box(visit, model, sample == null ? shown : EmailAddress.parse(begun.from()).orElse(shown));
    return "demo/write";
  }

  /// An empty mail of the same customer, or an answer to one that they got.
  private Sample again(EmailAddress as, @Nullable String answer) {
    String name =
        samples.stream()
            .filter(known -> known.from().equals(as.value()))
            .map(Sample::name)
            .findFirst()
            .orElse("");
    String subject =
        find(as, answer)
            .map(Letter::subject)
            .map(text -> text.regionMatches(true, 0, "Re:", 0, 3) ? text : "Re: " + text)
            .orElse("");
    return new Sample("", as.value(), name, subject, "", false);
  }

  private Optional<Letter> find(EmailAddress as, @Nullable String id) {
    return id == null || id.isEmpty()
        ? Optional.empty()
        : mail.of(as).stream()
            .filter(letter -> !letter.mine() && letter.ids().messageId().equals(id))
            .findFirst();
  }

  @GetMapping("/box")
  String box(Visit visit, Model model, @RequestParam(name = "as") String address) {
    EmailAddress.parse(address).ifPresent(as -> box(visit, model, as));
    return "demo/write :: box";
  }

  private void box(Visit visit, Model model, EmailAddress as) {
    Times.In in = times.in(visit.store());
    List<Shown> letters = new ArrayList<>();
    for (Letter letter : mail.of(as)) {
      letters.add(
          new Shown(
              "l" + letters.size(),
              letter.from(),
              in.full(letter.at()),
              letter.subject(),
              letter.text(),
              letter.mine(),
              letter.mine()
                  ? ""
                  : UriComponentsBuilder.fromPath(visit.path("demo/write"))
                      .queryParam("as", "{as}")
                      .queryParam("answer", "{id}")
                      .encode()
                      .buildAndExpand(as.value(), letter.ids().messageId())
                      .toUriString()));
    }
    model.addAttribute("as", as.value());
    model.addAttribute("letters", letters);
    model.addAttribute(
        "waits", !letters.isEmpty() && letters.getLast().mine() ? texts.of("write.waits") : "");
  }

  /// @param answer the Message-ID of the mail that is answered; empty for a new one
  record Written(
      @Nullable String from,
      @Nullable String name,
      @Nullable String subject,
      @Nullable String text,
      @Nullable String proven,
      @Nullable String automatic,
      @Nullable String answer) {}

  @PostMapping
  String send(Visit visit, Written written, RedirectAttributes after) {
    Optional<EmailAddress> from = Optional.ofNullable(written.from()).flatMap(EmailAddress::parse);
    String text = written.text() == null ? "" : written.text().strip();
    if (from.isEmpty() || text.isEmpty() || text.length() > LONGEST_TEXT) {
      after.addFlashAttribute("said", "write.not-understood");
      return "redirect:" + visit.path("demo/write");
    }
    try {
      mail.send(
          new DemoMail.Written(
              from.get(),
              line(written.name()),
              line(written.subject()),
              text,
              new DemoMail.Circumstances(
                  "yes".equals(written.proven()),
                  "yes".equals(written.automatic()),
                  find(from.get(), written.answer()))));
    } catch (MessagingException broken) {
      after.addFlashAttribute("said", "write.failed");
    }
    after.addAttribute("as", from.get().value());
    return "redirect:" + visit.path("demo/write");
  }

  private static String line(@Nullable String text) {
    String flat = text == null ? "" : text.replaceAll("\\p{Cntrl}+", " ").strip();
    return flat.substring(0, Math.min(flat.length(), LONGEST_LINE));
  }
}
