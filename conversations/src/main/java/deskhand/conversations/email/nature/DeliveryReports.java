package deskhand.conversations.email.nature;

import deskhand.conversations.MailReading.Bounce;
import deskhand.conversations.email.mime.HeaderFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Delivery status notifications (RFC 3464): what became of each recipient.
final class DeliveryReports {
  private static final int MOST_RECIPIENTS = 200;
  private static final int LONGEST = 500_000;
  private static final Pattern STATUS = Pattern.compile("\\b([245]\\.\\d{1,3}\\.\\d{1,3})\\b");

  private DeliveryReports() {}

  /// What a report says.
  ///
  /// @param failed recipients that did not get it, or not yet
  /// @param fate the worst that happened to one of them
  record Report(List<Bounce> failed, Fate fate) {}

  /// What happened to a message, worst last.
  enum Fate {
    UNKNOWN,
    DELIVERED,
    DELAYED,
    FAILED
  }

  /// @param status the text of a `message/delivery-status`
  /// @param told all the mail's own words, where the reason may stand in plain
  static Report read(String status, String told) {
    Map<String, Bounce> failed = new LinkedHashMap<>();
    Fate worst = Fate.UNKNOWN;
    String text = status.length() > LONGEST ? status.substring(0, LONGEST) : status;
    for (String group : text.split("(?:\\r?\\n[ \\t]*){2,}", -1)) {
      HeaderFields fields = HeaderFields.read(group.strip() + "\n");
      String recipient = recipient(fields);
      Fate fate = fate(fields);
      worst = fate.compareTo(worst) > 0 ? fate : worst;
      boolean bad = fate == Fate.FAILED || fate == Fate.DELAYED;
      if (bad && !recipient.isEmpty() && failed.size() < MOST_RECIPIENTS) {
        failed.putIfAbsent(recipient, bounce(recipient, fields, told, fate));
      }
    }
    return new Report(new ArrayList<>(failed.values()), worst);
  }

  private static Bounce bounce(String recipient, HeaderFields fields, String told, Fate fate) {
    String diagnostic =
        fields.first("diagnostic-code").orElse("")
            + " "
            + fields.first("x-supplementary-info").orElse("");
    String status = status(fields.first("status").orElse(""));
    String words = diagnostic.isBlank() ? FreeBounces.about(recipient, told) : diagnostic;
    String inner = status(words);
    // A gateway's 5.0.0 says less than the code that it was told.
    String best =
        (status.isEmpty() || status.endsWith(".0.0")) && !inner.isEmpty() ? inner : status;
    return new Bounce(recipient, best, fate == Fate.FAILED && BounceReason.permanent(best, words));
  }

  private static String recipient(HeaderFields fields) {
    for (String name : List.of("final-recipient", "original-recipient", "x-actual-recipient")) {
      String address = address(fields.first(name).orElse(""));
      if (!address.isEmpty()) {
        return address;
      }
    }
    return "";
  }

  /// `rfc822; <ana@example.org>`.
  static String address(String field) {
    String value = field.substring(field.indexOf(';') + 1).strip();
    int open = value.lastIndexOf('<');
    int close = value.indexOf('>', open + 1);
    String bare = open >= 0 && close > open ? value.substring(open + 1, close) : value;
    String address = bare.strip().replaceAll("[\\s\"'<>]", "");
    boolean usable =
        address.length() <= 254 && address.indexOf('@') > 0 && address.charAt(0) != '|';
    return usable ? address.toLowerCase(Locale.ROOT) : "";
  }

  private static Fate fate(HeaderFields fields) {
    String action = fields.first("action").orElse("").strip().toLowerCase(Locale.ROOT);
    String status = status(fields.first("status").orElse(""));
    return switch (action.replaceAll("[^a-z].*", "")) {
      case "failed", "failure", "fail", "error" -> Fate.FAILED;
      case "delayed", "delay" -> Fate.DELAYED;
      case "delivered", "relayed", "expanded" -> Fate.DELIVERED;
      default ->
          switch (status.isEmpty() ? ' ' : status.charAt(0)) {
            case '5' -> Fate.FAILED;
            case '4' -> Fate.DELAYED;
            case '2' -> Fate.DELIVERED;
            default -> Fate.UNKNOWN;
          };
    };
  }

  static String status(String text) {
    Matcher status = STATUS.matcher(text);
    return status.find() ? status.group(1) : "";
  }
}
