package deskhand.conversations.mailboxes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import deskhand.conversations.AgentId;
import deskhand.conversations.Author;
import deskhand.conversations.Conversation;
import deskhand.conversations.Conversations;
import deskhand.conversations.Entry;
import deskhand.conversations.Mailbox;
import deskhand.conversations.MailboxId;
import deskhand.conversations.Mailboxes;
import deskhand.conversations.Message;
import deskhand.conversations.MessageId;
import deskhand.conversations.RawMail;
import deskhand.conversations.RawMails;
import deskhand.conversations.Received;
import deskhand.conversations.SendResult;
import deskhand.conversations.Shop;
import deskhand.conversations.TestApplication;
import deskhand.store.EmailAddress;
import deskhand.store.StoreMode;
import deskhand.store.Stores;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(
    classes = TestApplication.class,
    properties = "deskhand.conversations.email.enabled=false")
class RawMailsTest {
  @Autowired Stores stores;
  @Autowired Conversations conversations;
  @Autowired Mailboxes mailboxes;
  @Autowired RawMails mails;
  @Autowired TestApplication.Postbox postbox;
  @Autowired TestApplication.MovedClock clock;
  @Autowired JdbcClient jdbc;

  Shop shop;
  MailboxId mailbox;

  @BeforeEach
  void connect() {
    shop = Shop.open(stores, conversations, StoreMode.AUTOMATIC);
    mailbox =
        mailboxes.connect(
            shop.store(),
            new Mailbox.Wanted(
                new EmailAddress("help@tern.example"),
                new Mailbox.Server("127.0.0.1", 1, Mailbox.Tls.NONE, "help", "hunter2"),
                new Mailbox.Server("127.0.0.1", 1, Mailbox.Tls.NONE, "", ""),
                Mailbox.ImportMode.FROM_NOW_ON,
                Optional.empty(),
                Set.of(),
                Set.of()));
  }

