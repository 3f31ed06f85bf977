package deskhand.conversations.email.nature;

import deskhand.conversations.MailReading.Bounce;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Bounces in words, as qmail, Exim, old Sendmail, Exchange and many hosts write them without a
/// machine-readable report.
final class FreeBounces {
  private static final int MOST_RECIPIENTS = 50;
  private static final int READ = 60_000;
  private static final int NEAR = 600;

  private static final Pattern SUBJECT =
      words(
          "undeliver(?:ed|able)|returned mail|mail delivery (?:failed|failure|problem|error)|delivery (?:status )?notification ?\\(?(?:failure|failed)|delivery (?:failure|failed|has failed|error|problem)|failure notice|failed (?:mail|delivery)|mail (?:system )?error|message (?:not|could not be|was not|returned|delivery)|non[- ]?deliver|mail failed|\\(delay\\)|delayed mail|(?:mail|message|delivery)[^a-z]{1,3}(?:is |was |being )?delayed|could not (?:be )?deliver|unable to deliver|not (?:be )?delivered|returning message|bounce(?:d)?\\b|rejected mail|mail could not",
          "unzustellbar|nicht zugestellt|zustellung fehlgeschlagen|zustellungsbenachrichtigung|non (?:remis|distribu)|échec de (?:la )?(?:remise|livraison)|onbestelbaar|niet (?:afgeleverd|bezorgd)|no se (?:ha podido|pudo) entregar|devuelto|no entregado|mancato recapito|impossibile recapitare|não entregue|falha na entrega|devolvido|ikke leveret|kan inte levereras|kunne ikke leveres|nie dostarczono|niedostarczon|toimitus epäonnistui|не доставлено|недоставленн");

  private static final Pattern SAYS_SO =
      words(
          "(?:can(?:not|'t| not)|could(?: not|n't)|was(?: not|n't)|were not|has not|will not|not) be(?:en)? (?:delivered|sent|reached)|was(?: not|n't) delivered|(?:unable to|cannot|can't|could not|error) deliver(?:ing)?|undeliverable|delivery (?:has )?failed|failed (?:permanently|recipient)|permanent (?:fatal )?error|not be able to deliver|wasn't able to deliver|been rejected|delivery error|failed to deliver|did not reach|was not sent|had (?:permanent|transient|delivery) |following (?:address|recipient)|returned to sender|message (?:has been |was )?(?:returned|rejected|bounced|undelivered)|giving up on|not been delivered|this is a permanent error|mail delivery|undelivered|over quota|mailbox (?:is )?full|user unknown|unknown user|no such user|invalid (?:user|recipient)|transcript of session|host unknown|unknown host|unrouteable|fatal errors|has been returned|encountered an error|error (?:has )?occurred|no valid recipients|been delayed|is delayed|temporary failure report|will (?:be retried|keep trying)|\"notificationType\" ?: ?\"Bounce\"",
          "nicht zugestellt|konnte nicht|unzustellbar|n'a pas pu être (?:remis|distribué|délivré)|kon niet worden|no se ha podido entregar|non è stato possibile|impossibile|não (?:pôde|foi possível)|kunde inte|kunne ikke|nie (?:może|mogła|został)|не может быть доставлен|配信|送信できません|届けることができません");

  private static final Pattern ADDRESS =
      Pattern.compile(
          "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,80}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){0,6}");

  private static final Pattern NEXT =
      Pattern.compile("\\n[ \\t>]{0,8}<?(" + ADDRESS.pattern() + ")>?[ \\t]*:?[ \\t]*(?=\\n|$)");

  /// Where the returned mail starts; addresses from there on are not recipients that failed.
  private static final Pattern COPY =
      Pattern.compile(
          "(?im)^[ \\t>-]*(?:-{2,}.{0,60}(?:copy of|original message|returned message|message header|unsent message|enclosed|forwarded message).{0,60}"
              + "|(?:the )?(?:original|returned) message(?: header| was|:| follows| headers)?.{0,30}|received: from |return-path:|message-id:|x-mailer:|(?:below this line is|here is) a copy.{0,40}|included is a copy.{0,40}|.{0,20}copy of (?:the|your) (?:original )?message.{0,40})");

