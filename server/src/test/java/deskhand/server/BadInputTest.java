package deskhand.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import deskhand.conversations.Entry;
import deskhand.conversations.Message;
import deskhand.conversations.RawMail;
import deskhand.conversations.RawMails;
import deskhand.knowledge.Imported;
import deskhand.knowledge.KnowledgeBase;
import deskhand.knowledge.Upload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What nobody means well, or nobody meant at all: each ends in a clear reason, and the next
/// customer is served at once.
class BadInputTest {
  private static final String BAD = "odd@bad.example";
  @TempDir static Path data;
  private static RunningShop shop;
  private static int customers;

  @BeforeAll
  static void start() {
    shop = new RunningShop(data);
  }

  @AfterAll
  static void stop() {
    shop.close();
  }

  /// Each with a word of what the store's people are told; empty where it is just a mail.
  static Stream<Arguments> mails() {
    return Stream.of(
        Arguments.of("nothing at all", "", "neither subject"),
        Arguments.of("no text", head("empty", ""), ""),
        Arguments.of(
            "more than 30 MB",
            head("huge", "Content-Type: text/plain\r\n") + "lamp ".repeat(6_400_000),
            "30 MB"),
        Arguments.of("2,500 parts", parts(2_500), "2000 parts"),
        Arguments.of("nested 300 deep", nested(300), "nested"),
        Arguments.of(
            "charset nonsense",
            head("charset", "Content-Type: text/plain; charset=\"no-such/thing'\"\r\n")
                + "caf\u00e9 \u0000\u0001 \u00ff\u00fe",
            "charset"),
        Arguments.of("10,000 recipients", recipients(10_000), "addresses"),
        Arguments.of(
            "a Message-ID of 100 KB",
            head("id", "Message-ID: <" + "x".repeat(100_000) + "@bad.example>\r\n") + "Hello",
            ""),
        Arguments.of(
            "a subject of 1 MB",
            head("s".repeat(1_000_000), "Message-ID: <subject@bad.example>\r\n") + "Hello",
            ""),
        Arguments.of(
            "200,000 references",
            head("refs", "References: " + "<a@b.example> ".repeat(200_000) + "\r\n") + "Hello",
            ""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mails")
  void aMailThatIsOddIsKeptWithAReasonAndTheNextIsAnswered(String what, String raw, String reason) {
    int before = seen();
    shop.lay(raw);
    await().atMost(RunningShop.PATIENCE).until(() -> seen() == before + 1);
    assertThat(reasons()).as(what).contains(reason);
    theNextCustomerIsServed();
  }

  @Test
  void aChatMessageOfOneMegabyteIsRefusedAndTheNextIsTaken() {
    String begun = shop.post("/start", "", "{}").body();
    String token = begun.replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
    String huge = "{\"id\":\"1\",\"text\":\"" + "x".repeat(1_000_000) + "\"}";
    assertThat(shop.post("/messages", token, huge).body()).contains("TOO_LONG");
    assertThat(shop.post("/messages", token, "[".repeat(50_000)).statusCode()).isEqualTo(400);
    assertThat(shop.post("/messages", token, "{\"id\":\"2\",\"text\":\"hello\"}").statusCode())
        .isEqualTo(200);
    theNextCustomerIsServed();
  }

  @Test
  void anUploadThatIsABombIsRefusedAndTheNextIsPublished() throws IOException {
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(archive)) {
      zip.putNextEntry(new ZipEntry("nested.zip"));
      zip.write(new byte[5_000_000]);
    }
    String table = "<table>" + "<tr><td>1".repeat(100_000);
    List<Imported> results =
        shop.get(KnowledgeBase.class)
            .publish(
                shop.store(),
                List.of(
                    new Upload("a.md", archive.toByteArray()),
                    new Upload("b.html", table.getBytes(StandardCharsets.UTF_8)),
                    new Upload(
                        "c.md", "# Hours\n\nWe open at nine.".getBytes(StandardCharsets.UTF_8))));
    assertThat(results).hasSize(3);
    assertThat(results.get(0).toString()).contains("an archive");
    assertThat(results.get(1).toString()).contains("rows");
    assertThat(results.get(2)).isInstanceOf(Imported.Saved.class);
    theNextCustomerIsServed();
  }

  private static void theNextCustomerIsServed() {
    String customer = "next@c" + ++customers + ".example";
    shop.write(customer, "A lamp", RunningShop.QUESTION);
    assertThat(RunningShop.text(shop.answerTo(customer))).contains(RunningShop.ANSWER);
  }

  /// How many odd mails the store's people can see.
  private static int seen() {
    return unreadable().size() + (int) shop.stored(BAD).stream().filter(Message::incoming).count();
  }

  /// Why the newest odd mails are shown as they are.
  private static String reasons() {
    Stream<String> kept =
        shop.stored(BAD).stream()
            .map(Message::entry)
            .filter(Entry.Incoming.class::isInstance)
            .flatMap(entry -> ((Entry.Incoming) entry).reasons().stream());
    return String.join(
        "\n", Stream.concat(kept, unreadable().stream().map(RawMail.Unreadable::reason)).toList());
  }

  private static List<RawMail.Unreadable> unreadable() {
    return shop.get(RawMails.class).unreadable(shop.store(), Long.MAX_VALUE, 200);
  }

  private static String head(String subject, String more) {
    return "From: "
        + BAD
        + "\r\nTo: help@lamps.example\r\nSubject: "
        + subject
        + "\r\n"
        + more
        + "\r\n";
  }

  private static String parts(int count) {
    return head("parts", "Content-Type: multipart/mixed; boundary=b\r\n")
        + "--b\r\nContent-Type: text/plain\r\n\r\none\r\n".repeat(count)
        + "--b--\r\n";
  }

  private static String nested(int depth) {
    StringBuilder mail = new StringBuilder(head("deep", ""));
    mail.setLength(mail.length() - 2);
    for (int i = 0; i < depth; i++) {
      mail.append("Content-Type: multipart/mixed; boundary=b" + i + "\r\n\r\n--b" + i + "\r\n");
    }
    return mail.append("Content-Type: text/plain\r\n\r\ndeep\r\n").toString();
  }

  private static String recipients(int count) {
    StringBuilder to = new StringBuilder();
    for (int i = 0; i < count; i++) {
      to.append("r").append(i).append("@many.example,\r\n ");
    }
    return "From: " + BAD + "\r\nSubject: many\r\nTo: " + to + "last@many.example\r\n\r\nHello\r\n";
  }
}
