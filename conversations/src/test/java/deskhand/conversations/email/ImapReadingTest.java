package deskhand.conversations.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import deskhand.conversations.Conversation;
import deskhand.conversations.Conversations;
import deskhand.conversations.Entry;
import deskhand.conversations.Mailbox;
import deskhand.conversations.Mailboxes;
import deskhand.conversations.Message;
import deskhand.conversations.RawMails;
import deskhand.store.EmailAddress;
import deskhand.store.StoreId;
import deskhand.store.Stores;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/// What a mailbox does in the years it is connected.
@SpringBootTest(
    classes = MailWorld.Application.class,
    properties = {
      "deskhand.conversations.email.polling.look=200ms",
      "deskhand.conversations.email.polling.lease=3s",
      "deskhand.conversations.email.polling.every=1s",
      "deskhand.conversations.email.polling.longest-back-off=1s"
    })
class ImapReadingTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  @Autowired Mailboxes mailboxes;
  @Autowired Conversations conversations;
  @Autowired RawMails rawMails;
  @Autowired Stores stores;
  @Autowired ImapPolling polling;
  @Autowired Clock clock;

  private GreenMail server;
  private StoreId store;

  @BeforeEach
  void start() {
    server = MailWorld.mailServer();
    store = MailWorld.store(stores);
  }

  @AfterEach
  void stop() {
    polling.start();
    mailboxes.of(store).forEach(mailbox -> mailboxes.disconnect(store, mailbox.id()));
    server.stop();
  }

  private void connect(Mailbox.ImportMode mode) {
    mailboxes.connect(
        store,
        new Mailbox.Wanted(
            new EmailAddress(MailWorld.HELP),
            new Mailbox.Server(
                "127.0.0.1",
                server.getImap().getPort(),
                Mailbox.Tls.NONE,
                MailWorld.HELP,
                "secret"),
            new Mailbox.Server("127.0.0.1", server.getSmtp().getPort(), Mailbox.Tls.NONE, "", ""),
            mode,
            Optional.empty(),
            Set.of(),
            Set.of()));
  }

  private void lay(String id, Instant received, String text) throws Exception {
    String raw =
        "From: ana@one.example\r\nSubject: "
            + id
            + "\r\nMessage-ID: <"
            + id
            + "@one.example>\r\n\r\n"
            + text
            + "\r\n";
    server
        .getManagers()
        .getImapHostManager()
        .getInbox(server.getUserManager().getUserByEmail(MailWorld.HELP))
        .appendMessage(
            new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(raw.getBytes(StandardCharsets.US_ASCII))),
            new Flags(),
            Date.from(received));
  }

  private List<String> subjects() {
    return conversations
        .list(
            store,
            new Conversations.Filter(Conversations.View.ALL, "", Optional.empty()),
            Optional.empty(),
            50)
        .rows()
        .stream()
        .map(row -> row.conversation().about().subject())
        .toList();
  }

  private Message first(String subject) {
    Conversation found =
        conversations
            .list(
                store,
                new Conversations.Filter(Conversations.View.ALL, "", Optional.empty()),
                Optional.empty(),
                50)
            .rows()
            .stream()
            .map(Conversations.Row::conversation)
            .filter(conversation -> conversation.about().subject().equals(subject))
            .findFirst()
            .orElseThrow();
    return conversations.messages(store, found.id()).getFirst();
  }

  @Test
  void theLastTwelveMonthsAreReadSilentlyAndWhatComesThenIsNot() throws Exception {
    Instant now = clock.instant();
    lay("too-old", now.atOffset(ZoneOffset.UTC).minusMonths(13).toInstant(), "Long ago.");
    lay("old", now.atOffset(ZoneOffset.UTC).minusMonths(11).toInstant(), "A while ago.");
    lay("recent", now.minus(Duration.ofDays(2)), "The day before yesterday.");
    connect(Mailbox.ImportMode.LAST_12_MONTHS);
    await().atMost(LONG).until(() -> subjects().size() == 2);
    lay("new", clock.instant().plusSeconds(1), "Now.");
    await().atMost(LONG).until(() -> subjects().contains("new"));
    assertThat(subjects()).containsExactlyInAnyOrder("old", "recent", "new");
    assertThat(silent("old")).isTrue();
    assertThat(silent("recent")).isTrue();
    assertThat(silent("new")).isFalse();
  }

  private boolean silent(String subject) {
    return ((Entry.Incoming) first(subject).entry()).silent();
  }

  @Test
  void whatComesAfterTheFirstSightIsNotOldWhateverTheServersClockSays() throws Exception {
    connect(Mailbox.ImportMode.FROM_NOW_ON);
    await().atMost(LONG).until(() -> rawMails.position(id(), "INBOX").isPresent());
    lay("at-once", clock.instant().minusSeconds(60), "Hello?");
    await().atMost(LONG).until(() -> subjects().contains("at-once"));
    assertThat(silent("at-once")).isFalse();
  }

  @Test
  void aServerThatNumbersAnewBringsNothingTwice() throws Exception {
    connect(Mailbox.ImportMode.FROM_NOW_ON);
    await().atMost(LONG).until(() -> rawMails.position(id(), "INBOX").isPresent());
    lay("first", clock.instant().plusSeconds(1), "One.");
    lay("second", clock.instant().plusSeconds(1), "Two.");
    await().atMost(LONG).until(() -> subjects().size() == 2);
    long before = rawMails.position(id(), "INBOX").orElseThrow().uidValidity();

    int imap = server.getImap().getPort();
    server.stop();
    // The server numbers anew by the second at which it starts.
    await().pollDelay(java.time.Duration.ofMillis(1100)).until(() -> true);
    server =
        new GreenMail(
            new ServerSetup[] {
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
              new ServerSetup(imap, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
            });
    server.start();
    server.setUser(MailWorld.HELP, MailWorld.HELP, "secret");
    lay("second", clock.instant().plusSeconds(1), "Two.");
    lay("first", clock.instant().plusSeconds(1), "One.");
    lay("third", clock.instant().plusSeconds(1), "Three.");
    await().atMost(LONG).until(() -> subjects().contains("third"));
    assertThat(rawMails.position(id(), "INBOX").orElseThrow().uidValidity()).isNotEqualTo(before);
    assertThat(subjects()).containsExactlyInAnyOrder("first", "second", "third");
    assertThat(count("first")).isEqualTo(1);
  }

  private long count(String subject) {
    return conversations.ofCustomer(store, customer(subject)).stream()
        .flatMap(found -> conversations.messages(store, found.id()).stream())
        .filter(message -> message.content().subject().equals(subject))
        .count();
  }

  private deskhand.conversations.CustomerId customer(String subject) {
    return conversations
        .find(store, conversations.conversationOf(store, first(subject).id()).orElseThrow())
        .orElseThrow()
        .party()
        .customer();
  }

  @Test
  void whatIsTooLargeToTakeIsShownAndTheNextIsRead() throws Exception {
    connect(Mailbox.ImportMode.FROM_NOW_ON);
    await().atMost(LONG).until(() -> rawMails.position(id(), "INBOX").isPresent());
    lay("huge", clock.instant().plusSeconds(1), "x".repeat(RawMails.LARGEST + 1));
    lay("after", clock.instant().plusSeconds(1), "Hello.");
    await().atMost(LONG).until(() -> subjects().equals(List.of("after")));
    assertThat(rawMails.unreadable(store, Long.MAX_VALUE, 10))
        .singleElement()
        .satisfies(mail -> assertThat(mail.reason()).contains("larger than 40 M"));
  }

  @Test
  void whatADeadReplicaHeldIsReadByAnotherWhenItsLeaseIsOver() throws Exception {
    polling.stop();
    connect(Mailbox.ImportMode.FROM_NOW_ON);
    Instant over = clock.instant().plusSeconds(4);
    assertThat(mailboxes.lease(id(), "a replica that died", Duration.ofSeconds(4))).isTrue();
    lay("asked", clock.instant().plusSeconds(1), "Hello?");
    polling.start();
    await().atMost(LONG).until(() -> subjects().contains("asked"));
    assertThat(clock.instant()).isAfter(over);
    assertThat(mailboxes.lease(id(), "a third", Duration.ofSeconds(4))).isFalse();
  }

  private deskhand.conversations.MailboxId id() {
    return mailboxes.of(store).getFirst().id();
  }
}
