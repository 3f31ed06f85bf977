package deskhand.eval;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import deskhand.conversations.Mailbox;
import deskhand.store.EmailAddress;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/// A mail server of our own beside the program that is killed: it keeps what customers wrote and what they got.
final class CrashMail implements AutoCloseable {
  private static final String HOST = "mx.corner.example";
  private static final String STORE = "help@corner.example";

  private final GreenMail server =
      new GreenMail(ServerSetup.dynamicPort(ServerSetup.SMTP_IMAP));
  private final GreenMailUser store;
  private final List<String> written = new ArrayList<>();

  CrashMail() {
    server.start();
    store = server.setUser(STORE, STORE, "secret");
  }

  /// How the program reaches it.
  Mailbox.Wanted mailbox() {
    return new Mailbox.Wanted(
        new EmailAddress(STORE),
        new Mailbox.Server("127.0.0.1", server.getImap().getPort(), Mailbox.Tls.NONE, STORE, "secret"),
        new Mailbox.Server("127.0.0.1", server.getSmtp().getPort(), Mailbox.Tls.NONE, "", ""),
        Mailbox.ImportMode.FROM_NOW_ON,
        Optional.of(HOST),
        Set.of(),
        Set.of());
  }

  /// One customer's only mail; each has a domain of its own, so that no budget is met.
  synchronized void write(String text) {
    int number = written.size();
    String customer = customer(number);
    String domain = customer.substring(customer.indexOf('@') + 1);
    String mail =
        String.join(
            "\r\n",
            "Authentication-Results: " + HOST + "; dmarc=pass header.from=" + domain,
            "From: Customer " + number + " <" + customer + ">",
            "To: " + STORE,
            "Subject: Question " + number,
            "Message-ID: <crash-" + number + "@" + domain + ">",
            "Date: Mon, 15 Jun 2026 10:00:00 +0000",
            "",
            text,
            "");
    try {
      store.deliver(
          new MimeMessage(
              Session.getInstance(new Properties()),
              new ByteArrayInputStream(mail.getBytes(StandardCharsets.US_ASCII))));
    } catch (MessagingException broken) {
      throw new IllegalStateException("the mail server takes no mail", broken);
    }
    written.add(customer);
  }

  /// Whoever wrote, in order.
  synchronized List<String> customers() {
    return List.copyOf(written);
  }

  /// How many mails each customer got.
  Map<String, Integer> received() {
    Map<String, Integer> counts = new HashMap<>();
    try {
      for (MimeMessage message : server.getReceivedMessages()) {
        String to = message.getAllRecipients()[0].toString();
        if (!to.contains(STORE)) {
          counts.merge(to.replaceAll(".*<|>.*", ""), 1, Integer::sum);
        }
      }
    } catch (MessagingException broken) {
      throw new IllegalStateException("a mail of ours cannot be read", broken);
    }
    return counts;
  }

  @Override
  public void close() {
    server.stop();
  }

  private static String customer(int number) {
    return "c" + number + "@d" + number + ".example";
  }
}
