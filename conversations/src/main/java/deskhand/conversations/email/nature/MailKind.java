package deskhand.conversations.email.nature;

import deskhand.conversations.Kind;
import deskhand.conversations.MailReading.Bounce;
import deskhand.conversations.email.mime.AddressList;
import deskhand.conversations.email.mime.HeaderFields;
import deskhand.conversations.email.mime.Oddities;
import deskhand.conversations.email.mime.Part;
import deskhand.store.EmailAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What sort of mail it is, with the reasons: complaints (RFC 5965), delivery reports (RFC 3464 and
/// free-form), read receipts (RFC 8098), lists (RFC 2369, RFC 2919), automatic mail (RFC 3834).
public final class MailKind {
  private static final Pattern OUT_OF_OFFICE =
      Pattern.compile(
          "(?i)^\\s*(?:(?:re|aw|sv|vs|rif|odp|antw)\\s*:\\s*)?(?:\\[?(?:auto(?:matic|mated)?[- ]?(?:reply|response|answer|responder)|autosvar|auto:|out of (?:the )?office|away from (?:my|the) |on vacation|vacation reply|automatische (?:antwort|antwoord|e-?mail)|automatisch(?:e)? antwoord|abwesen(?:heit|d)|réponse automatique|absence du bureau|respuesta autom[aá]tica|fuera de (?:la )?oficina|risposta automatica|fuori (?:sede|ufficio)|resposta autom[aá]tica|fora do escrit[oó]rio|automatisk[t]? svar|frånvaro|fravær|autoodpowied|odpowiedź automatyczna|automaattinen vastaus|poissa|автоматический ответ|автоответ))");

  /// `From: Mail System <>`.
  private static final Pattern NOBODY = Pattern.compile("<\\s*>\\s*$");

  private static final Pattern ANSWER =
      Pattern.compile("(?i)^\\s*(?:re|aw|sv|vs|rif|odp|antw|fwd?|wg|tr|i)\\s*:");

  private static final Pattern DMARC_REPORT = Pattern.compile("(?i)report domain:.*submitter:");

  private static final Pattern ABUSE_SUBJECT =
      Pattern.compile(
          "(?i)^(?:complaint about message|abuse report|spam (?:report|complaint)|feedback report|\\[?fbl\\b|email feedback|.*junk e?-?mail report)");

  private final Part mail;
  private final HeaderFields headers;
  private final String words;
  private final Oddities oddities;

  /// @param words the plain text of the mail, quoted or not
  public MailKind(Part mail, String words, Oddities oddities) {
    this.mail = mail;
    this.headers = mail.headers();
    this.words = words;
    this.oddities = oddities;
  }

  /// @param noAnswer why no automatic answer may go out; empty where one may
  public record Verdict(Kind kind, List<String> noAnswer, List<Bounce> bounces) {}

  /// Who the mail says it is from.
  ///
  /// @param from the addresses of From
  /// @param name the display name of the first
  /// @param own the store's own addresses
  /// @param envelope the SMTP sender; `<>` or empty text for the null sender; absent where unknown
  public record Senders(
      List<String> from, String name, Set<EmailAddress> own, Optional<String> envelope) {
    /// `shop+abc@example.org` is the store's where `shop@example.org` is.
    public boolean isOwn(EmailAddress address) {
      int plus = address.localPart().indexOf('+');
      return own.contains(address)
          || (plus > 0
              && own.contains(
                  new EmailAddress(
                      address.localPart().substring(0, plus) + "@" + address.domain())));
    }

    boolean nullSender() {
      return envelope.map(path -> path.replaceAll("[<>\\s]", "").isEmpty()).orElse(false);
    }

    String local() {
      String first = from.isEmpty() ? "" : from.getFirst();
      int at = first.lastIndexOf('@');
      return (at < 0 ? first : first.substring(0, at)).toLowerCase(Locale.ROOT);
    }
  }

  public Verdict judge(Senders senders) {
    Optional<String> complaint = complaint();
    if (complaint.isPresent()) {
      return new Verdict(Kind.COMPLAINT, List.of(complaint.get()), List.of());
    }
    Optional<Verdict> report = report();
    if (report.isPresent()) {
      return report.get();
    }
    if (mail.own().anyMatch(part -> part.mediaType().equals("message/disposition-notification"))
        || reportType().equals("disposition-notification")) {
      return new Verdict(Kind.READ_RECEIPT, List.of("RFC 8098: a read receipt"), List.of());
    }
    boolean daemon =
        senders.nullSender()
            || NOBODY.matcher(headers.text("from")).find()
            || Robots.isDaemon(senders.local())
            || Robots.isDaemonsName(senders.name());
    Optional<Verdict> free = freeBounce(senders, daemon);
    if (free.isPresent()) {
      return free.get();
    }
    List<String> reasons = new ArrayList<>(lists());
    if (!reasons.isEmpty()) {
      reasons.addAll(automatic(senders, daemon));
      return new Verdict(Kind.LIST, reasons, List.of());
    }
    List<String> automatic = automatic(senders, daemon);
    return automatic.isEmpty()
        ? new Verdict(Kind.MESSAGE, List.of(), List.of())
        : new Verdict(Kind.AUTOMATIC, automatic, List.of());
  }

  private String reportType() {
    return mail.mediaType().equals("multipart/report")
        ? mail.type().get("report-type").toLowerCase(Locale.ROOT)
        : "";
  }

  private Optional<String> complaint() {
    if (reportType().equals("feedback-report")
        || mail.own().anyMatch(part -> part.mediaType().equals("message/feedback-report"))) {
      return Optional.of("RFC 5965: somebody marked a message as spam");
    }
    if (headers.has("x-arf") || headers.text("x-xarf").equals("PLAIN")) {
      return Optional.of("X-ARF: an abuse report");
    }
    boolean about = ABUSE_SUBJECT.matcher(headers.text("subject")).find();
    boolean encloses = mail.own().anyMatch(Part::isMessage) || words.contains("Feedback-Type:");
    return about && encloses
        ? Optional.of("an abuse report by its subject and the mail enclosed")
        : Optional.empty();
  }

  private Optional<Verdict> report() {
    Optional<Part> status =
        mail.own()
            .filter(part ->
                part.mediaType().equals("message/delivery-status")
                    || part.mediaType().equals("message/global-delivery-status"))
            .findFirst();
    if (status.isEmpty()) {
      return Optional.empty();
    }
    DeliveryReports.Report report =
        DeliveryReports.read(status.get().text(oddities), FreeBounces.report(words));
    return switch (report.fate()) {
      case DELIVERED ->
          Optional.of(
              new Verdict(
                  Kind.DELIVERY_NOTICE, List.of("RFC 3464: a message was delivered"), List.of()));
      case DELAYED ->
          Optional.of(
              new Verdict(Kind.BOUNCE, List.of("RFC 3464: a message is delayed"), report.failed()));
      case FAILED, UNKNOWN -> {
        List<Bounce> failed = report.failed().isEmpty() ? inWords(named()) : report.failed();
        yield Optional.of(
            new Verdict(
                Kind.BOUNCE, List.of("RFC 3464: a message could not be delivered"), failed));
      }
    };
  }

  private Optional<Verdict> freeBounce(Senders senders, boolean daemon) {
    List<String> named = named();
    boolean subject = FreeBounces.subjectSays(headers.text("subject"));
    boolean report =
        mail.mediaType().equals("multipart/report") && reportType().equals("delivery-status");
    boolean reply =
        headers.text("auto-submitted").toLowerCase(Locale.ROOT).startsWith("auto-replied");
    boolean encloses =
        mail.own()
            .anyMatch(part -> part.isMessage() || part.mediaType().equals("text/rfc822-headers"));
    boolean robot = Robots.takesNoReplies(senders.local()) || Robots.isRobot(senders.local());
    boolean answer = ANSWER.matcher(headers.text("subject")).find();
    boolean suspect = !named.isEmpty() || report || daemon || robot || (subject && !answer);
    if (!suspect) {
      return Optional.empty();
    }
    boolean says = FreeBounces.textSays(words);
    boolean code = FreeBounces.hasFailureCode(words);
    boolean bounce =
        !named.isEmpty()
            || report
            || (daemon && ((subject && (says || code)) || (says && code) || (subject && !reply)))
            || (daemon && !reply && (encloses || says))
            || (robot && says && (encloses || words.contains("notificationType")))
            || (!answer && subject && says && FreeBounces.looksMachineMade(words));
    if (!bounce) {
      return Optional.empty();
    }
    return Optional.of(
        new Verdict(
            Kind.BOUNCE,
            List.of("a message could not be delivered, by the words of the report"),
            inWords(named)));
  }

  private List<String> named() {
    List<String> named = new ArrayList<>();
    for (String field : headers.all("x-failed-recipients")) {
      for (String address : field.split(",", 50)) {
        String recipient = DeliveryReports.address(address);
        if (!recipient.isEmpty()) {
          named.add(recipient);
        }
      }
    }
    return named;
  }

  private List<Bounce> inWords(List<String> named) {
    List<String> own = new ArrayList<>();
    for (String field : List.of("to", "from", "delivered-to")) {
      AddressList.parse(headers.first(field).orElse(""), oddities)
          .forEach(entry -> own.add(entry.address().toLowerCase(Locale.ROOT)));
    }
    return FreeBounces.recipients(words, named, own);
  }

  private List<String> lists() {
    List<String> reasons = new ArrayList<>();
    for (HeaderFields.Field field : headers.fields()) {
      boolean list =
          field.name().startsWith("list-")
              || field.name().equals("mailing-list")
              || field.name().equals("x-mailing-list")
              || field.name().equals("x-listname");
      if (list && reasons.isEmpty()) {
        reasons.add("RFC 2369: " + field.name() + " names a list");
      }
    }
    return reasons;
  }

  /// Everything that RFC 3834 section 2 and the usual extensions say must not be answered.
  private List<String> automatic(Senders senders, boolean daemon) {
    List<String> reasons = new ArrayList<>();
    headers
        .first("auto-submitted")
        .map(value -> value.replaceAll("\\(.*?\\)", "").strip().toLowerCase(Locale.ROOT))
        .filter(value -> !value.replaceAll("[;\\s].*", "").equals("no"))
        .ifPresent(value -> reasons.add("RFC 3834: Auto-Submitted: " + value));
    if (senders.nullSender()) {
      reasons.add("RFC 3834: null sender");
    }
    String precedence = headers.text("precedence").strip().toLowerCase(Locale.ROOT);
    if (Set.of("bulk", "list", "junk", "auto_reply", "auto-reply").contains(precedence)) {
      reasons.add("Precedence: " + precedence);
    }
    String suppress = headers.text("x-auto-response-suppress").toLowerCase(Locale.ROOT);
    for (String word : suppress.split("[,;\\s]+", 20)) {
      if (Set.of("all", "oof", "autoreply").contains(word)) {
        reasons.add("X-Auto-Response-Suppress: " + word);
      }
    }
    for (String name :
        List.of(
            "x-autoreply",
            "x-autorespond",
            "x-autogenerated",
            "x-autoresponse",
            "x-autoreply-from",
            "x-mail-autoreply",
            "x-cron-env",
            "feedback-id")) {
      String value = headers.text(name);
      if (headers.has(name) && !value.equalsIgnoreCase("no") && !value.equalsIgnoreCase("false")) {
        reasons.add("written by a program: " + name);
      }
    }
    if (mail.mediaType().equals("multipart/report")) {
      reasons.add("RFC 6522: a report");
    }
    if (DMARC_REPORT.matcher(headers.text("subject")).find()) {
      reasons.add("RFC 7489: a DMARC report");
    }
    if (OUT_OF_OFFICE.matcher(headers.text("subject")).find()) {
      reasons.add("automatic by its subject");
    }
    String local = senders.local();
    if (senders.from().stream()
        .anyMatch(from -> EmailAddress.parse(from).filter(senders::isOwn).isPresent())) {
      reasons.add("from an address of the store itself");
    } else if (Robots.takesNoReplies(local)) {
      reasons.add("the sender takes no replies");
    } else if ((daemon && !senders.nullSender()) || Robots.isRobot(local)) {
      reasons.add("the sender is a program");
    }
    senders
        .envelope()
        .map(path -> path.replaceAll("[<>\\s]", "").toLowerCase(Locale.ROOT))
        .filter(path -> path.lastIndexOf('@') > 0)
        .map(path -> path.substring(0, path.lastIndexOf('@')))
        .filter(path -> Robots.isRobot(path) && !path.startsWith("bounce"))
        .filter(path -> !path.matches(".*\\d{4,}.*"))
        .ifPresent(path -> reasons.add("the envelope's sender is a program"));
    return reasons;
  }
}
