package deskhand.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import deskhand.conversations.Conversation;
import deskhand.conversations.Conversations;
import deskhand.conversations.Mailbox;
import deskhand.conversations.Mailboxes;
import deskhand.conversations.Message;
import deskhand.knowledge.KnowledgeBase;
import deskhand.knowledge.Upload;
import deskhand.store.EmailAddress;
import deskhand.store.StoreId;
import deskhand.store.StoreMode;
import deskhand.store.Stores;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// The program as `serve` starts it: a private PostgreSQL that syncs, a port of its own, and one
/// store whose mailbox lies on a mail server beside it.
final class RunningShop implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(90);
  static final String ADDRESS = "help@lamps.example";
  static final String QUESTION = "Within how many days can I return a lamp that I have not used?";
  static final String ANSWER = "21 days";
  private static final String HOST = "mx.lamps.example";
  private static final String RETURNS =
      """
      # Returns

      You can return unused lamps within **21 days** of delivery. Returns are free of charge.

      Broken bulbs cannot be returned.
      """;

  private final Path data;
  private final GreenMail mail = new GreenMail(ServerSetup.dynamicPort(ServerSetup.SMTP_IMAP));
  private final GreenMailUser mailbox;
  private final ConfigurableApplicationContext program;
  private final StoreId store;
  private final HttpClient http = HttpClient.newHttpClient();
  private int written;

  RunningShop(Path data) {
    this.data = data;
    mail.start();
    mailbox = mail.setUser(ADDRESS, ADDRESS, "secret");
    program =
        new SpringApplicationBuilder(Deskhand.class)
            .run(
                "--deskhand.data=" + data,
                "--server.port=0",
                "--deskhand.conversations.email.polling.look=200ms",
                "--deskhand.conversations.email.polling.every=1s");
    store =
        get(Stores.class)
            .create(RightsTest.profile("Lamps", new EmailAddress(ADDRESS)), StoreMode.AUTOMATIC);
    get(KnowledgeBase.class)
        .publish(
            store, List.of(new Upload("returns.md", RETURNS.getBytes(StandardCharsets.UTF_8))));
    get(Mailboxes.class)
        .connect(
            store,
            new Mailbox.Wanted(
                new EmailAddress(ADDRESS),
                new Mailbox.Server(
                    "127.0.0.1", mail.getImap().getPort(), Mailbox.Tls.NONE, ADDRESS, "secret"),
                new Mailbox.Server("127.0.0.1", mail.getSmtp().getPort(), Mailbox.Tls.NONE, "", ""),
                Mailbox.ImportMode.FROM_NOW_ON,
                Optional.of(HOST),
                Set.of(),
                Set.of()));
    Mailboxes mailboxes = get(Mailboxes.class);
    await()
        .atMost(PATIENCE)
        .until(() ->
            mailboxes.of(store).stream()
                .flatMap(known -> mailboxes.health(store, known.id()).stream())
                .anyMatch(health -> health.workedAt().isPresent()));
  }

  <T> T get(Class<T> type) {
    return program.getBean(type);
  }

  StoreId store() {
    return store;
  }

  /// Sends a mail by SMTP; its Message-ID.
  String write(String from, String subject, String text, String... headers) {
    String id = "<q" + ++written + "@" + from.substring(from.indexOf('@') + 1) + ">";
    String raw =
        String.join("\r\n", headers)
            + (headers.length == 0 ? "" : "\r\n")
            + String.join(
                "\r\n",
                "Authentication-Results: "
                    + HOST
                    + "; dmarc=pass header.from="
                    + from.substring(from.indexOf('@') + 1),
                "From: " + from,
                "To: " + ADDRESS,
                "Subject: " + subject,
                "Message-ID: " + id,
                "",
                text,
                "");
    Properties smtp = new Properties();
    smtp.put("mail.smtp.host", "127.0.0.1");
    smtp.put("mail.smtp.port", Integer.toString(mail.getSmtp().getPort()));
    Session session = Session.getInstance(smtp);
    try (Transport transport = session.getTransport("smtp")) {
      transport.connect();
      transport.sendMessage(
          new MimeMessage(session, stream(raw)),
          new InternetAddress[] {new InternetAddress(ADDRESS)});
    } catch (MessagingException broken) {
      throw new IllegalStateException(broken);
    }
    return id;
  }

  /// Lays bytes into the store's mailbox as they are, whatever they are.
  void lay(String raw) {
    try {
      mailbox.deliver(new MimeMessage(Session.getInstance(new Properties()), stream(raw)));
    } catch (MessagingException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static ByteArrayInputStream stream(String raw) {
    return new ByteArrayInputStream(raw.getBytes(StandardCharsets.ISO_8859_1));
  }

  /// What an address got, oldest first.
  List<MimeMessage> got(String address) {
    return Arrays.stream(mail.getReceivedMessages())
        .filter(message -> to(message).equals(address))
        .toList();
  }

  /// Waits for that address's first mail from the store.
  MimeMessage answerTo(String address) {
    await().atMost(PATIENCE).until(() -> !got(address).isEmpty());
    return got(address).getFirst();
  }

  private static String to(MimeMessage message) {
    try {
      Address[] to = message.getRecipients(jakarta.mail.Message.RecipientType.TO);
      return to == null ? "" : ((InternetAddress) to[0]).getAddress();
    } catch (MessagingException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /// A mail's plain text, as it was sent.
  static String text(MimeMessage mail) {
    try {
      var parts = (jakarta.mail.Multipart) mail.getContent();
      return (String) parts.getBodyPart(0).getContent();
    } catch (IOException | MessagingException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /// All messages of the conversations with that address, as they are stored.
  List<Message> stored(String address) {
    Conversations conversations = get(Conversations.class);
    return conversations(address).stream()
        .flatMap(found -> conversations.messages(store, found.id()).stream())
        .toList();
  }

  List<Conversation> conversations(String address) {
    return get(Conversations.class)
        .list(
            store,
            new Conversations.Filter(Conversations.View.ALL, "", Optional.empty()),
            Optional.empty(),
            200)
        .rows()
        .stream()
        .map(Conversations.Row::conversation)
        .filter(
            found -> found.party().address().map(EmailAddress::value).equals(Optional.of(address)))
        .toList();
  }

  HttpResponse<String> post(String path, String token, String body) {
    return send(
        request(path, token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpResponse<String> read(String path, String token) {
    return send(request(path, token));
  }

  private HttpRequest.Builder request(String path, String token) {
    URI at =
        URI.create(
            "http://127.0.0.1:"
                + program.getEnvironment().getProperty("local.server.port")
                + "/api/chat/"
                + store
                + path);
    return HttpRequest.newBuilder(at)
        .timeout(Duration.ofSeconds(30))
        .header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(end);
    }
  }

  /// `kill -9` of the private PostgreSQL under the running program.
  void killDatabase() {
    try {
      String pid = Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst().strip();
      ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
      assertThat(postmaster.destroyForcibly()).isTrue();
      postmaster.onExit().join();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public void close() {
    program.close();
    mail.stop();
  }
}