  private static final Pattern REPLY_CODE =
      Pattern.compile(
          "(?<![\\d.])([45]\\d\\d)[ -](?:(\\d\\.\\d{1,3}\\.\\d{1,3})|(?=[\\[A-Za-z#<(*]))|\\(#([45]\\.\\d{1,3}\\.\\d{1,3})\\)|#([45]\\.\\d{1,3}\\.\\d{1,3})");

  private FreeBounces() {}

  static boolean subjectSays(String subject) {
    return SUBJECT.matcher(subject).find();
  }

  static boolean textSays(String text) {
    return SAYS_SO.matcher(bounded(text)).find();
  }

  static boolean hasFailureCode(String text) {
    return REPLY_CODE.matcher(report(bounded(text))).find();
  }

  /// An enhanced status code, or the start of the mail that came back: no customer writes these.
  static boolean looksMachineMade(String text) {
    String bounded = bounded(text);
    return !DeliveryReports.status(report(bounded)).isEmpty() || COPY.matcher(bounded).find();
  }

  /// The recipients that the words name, with the code nearest behind each.
  ///
  /// @param named recipients that header fields name, such as X-Failed-Recipients
  static List<Bounce> recipients(String text, List<String> named, List<String> own) {
    String report = report(bounded(text));
    Map<String, Bounce> found = new LinkedHashMap<>();
    for (String address : named) {
      found.put(address, bounce(address, about(address, report)));
    }
    Matcher address = ADDRESS.matcher(report);
    while (named.isEmpty() && address.find() && found.size() < MOST_RECIPIENTS) {
      String recipient = address.group().toLowerCase(Locale.ROOT).replaceAll("^['.]+|['.]+$", "");
      boolean other = own.contains(recipient) || daemon(recipient) || found.containsKey(recipient);
      if (!other && recipient.contains("@")) {
        found.put(recipient, bounce(recipient, near(report, address)));
      }
    }
    List<Bounce> bounces = new ArrayList<>(found.values());
    List<Bounce> coded = bounces.stream().filter(one -> !one.status().isEmpty()).toList();
    return coded.isEmpty() ? bounces.subList(0, Math.min(1, bounces.size())) : coded;
  }

  /// What stands behind an address, up to the line that starts with another one.
  private static String near(String report, Matcher address) {
    int end = Math.min(report.length(), address.end() + NEAR);
    int line = report.lastIndexOf('\n', address.start());
    String near = report.substring(Math.max(line + 1, address.start() - 80), end);
    Matcher next = NEXT.matcher(near);
    int from = 0;
    while (next.find(from)) {
      if (!next.group(1).equalsIgnoreCase(address.group())) {
        return near.substring(0, next.start());
      }
      from = next.end();
    }
    return near;
  }

  /// What a report's words say about one recipient; all of them where it is not named.
  static String about(String recipient, String report) {
    String lower = report.toLowerCase(Locale.ROOT);
    Matcher address = ADDRESS.matcher(report);
    int at = lower.length() == report.length() ? lower.indexOf(recipient) : -1;
    return at >= 0 && address.find(at) ? near(report, address) : report;
  }

  private static Bounce bounce(String recipient, String near) {
    Matcher code = REPLY_CODE.matcher(near);
    String status = "";
    if (code.find()) {
      String enhanced = firstOf(code.group(2), code.group(3), code.group(4));
      status = enhanced.isEmpty() ? code.group(1).charAt(0) + ".0.0" : enhanced;
    } else {
      status = DeliveryReports.status(near);
    }
    boolean permanent = BounceReason.permanent(status, near);
    return new Bounce(recipient, status, permanent);
  }

  private static String firstOf(@org.jspecify.annotations.Nullable String... candidates) {
    for (String candidate : candidates) {
      if (candidate != null) {
        return candidate;
      }
    }
    return "";
  }

  private static boolean daemon(String address) {
    return address.startsWith("postmaster@")
        || address.startsWith("mailer-daemon@")
        || address.startsWith("abuse@")
        || address.startsWith("support@");
  }

  static String report(String text) {
    Matcher copy = COPY.matcher(text);
    int from = Math.min(text.length(), 30);
    return copy.find(from) ? text.substring(0, copy.start()) : text;
  }

  private static String bounded(String text) {
    return text.length() > READ ? text.substring(0, READ) : text;
  }

  private static Pattern words(String... alternatives) {
    return Pattern.compile(
        String.join("|", alternatives), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