  private RawMail mail(long uid, String text, Instant at) {
    return new RawMail(
        new RawMail.Where(shop.store(), mailbox, "INBOX", 17, uid),
        text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8),
        at,
        false);
  }

  private static String text(String from, String id, String more, String body) {
    return "From: "
        + from
        + "\nTo: help@tern.example\nSubject: A question\nMessage-ID: "
        + id
        + "\nDate: Mon, 15 Jun 2026 10:00:00 +0200\n"
        + more
        + "\n"
        + body
        + "\n";
  }

  private List<Conversations.Row> all() {
    return conversations
        .list(
            shop.store(),
            new Conversations.Filter(Conversations.View.ALL, "", Optional.empty()),
            Optional.empty(),
            50)
        .rows();
  }

  private long unread() {
    return jdbc.sql("select count(*) from raw_mails where store_id = :store and state = 'UNREAD'")
        .param("store", shop.store().value())
        .query((row, n) -> row.getLong(1))
        .single();
  }

  private void settled() {
    await().until(() -> unread() == 0);
  }

  @Test
  void storesAMailOnceAndReadsIt() {
    Instant now = clock.instant();
    RawMail mail =
        mail(5, text("Ana <ana@raw.example>", "<r1@mua.example>", "", "Where is it?"), now);
    assertThat(mails.position(mailbox, "INBOX")).isEmpty();
    assertThat(mails.store(mail)).isTrue();
    assertThat(mails.store(mail)).isFalse();
    assertThat(mails.position(mailbox, "INBOX")).contains(new RawMails.Position(17, 5));
    await().until(() -> all().size() == 1);
    Conversations.Row row = all().getFirst();
    assertThat(row.conversation().party().address()).contains(new EmailAddress("ana@raw.example"));
    assertThat(row.conversation().handling().state()).isEqualTo(Conversation.State.OPEN);
    assertThat(row.lastText()).isEqualTo("Where is it?");
  }

  @Test
  void theSameMailUnderAnotherUidValidityIsNoSecondMessage() {
    Instant now = clock.instant();
    String text = text("ana@again.example", "<r2@mua.example>", "", "Only once");
    mails.store(mail(5, text, now));
    mails.store(
        new RawMail(
            new RawMail.Where(shop.store(), mailbox, "INBOX", 18, 1),
            ("Received: by elsewhere\n" + text)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8),
            now,
            false));
    mails.store(mail(6, text.replace("Only once", "Another text, the same id"), now));
    settled();
    await().until(() -> all().size() == 2);
    assertThat(mails.position(mailbox, "INBOX").orElseThrow().highestUid()).isEqualTo(6);
  }

  @Test
  void whatTheReaderFoundToBeOldIsSilent() {
    RawMail read =
        mail(
            1,
            text("ana@old.example", "<r3@mua.example>", "", "Old"),
            clock.instant().minus(Duration.ofDays(3)));
    mails.store(new RawMail(read.where(), read.bytes(), read.internalDate(), true));
    await().until(() -> all().size() == 1);
    Conversation old = all().getFirst().conversation();
    assertThat(old.handling().state()).isEqualTo(Conversation.State.CLOSED);
    assertThat(conversations.undecided(shop.store(), old.id())).isEmpty();
  }

  @Test
  void aMailThatIsTooLargeIsShownAndTheNextOneIsRead() {
    RawMail.Where where = new RawMail.Where(shop.store(), mailbox, "INBOX", 17, 8);
    assertThat(mails.tooLarge(where, clock.instant(), 99_000_000, "larger than 40 MiB")).isTrue();
    assertThat(mails.tooLarge(where, clock.instant(), 99_000_000, "larger than 40 MiB")).isFalse();
    mails.store(mail(9, text("ana@next.example", "<r4@mua.example>", "", "Next"), clock.instant()));
    await().until(() -> all().size() == 1);
    assertThat(mails.unreadable(shop.store(), Long.MAX_VALUE, 10))
        .singleElement()
        .satisfies(mail -> {
          assertThat(mail.reason()).isEqualTo("larger than 40 MiB");
          assertThat(mails.readAgain(shop.store(), mail.number())).isFalse();
        });
  }

  @Test
  void aBounceOfAMailOfOursIsNotedInItsConversation() {
    Received.Stored asked = shop.mail("ana@gone.example", "Hello?").arrives(clock.instant());
    SendResult result =
        conversations.send(
            shop.answer(
                asked.conversation(), new Author.Agent(new AgentId(7), "Mia"), "Hello Ana"));
    MessageId sent = ((SendResult.Queued) result).message();
    await()
        .untilAsserted(() ->
            assertThat(conversations.message(shop.store(), sent).orElseThrow().delivery().step())
                .isEqualTo(Message.Delivery.Step.SENT));
    String id =
        postbox.got.stream()
            .filter(dispatch -> dispatch.stored().equals(sent))
            .findFirst()
            .orElseThrow()
            .mail()
            .orElseThrow()
            .thread()
            .messageId();
    mails.store(mail(20, bounce(id), clock.instant()));
    await()
        .untilAsserted(() ->
            assertThat(conversations.message(shop.store(), sent).orElseThrow().delivery())
                .isEqualTo(new Message.Delivery(Message.Delivery.Step.FAILED, "came back: 5.1.1")));
    assertThat(conversations.messages(shop.store(), asked.conversation()))
        .extracting(Message::entry)
        .contains(new Entry.Event(Entry.Event.What.BOUNCED, "ana@gone.example 5.1.1"));
    assertThat(
            conversations.find(shop.store(), asked.conversation()).orElseThrow().handling().state())
        .isEqualTo(Conversation.State.OPEN);
  }

  private static String bounce(String original) {
    return """
    From: MAILER-DAEMON@mx.example
    To: help@tern.example
    Subject: Undelivered Mail Returned to Sender
    Message-ID: <b1@mx.example>
    Auto-Submitted: auto-replied
    MIME-Version: 1.0
    Content-Type: multipart/report; report-type=delivery-status; boundary="b"

    --b
    Content-Type: text/plain

    Your message could not be delivered.
    --b
    Content-Type: message/delivery-status

    Reporting-MTA: dns; mx.example

    Final-Recipient: rfc822; ana@gone.example
    Action: failed
    Status: 5.1.1

    --b
    Content-Type: text/rfc822-headers

    From: help@tern.example
    To: ana@gone.example
    Message-ID: ORIGINAL
    --b--
    """
        .replace("ORIGINAL", original);
  }

  @Test
  void aLeaseIsHeldByOneReplicaUntilItsTimeIsOver() {
    assertThat(mailboxes.lease(mailbox, "one", Duration.ofSeconds(30))).isTrue();
    assertThat(mailboxes.lease(mailbox, "two", Duration.ofSeconds(30))).isFalse();
    assertThat(mailboxes.lease(mailbox, "one", Duration.ofSeconds(30))).isTrue();
    clock.moveOn(Duration.ofSeconds(31));
    assertThat(mailboxes.lease(mailbox, "two", Duration.ofSeconds(30))).isTrue();
    mailboxes.release(mailbox, "two");
    assertThat(mailboxes.lease(mailbox, "one", Duration.ofSeconds(30))).isTrue();
  }

  @Test
  void secretsStandEncryptedInTheDatabase() {
    assertThat(mailboxes.find(shop.store(), mailbox).orElseThrow().imap().secret())
        .isEqualTo("hunter2");
    assertThat(
            jdbc.sql("select imap_secret from mailboxes where mailbox_id = :mailbox")
                .param("mailbox", mailbox.value())
                .query((row, n) -> row.getString(1))
                .single())
        .doesNotContain("hunter2");
    assertThat(mailboxes.find(shop.store(), mailbox).orElseThrow().toString())
        .doesNotContain("hunter2");
    mailboxes.disconnect(shop.store(), mailbox);
    assertThat(mailboxes.of(shop.store())).isEmpty();
  }
}
