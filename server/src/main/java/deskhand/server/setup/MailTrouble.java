package deskhand.server.setup;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Why a mailbox does not work. The mail library's own sentences name classes, codes and
/// milliseconds; what is not recognised is shown as it came.
enum MailTrouble {
  UNANSWERED("connect to host, port: ([^,]+), (\\d+)", "mailbox.problem.host"),
  ENCRYPTION("ssl|tls|certif|handshake|PKIX", "mailbox.problem.encryption"),
  REFUSED("auth|log[ -]?in|credential|password", "mailbox.problem.refused"),
  OTHER("", "mailbox.problem");

  private final Pattern sign;
  private final String key;

  MailTrouble(String sign, String key) {
    this.sign = Pattern.compile(sign, Pattern.CASE_INSENSITIVE);
    this.key = key;
  }

  static MailTrouble of(String problem) {
    for (MailTrouble trouble : values()) {
      if (trouble.sign.matcher(problem).find()) {
        return trouble;
      }
    }
    return OTHER;
  }

  /// A sentence of the message files.
  record Sentence(String key, String first, String second) {}

  /// In words; empty for no problem.
  static Optional<Sentence> inWords(String problem) {
    if (problem.isBlank()) {
      return Optional.empty();
    }
    MailTrouble trouble = of(problem);
    Matcher found = trouble.sign.matcher(problem);
    return Optional.of(
        trouble == UNANSWERED && found.find()
            ? new Sentence(trouble.key, found.group(1).strip(), found.group(2))
            : new Sentence(trouble.key, problem, ""));
  }
}
