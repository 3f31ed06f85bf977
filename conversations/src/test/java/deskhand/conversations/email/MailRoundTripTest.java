package deskhand.conversations.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import deskhand.conversations.AgentId;
import deskhand.conversations.Author;
import deskhand.conversations.Conversation;
import deskhand.conversations.Conversations;
import deskhand.conversations.Mailboxes;
import deskhand.conversations.Message;
import deskhand.conversations.OutgoingMessage;
import deskhand.conversations.Purpose;
import deskhand.conversations.RawMails;
import deskhand.conversations.SendResult;
import deskhand.store.StoreId;
import deskhand.store.Stores;
import jakarta.mail.Flags;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(
    classes = MailWorld.Application.class,
    properties = {
      "deskhand.conversations.email.polling.look=200ms",
      "deskhand.conversations.email.polling.lease=3s",
      "deskhand.conversations.email.polling.every=1s",
      "deskhand.conversations.email.polling.longest-back-off=1s"
    })
class MailRoundTripTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static GreenMail server;

  @Autowired Mailboxes mailboxes;
  @Autowired Conversations conversations;
  @Autowired RawMails rawMails;
  @Autowired Stores stores;

  @BeforeAll
  static void start() {
    server = MailWorld.mailServer();
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @Test
  void aMailComesInIsAnsweredAndNothingInTheMailboxIsTouched() throws Exception {
    MailWorld.mail(server, raw("old", "Before you were connected", "An old question."));
    StoreId store = MailWorld.store(stores);
    MailWorld.connect(mailboxes, store, server.getImap().getPort(), server.getSmtp().getPort());
    await().atMost(LONG).until(() -> isRead(store));

    MailWorld.mail(server, raw("q1", "Where is my parcel?", "Hello, where is it?"));
    MailWorld.mail(
        server, "\0\r\n\r\n\u00ff\r\n.\r\nno mail at all".getBytes(StandardCharsets.ISO_8859_1));
    MailWorld.mail(server, raw("q2", "Another thing", "Do you sell lamps?"));

    await().atMost(LONG).until(() -> all(store).size() >= 2);
    await().atMost(LONG).until(() -> find(store, "Another thing").isPresent());
    Conversation asked = find(store, "Where is my parcel?").orElseThrow();
    assertThat(find(store, "Before you were connected")).isEmpty();
    List<Message> messages = conversations.messages(store, asked.id());
    assertThat(messages.getFirst().content().text().visible()).isEqualTo("Hello, where is it?");

    SendResult sent =
        conversations.send(
            new OutgoingMessage(
                store,
                Purpose.REPLY,
                "answer 1",
                new Author.Agent(new AgentId(1), "Mia"),
                new OutgoingMessage.Destination.InConversation(asked.id()),
                OutgoingMessage.Content.plain("It arrives tomorrow.")));
    assertThat(sent).isInstanceOf(SendResult.Queued.class);

    await()
        .atMost(LONG)
        .untilAsserted(() ->
            assertThat(conversations.messages(store, asked.id()).getLast().delivery())
                .isEqualTo(new Message.Delivery(Message.Delivery.Step.SENT, "")));
    assertThat(inbox("ana@one.example")).hasSize(1);
    MimeMessage answer = inbox("ana@one.example").getFirst();
    assertThat(answer.getSubject()).isEqualTo("Re: Where is my parcel?");
    assertThat(answer.getHeader("In-Reply-To", null)).isEqualTo("<q1@one.example>");
    assertThat(answer.getHeader("Auto-Submitted")).isNull();
    assertThat(answer.getFrom()[0]).hasToString("Tern & Tide <help@tern.example>");

    MailWorld.mail(
        server,
        (head("q3", "Re: Where is my parcel?")
                + "In-Reply-To: "
                + answer.getMessageID()
                + "\r\n\r\nThank you, it is here!\r\n")
            .getBytes(StandardCharsets.UTF_8));
    await().atMost(LONG).until(() -> conversations.messages(store, asked.id()).size() >= 3);

    assertThat(inbox(MailWorld.HELP)).hasSize(4);
    for (MimeMessage mail : inbox(MailWorld.HELP)) {
      assertThat(mail.isSet(Flags.Flag.SEEN)).isFalse();
      assertThat(mail.isSet(Flags.Flag.DELETED)).isFalse();
    }
  }

  private boolean isRead(StoreId store) {
    return mailboxes.of(store).stream()
        .anyMatch(mailbox -> rawMails.position(mailbox.id(), "INBOX").isPresent());
  }

  private List<Conversation> all(StoreId store) {
    return conversations
        .list(
            store,
            new Conversations.Filter(Conversations.View.ALL, "", Optional.empty()),
            Optional.empty(),
            50)
        .rows()
        .stream()
        .map(Conversations.Row::conversation)
        .toList();
  }

  private Optional<Conversation> find(StoreId store, String subject) {
    return all(store).stream()
        .filter(conversation -> conversation.about().subject().equals(subject))
        .findFirst();
  }

  private static List<MimeMessage> inbox(String address) {
    return List.of(server.getReceivedMessagesForDomain(address));
  }

  private static String head(String id, String subject) {
    return "From: Ana Ruiz <ana@one.example>\r\nTo: help@tern.example\r\nSubject: "
        + subject
        + "\r\nMessage-ID: <"
        + id
        + "@one.example>\r\nDate: Tue, 24 Nov 2026 10:00:00 +0000\r\n";
  }

  private static byte[] raw(String id, String subject, String text) {
    return (head(id, subject) + "\r\n" + text + "\r\n").getBytes(StandardCharsets.UTF_8);
  }
}
