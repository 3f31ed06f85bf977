package deskhand.server.setup;

import deskhand.conversations.Mailbox;
import deskhand.conversations.MailboxId;
import deskhand.conversations.Mailboxes;
import deskhand.server.Audit;
import deskhand.server.PageLink;
import deskhand.server.Shell;
import deskhand.server.Texts;
import deskhand.server.Times;
import deskhand.server.Visit;
import deskhand.store.EmailAddress;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Connects the store's mailbox. A password that was typed is encrypted and never shown again.
@Controller
@RequestMapping("/s/{store}/admin/mailbox")
class MailboxController {
  private static final int LONGEST = 300;

  private final Mailboxes mailboxes;
  private final Shell shell;
  private final Times times;
  private final Audit audit;
  private final Texts texts;

  MailboxController(Mailboxes mailboxes, Shell shell, Times times, Audit audit, Texts texts) {
    this.mailboxes = mailboxes;
    this.shell = shell;
    this.times = times;
    this.audit = audit;
    this.texts = texts;
  }

  /// Stands in the navigation of administrators; the demo's mailbox connects itself.
  @Configuration(proxyBeanMethods = false)
  @Profile("!demo")
  static class Links {
    @Bean
    PageLink mailboxLink() {
      return new PageLink("mailbox", "admin/mailbox", 50, Visit::isAdministrator);
    }

    @Bean
    PageLink peopleLink() {
      return new PageLink("team", "/people", 60, visit -> visit.person().everywhere());
    }

    @Bean
    PageLink storesLink() {
      return new PageLink("stores", "/stores", 70, visit -> visit.person().everywhere());
    }
  }

  /// A connected mailbox.
  record Row(
      long id, String address, String servers, String since, String problem, String worked) {}

  @GetMapping
  String page(Visit visit, Model model) {
    return show(visit, model, Typed.fresh(), "");
  }

  private String show(Visit visit, Model model, Typed typed, String problem) {
    boxes(visit, model);
    model.addAttribute("shell", shell.around(visit, "mailbox"));
    model.addAttribute("typed", typed);
    model.addAttribute("problem", problem);
    return "setup/mailbox";
  }

  /// How the mailboxes are doing, asked for again while the page is open.
  @GetMapping("/boxes")
  String health(Visit visit, Model model) {
    boxes(visit, model);
    return "setup/mailbox :: boxes";
  }

  private void boxes(Visit visit, Model model) {
    Times.In in = times.in(visit.store());
    List<Row> rows =
        mailboxes.of(visit.id()).stream()
            .map(mailbox -> row(mailbox, mailboxes.health(visit.id(), mailbox.id()), in))
            .toList();
    model.addAttribute("rows", rows);
  }

  private Row row(Mailbox mailbox, Optional<Mailbox.Health> health, Times.In in) {
    return new Row(
        mailbox.id().value(),
        mailbox.address().value(),
        mailbox.imap().host() + ", " + mailbox.smtp().host(),
        in.full(mailbox.intake().connectedAt()),
        health
            .map(Mailbox.Health::problem)
            .map(said -> MailTrouble.inWords(said, texts))
            .orElse(""),
        health.flatMap(Mailbox.Health::workedAt).map(in::full).orElse(""));
  }

  /// As typed.
  ///
  /// @param receiving what the own host writes first into Authentication-Results; empty where it is
  ///   not known
  record Typed(
      @Nullable String address,
      @Nullable String user,
      @Nullable String password,
      Hosts hosts,
      Mailbox.@Nullable ImportMode mode,
      @Nullable String receiving) {
    Typed {
      hosts = Objects.requireNonNullElseGet(hosts, Hosts::usual);
    }

    static Typed fresh() {
      return new Typed("", "", "", Hosts.usual(), Mailbox.ImportMode.FROM_NOW_ON, "");
    }
  }

  /// The servers.
  record Hosts(
      @Nullable String imap,
      @Nullable Integer imapPort,
      Mailbox.@Nullable Tls imapTls,
      @Nullable String smtp,
      @Nullable Integer smtpPort,
      Mailbox.@Nullable Tls smtpTls) {
    static Hosts usual() {
      return new Hosts("", 993, Mailbox.Tls.IMPLICIT, "", 465, Mailbox.Tls.IMPLICIT);
    }
  }

  @PostMapping
  String connect(Visit visit, Typed typed, Model model, RedirectAttributes after) {
    try {
      EmailAddress address = new EmailAddress(text(typed.address()));
      String user = text(typed.user()).isEmpty() ? address.value() : text(typed.user());
      String password = typed.password() == null ? "" : typed.password();
      Hosts hosts = typed.hosts();
      mailboxes.connect(
          visit.id(),
          new Mailbox.Wanted(
              address,
              new Mailbox.Server(
                  text(hosts.imap()), port(hosts.imapPort()), tls(hosts.imapTls()), user, password),
              new Mailbox.Server(
                  text(hosts.smtp()), port(hosts.smtpPort()), tls(hosts.smtpTls()), user, password),
              typed.mode() == null ? Mailbox.ImportMode.FROM_NOW_ON : typed.mode(),
              Optional.of(text(typed.receiving()).toLowerCase(Locale.ROOT))
                  .filter(host -> !host.isEmpty()),
              Set.of(),
              Set.of()));
      audit.note(visit, Audit.What.MAILBOX_CONNECTED, address.domain());
      after.addFlashAttribute("said", "mailbox.connected");
    } catch (IllegalArgumentException wrong) {
      return show(visit, model, typed, wrong(typed));
    }
    return "redirect:" + visit.path("admin/mailbox");
  }

  /// Which of the fields is not understood, as a message key.
  private static String wrong(Typed typed) {
    if (EmailAddress.parse(text(typed.address())).isEmpty()) {
      return "mailbox.wrong.address";
    }
    return port(typed.hosts().imapPort()) < 1 || port(typed.hosts().smtpPort()) < 1
        ? "mailbox.wrong.port"
        : "mailbox.wrong.server";
  }

  @PostMapping("/{mailbox}/disconnect")
  String disconnect(Visit visit, @PathVariable long mailbox, RedirectAttributes after) {
    mailboxes.disconnect(visit.id(), new MailboxId(mailbox));
    after.addFlashAttribute("said", "mailbox.disconnected");
    return "redirect:" + visit.path("admin/mailbox");
  }

  private static int port(@Nullable Integer port) {
    return port == null ? 0 : port;
  }

  private static Mailbox.Tls tls(Mailbox.@Nullable Tls tls) {
    return tls == null ? Mailbox.Tls.IMPLICIT : tls;
  }

  private static String text(@Nullable String typed) {
    String flat = typed == null ? "" : typed.replaceAll("\\p{Cntrl}+", " ").strip();
    return flat.substring(0, Math.min(flat.length(), LONGEST));
  }
}
