package deskhand.conversations.email;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import deskhand.conversations.Mailbox;
import deskhand.conversations.Mailboxes;
import deskhand.store.EmailAddress;
import deskhand.store.OpeningHours;
import deskhand.store.Store;
import deskhand.store.StoreId;
import deskhand.store.StoreMode;
import deskhand.store.Stores;
import deskhand.store.TestDatabase;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/// A mail server, and the program's mail side on a database of its own.
final class MailWorld {
  static final String HELP = "help@tern.example";

  private MailWorld() {}

  /// This module and the store's; without the test application of the base package.
  @EnableAutoConfiguration
  @ComponentScan(
      basePackages = {"deskhand.store", "deskhand.conversations"},
      excludeFilters =
          @ComponentScan.Filter(
              type = FilterType.REGEX,
              pattern = "deskhand\\.(store|conversations)\\.(\\w+\\.)*(\\w+Test|Test\\w+)(\\$.*)?"))
  @Import(TestDatabase.class)
  static class Application {}

  static GreenMail mailServer() {
    GreenMail server = new GreenMail(ServerSetup.dynamicPort(ServerSetup.SMTP_IMAP));
    server.start();
    server.setUser(HELP, HELP, "secret");
    server.setUser("ana@one.example", "ana@one.example", "secret");
    return server;
  }

  static StoreId store(Stores stores) {
    return stores.create(
        new Store.Profile(
            "Tern & Tide",
            "tern.example",
            new EmailAddress(HELP),
            "NL",
            new Store.Habits(
                ZoneId.of("Europe/Amsterdam"),
                Locale.ENGLISH,
                Currency.getInstance("EUR"),
                OpeningHours.unknown())),
        StoreMode.SUGGEST);
  }

  static void connect(Mailboxes mailboxes, StoreId store, int imapPort, int smtpPort) {
    mailboxes.connect(
        store,
        new Mailbox.Wanted(
            new EmailAddress(HELP),
            new Mailbox.Server("127.0.0.1", imapPort, Mailbox.Tls.NONE, HELP, "secret"),
            new Mailbox.Server("127.0.0.1", smtpPort, Mailbox.Tls.NONE, "", ""),
            Mailbox.ImportMode.FROM_NOW_ON,
            Optional.empty(),
            Set.of(),
            Set.of()));
  }

  /// Sends the raw bytes by SMTP, as the world outside does.
  static void mail(GreenMail server, byte[] raw) throws Exception {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", Integer.toString(server.getSmtp().getPort()));
    Session session = Session.getInstance(properties);
    MimeMessage message =
        new MimeMessage(session, new ByteArrayInputStream(raw)) {
          @Override
          protected void updateMessageID() {}
        };
    Transport.send(message, new InternetAddress[] {new InternetAddress(HELP)});
  }
}
