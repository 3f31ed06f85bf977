package deskhand.conversations.email.nature;

import java.util.regex.Pattern;

/// Senders that are no persons, by the local part of their address or by their name.
final class Robots {
  private static final Pattern DAEMON =
      Pattern.compile(
          "(?i)^(?:mailer[-_.]?daemon|post[-_.]?master|mail[-_.]?delivery.*|mail[-_. ]?daemon|maildelivery.*|.*mailer-daemon.*|.*postmaster.*|mdaemon|bounces?|.*-bounces|bounce[-+=].*|microsoftexchange[0-9a-f]+)$");

  private static final Pattern DAEMON_NAME =
      Pattern.compile(
          "(?i)mail(?:er)?[- ]?(?:delivery|daemon)|postmaster|mail delivery|delivery (?:sub)?system|system administrator|systemadministrator|mail administrator");

  private static final Pattern NO_REPLY =
      Pattern.compile(
          "(?i)^(?:.*[._+-])?(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|dont[-_.]?reply|no[-_.]?responder|no[-_.]?response|nicht[-_.]?antworten|keine[-_.]?antwort|ne[-_.]?pas[-_.]?repondre|geen[-_.]?antwoord|non[-_.]?rispondere|nao[-_.]?responda|ikke[-_.]?svar|svara[-_.]?inte|noreply)(?:[._+=-].*|\\d*)$");

  private static final Pattern ROBOT =
      Pattern.compile(
          "(?i)^(?:owner-.+|.+-owner|.+-request|listserv.*|majordomo.*|.+-bounces?|bounces?[-+=].*|mailer-daemon|postmaster|.+-confirm|.+-errors?|auto-?(?:reply|responder|confirm))$");

  private Robots() {}

  /// A mail system that reports what became of mail.
  static boolean isDaemon(String local) {
    return DAEMON.matcher(local).matches();
  }

  static boolean isDaemonsName(String name) {
    return DAEMON_NAME.matcher(name).find();
  }

  static boolean takesNoReplies(String local) {
    return NO_REPLY.matcher(local).matches();
  }

  /// A list's or a program's own address (RFC 3834 section 2).
  static boolean isRobot(String local) {
    return ROBOT.matcher(local).matches();
  }
}
