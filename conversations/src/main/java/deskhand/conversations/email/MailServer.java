package deskhand.conversations.email;

import deskhand.conversations.Mailbox;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.Properties;

/// Sessions with a mailbox's servers: encrypted as the mailbox says, with the server's name checked
/// against its certificate, and no wait without an end.
final class MailServer {
  private final EmailSettings.Patience patience;

  MailServer(EmailSettings.Patience patience) {
    this.patience = patience;
  }

  /// @param answer how long an answer is waited for; longer than an IDLE may be silent
  Session imap(Mailbox.Server server, Duration answer) {
    Properties properties = properties("imap", server, answer);
    properties.put("mail.imap.peek", "true");
    properties.put("mail.imap.fetchsize", "1048576");
    return Session.getInstance(properties);
  }

  /// @param sender the envelope's sender (RFC 5321 MAIL FROM)
  Session smtp(Mailbox.Server server, String sender) {
    Properties properties = properties("smtp", server, patience.answer());
    properties.put("mail.smtp.from", sender);
    properties.put("mail.smtp.auth", Boolean.toString(!server.user().isEmpty()));
    properties.put("mail.smtp.localhost", sender.substring(sender.indexOf('@') + 1));
    properties.put("mail.smtp.quitwait", "false");
    properties.put("mail.smtp.sendpartial", "false");
    return Session.getInstance(properties);
  }

  private Properties properties(String protocol, Mailbox.Server server, Duration answer) {
    Properties properties = new Properties();
    String prefix = "mail." + protocol + ".";
    properties.put(prefix + "connectiontimeout", Long.toString(patience.connect().toMillis()));
    properties.put(prefix + "timeout", Long.toString(answer.toMillis()));
    properties.put(prefix + "writetimeout", Long.toString(answer.toMillis()));
    properties.put(prefix + "ssl.checkserveridentity", "true");
    switch (server.tls()) {
      case IMPLICIT -> properties.put(prefix + "ssl.enable", "true");
      case STARTTLS -> {
        properties.put(prefix + "starttls.enable", "true");
        properties.put(prefix + "starttls.required", "true");
      }
      case NONE -> {}
    }
    return properties;
  }
}
