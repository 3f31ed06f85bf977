package deskhand.server.setup;

import deskhand.conversations.Mailbox;
import deskhand.conversations.MailboxId;
import deskhand.conversations.MailboxProbe;
import deskhand.conversations.Mailboxes;
import deskhand.server.Audit;
import deskhand.server.PageLink;
import deskhand.server.Shell;
import deskhand.server.Times;
import deskhand.server.Visit;
import deskhand.store.EmailAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Connects the store's mailbox. A password that was typed is encrypted and never shown again.
@Controller
@RequestMapping("/s/{store}/admin/mailbox")
class MailboxController {
  private static final int LONGEST = 300;
  private static final Pattern HOST = Pattern.compile("[a-z0-9._-]{1,253}");

  private final Mailboxes mailboxes;
  private final MailboxProbe probe;
  private final Shell shell;
  private final Times times;
  private final Audit audit;

  MailboxController(
      Mailboxes mailboxes, MailboxProbe probe, Shell shell, Times times, Audit audit) {
    this.mailboxes = mailboxes;
    this.probe = probe;
    this.shell = shell;
    this.times = times;
    this.audit = audit;
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
  ///
  /// @param trusted the host whose word about senders counts; empty where none does
  record Row(long id, String address, String servers, String trusted, String since, State state) {}

  /// How it does.
  record State(Optional<MailTrouble.Sentence> problem, String worked) {}

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

  private static Row row(Mailbox mailbox, Optional<Mailbox.Health> health, Times.In in) {
    return new Row(
        mailbox.id().value(),
        mailbox.address().value(),
        mailbox.imap().host() + ", " + mailbox.smtp().host(),
        mailbox.intake().receivingHost().orElse(""),
        in.full(mailbox.intake().connectedAt()),
        new State(
            health.map(Mailbox.Health::problem).flatMap(MailTrouble::inWords),
            health.flatMap(Mailbox.Health::workedAt).map(in::full).orElse("")));
  }

  /// As typed.
  record Typed(
      @Nullable String address,
      @Nullable String user,
      @Nullable String password,
      Hosts hosts,
      Mailbox.@Nullable ImportMode mode) {
    Typed {
      hosts = Objects.requireNonNullElseGet(hosts, Hosts::usual);
    }

    static Typed fresh() {
      return new Typed("", "", "", Hosts.usual(), Mailbox.ImportMode.FROM_NOW_ON);
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

  /// Connects a mailbox that can be read; one that cannot is not kept.
  @PostMapping
  String connect(Visit visit, Typed typed, Model model, RedirectAttributes after) {
    try {
      Mailbox.Wanted wanted = wanted(typed);
      return switch (probe.look(wanted.imap())) {
        case MailboxProbe.Look.Closed closed ->
            show(visit, model, typed, "mailbox.closed." + closed.why());
        case MailboxProbe.Look.Open open -> {
          MailboxId id = mailboxes.connect(visit.id(), wanted);
          audit.note(visit, Audit.What.MAILBOX_CONNECTED, wanted.address().domain());
          after.addFlashAttribute("said", "mailbox.connected");
          tell(id, open, after);
          yield "redirect:" + visit.path("admin/mailbox");
        }
      };
    } catch (IllegalArgumentException wrong) {
      return show(visit, model, typed, wrong(typed));
    }
  }

  private static Mailbox.Wanted wanted(Typed typed) {
    EmailAddress address = new EmailAddress(text(typed.address()));
    String user = text(typed.user()).isEmpty() ? address.value() : text(typed.user());
    String password = typed.password() == null ? "" : typed.password();
    Hosts hosts = typed.hosts();
    return new Mailbox.Wanted(
        address,
        new Mailbox.Server(
            text(hosts.imap()), port(hosts.imapPort()), tls(hosts.imapTls()), user, password),
        new Mailbox.Server(
            text(hosts.smtp()), port(hosts.smtpPort()), tls(hosts.smtpTls()), user, password),
        typed.mode() == null ? Mailbox.ImportMode.FROM_NOW_ON : typed.mode(),
        Optional.empty(),
        Set.of(),
        Set.of());
  }

  /// The mark that was found, for a person to say whether it is the own host's. A session holds
  /// plain values alone.
  private static void tell(MailboxId id, MailboxProbe.Look.Open open, RedirectAttributes after) {
    open.mark()
        .ifPresentOrElse(
            mark ->
                after.addFlashAttribute(
                    "finding",
                    new HashMap<>(
                        Map.of(
                            "id", id.value(),
                            "mails", open.mails(),
                            "host", mark.receivingHost(),
                            "marked", mark.mails(),
                            "proven", mark.proven()))),
            () -> after.addFlashAttribute("said", "mailbox.no-mark"));
  }

  /// Looks for the mark by which the own host says what senders have proven.
  @PostMapping("/{mailbox}/look")
  String look(Visit visit, @PathVariable long mailbox, RedirectAttributes after) {
    mailboxes
        .find(visit.id(), new MailboxId(mailbox))
        .ifPresent(found -> {
          switch (probe.look(found.imap())) {
            case MailboxProbe.Look.Closed closed ->
                after.addFlashAttribute("said", "mailbox.closed." + closed.why());
            case MailboxProbe.Look.Open open -> tell(found.id(), open, after);
          }
        });
    return "redirect:" + visit.path("admin/mailbox");
  }

  /// A person says whose word about senders counts.
  ///
  /// @param host empty: nobody's
  @PostMapping("/{mailbox}/trust")
  String trust(
      Visit visit,
      @PathVariable long mailbox,
      @RequestParam String host,
      RedirectAttributes after) {
    Optional<String> trusted = Optional.of(host).filter(name -> !name.isEmpty());
    if (trusted.isPresent() && !HOST.matcher(host).matches()) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    mailboxes
        .find(visit.id(), new MailboxId(mailbox))
        .ifPresent(found -> {
          mailboxes.setIntake(visit.id(), found.id(), found.intake().trusting(trusted));
          audit.note(visit, Audit.What.MAILBOX_TRUSTS, host);
          after.addFlashAttribute(
              "said", trusted.isPresent() ? "mailbox.trusted" : "mailbox.distrusted");
        });
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
