package deskhand.server.demo;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import deskhand.store.EmailAddress;
import deskhand.store.Store;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A mail server inside this program, on the loopback address and ports of its own: the store's
/// mailbox, and one for every customer of the demo. What comes to another domain stays here too.
final class DemoMail implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(DemoMail.class);
  private static final String LOOPBACK = "127.0.0.1";
  private static final int MOST_MAILBOXES = 500;
  private static final int MOST_SENT = 100;
  private static final int DEEPEST = 10;

  private final Store.Profile shop;
  private final DemoClock clock;
  private final GreenMail server;
  private final String password = UUID.randomUUID().toString();
  private final Map<String, Deque<Letter>> sent = new ConcurrentHashMap<>();

  DemoMail(Store.Profile shop, DemoClock clock) {
    this.shop = shop;
    this.clock = clock;
    this.server =
        new GreenMail(
            new ServerSetup[] {
              new ServerSetup(0, LOOPBACK, ServerSetup.PROTOCOL_SMTP),
              new ServerSetup(0, LOOPBACK, ServerSetup.PROTOCOL_IMAP)
            });
  }

  /// What the own host writes as its name into Authentication-Results.
  String host() {
    return "mx." + shop.domain();
  }

  int smtpPort() {
    return server.getSmtp().getPort();
  }

  int imapPort() {
    return server.getImap().getPort();
  }

  String user() {
    return shop.supportAddress().value();
  }

  String password() {
    return password;
  }

  void start() {
    server.start();
    server.setUser(user(), user(), password);
    server
        .getUserManager()
        .setMessageDeliveryHandler(
            (message, to) -> mailbox(to.getEmail().toLowerCase(Locale.ROOT)));
  }

  @Override
  public void close() {
    server.stop();
  }

  private GreenMailUser mailbox(String address) throws UserException {
    String owner = address.endsWith("@" + shop.domain()) ? user() : address;
    GreenMailUser known = server.getUserManager().getUserByEmail(owner);
    if (known != null) {
      return known;
    }
    if (server.getUserManager().listUser().size() >= MOST_MAILBOXES) {
      throw new UserException("the demo has no room for another mailbox");
    }
    return server.getUserManager().createUser(owner, owner, UUID.randomUUID().toString());
  }

  /// What a customer writes.
  record Written(
      EmailAddress from, String name, String subject, String text, Circumstances circumstances) {}

  /// @param proven the own host found that the mail really comes from the domain in From (DMARC)
  /// @param automatic no person wrote it (RFC 3834)
  record Circumstances(boolean proven, boolean automatic, Optional<Letter> answered) {}

  /// Hands the mail to the server by SMTP, as the customer's own provider would.
  void send(Written written) throws MessagingException {
    Session session = Session.getInstance(smtp());
    MimeMessage mail = new MimeMessage(session);
    String id = "<" + UUID.randomUUID() + "@" + written.from().domain() + ">";
    Instant now = clock.instant();
    Optional<Letter> answered = written.circumstances().answered();
    String references =
        answered
            .map(letter -> (letter.ids().references() + " " + letter.ids().messageId()).strip())
            .orElse("");
    try {
      mail.setFrom(
          new InternetAddress(
              written.from().value(), written.name(), StandardCharsets.UTF_8.name()));
    } catch (java.io.UnsupportedEncodingException impossible) {
      throw new IllegalStateException(impossible);
    }
    InternetAddress to =
        new InternetAddress(answered.map(Letter::replyTo).orElse(shop.supportAddress().value()));
    mail.setRecipient(Message.RecipientType.TO, to);
    mail.setSubject(written.subject(), StandardCharsets.UTF_8.name());
    mail.setText(written.text(), StandardCharsets.UTF_8.name());
    mail.setSentDate(Date.from(now));
    mail.saveChanges();
    mail.setHeader("Message-ID", id);
    if (answered.isPresent()) {
      mail.setHeader("In-Reply-To", answered.get().ids().messageId());
      mail.setHeader("References", references);
    }
    if (written.circumstances().automatic()) {
      mail.setHeader("Auto-Submitted", "auto-replied");
    }
    mail.setHeader("Authentication-Results", results(written));
    try (Transport transport = session.getTransport("smtp")) {
      transport.connect();
      transport.sendMessage(mail, new InternetAddress[] {to});
    }
    Deque<Letter> theirs =
        sent.computeIfAbsent(written.from().value(), address -> new ConcurrentLinkedDeque<>());
    theirs.add(
        new Letter(
            written.from().value(),
            written.subject(),
            written.text(),
            now,
            true,
            new Letter.Ids(id, references, written.circumstances().automatic()),
            ""));
    while (theirs.size() > MOST_SENT) {
      theirs.removeFirst();
    }
  }

  private String results(Written written) {
    String domain = written.from().domain();
    return written.circumstances().proven()
        ? host()
            + "; dkim=pass header.d="
            + domain
            + "; spf=pass smtp.mailfrom="
            + domain
            + "; dmarc=pass header.from="
            + domain
        : host()
            + "; dkim=none; spf=softfail smtp.mailfrom="
            + domain
            + "; dmarc=fail header.from="
            + domain;
  }

  private Properties smtp() {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", LOOPBACK);
    properties.put("mail.smtp.port", Integer.toString(smtpPort()));
    properties.put("mail.smtp.connectiontimeout", "5000");
    properties.put("mail.smtp.timeout", "10000");
    return properties;
  }

  /// The mails that an address sent and got, oldest first.
  List<Letter> of(EmailAddress address) {
    List<Letter> letters =
        new ArrayList<>(sent.getOrDefault(address.value(), new ConcurrentLinkedDeque<>()));
    GreenMailUser user = server.getUserManager().getUserByEmail(address.value());
    if (user != null) {
      try {
        server
            .getManagers()
            .getImapHostManager()
            .getInbox(user)
            .getNonDeletedMessages()
            .forEach(stored -> got(stored.getMimeMessage()).ifPresent(letters::add));
      } catch (com.icegreen.greenmail.store.FolderException gone) {
        log.warn("a mailbox of the demo could not be read", gone);
      }
    }
    letters.sort(Comparator.comparing(Letter::at));
    return letters;
  }

  private static Optional<Letter> got(MimeMessage mail) {
    try {
      Date date = mail.getSentDate();
      String automatic = mail.getHeader("Auto-Submitted", null);
      InternetAddress[] replyTo = addresses(mail.getReplyTo());
      return Optional.of(
          new Letter(
              addresses(mail.getFrom())[0].toUnicodeString(),
              Optional.ofNullable(mail.getSubject()).orElse(""),
              text(mail, 0).strip(),
              date == null ? Instant.EPOCH : date.toInstant(),
              false,
              new Letter.Ids(
                  Optional.ofNullable(mail.getMessageID()).orElse(""),
                  Optional.ofNullable(mail.getHeader("References", " ")).orElse(""),
                  automatic != null && !automatic.equals("no")),
              replyTo[0].getAddress()));
    } catch (MessagingException | IOException broken) {
      log.warn("a mail of the demo could not be shown", broken);
      return Optional.empty();
    }
  }

  private static InternetAddress[] addresses(jakarta.mail.Address[] addresses) {
    InternetAddress[] all = new InternetAddress[addresses.length];
    for (int i = 0; i < addresses.length; i++) {
      all[i] = (InternetAddress) addresses[i];
    }
    return all;
  }

  private static String text(Part part, int depth) throws MessagingException, IOException {
    if (part.isMimeType("text/plain")) {
      return part.getContent() instanceof String text ? text : "";
    }
    if (depth < DEEPEST && part.getContent() instanceof Multipart many) {
      for (int i = 0; i < many.getCount(); i++) {
        BodyPart inner = many.getBodyPart(i);
        String found = text(inner, depth + 1);
        if (!found.isBlank()) {
          return found;
        }
      }
    }
    return "";
  }
}
