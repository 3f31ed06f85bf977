package deskhand.conversations.email;

import static org.assertj.core.api.Assertions.assertThat;

import deskhand.conversations.AgentId;
import deskhand.conversations.Author;
import deskhand.conversations.Channel.Delivered;
import deskhand.conversations.Dispatch;
import deskhand.conversations.Mailboxes;
import deskhand.conversations.MessageId;
import deskhand.conversations.OutgoingMessage;
import deskhand.conversations.Purpose;
import deskhand.store.EmailAddress;
import deskhand.store.StoreId;
import deskhand.store.Stores;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(
    classes = MailWorld.Application.class,
    properties = {
      "deskhand.conversations.email.patience.answer=700ms",
      "deskhand.conversations.email.plus-addresses=true"
    })
class EmailChannelTest {
  @Autowired EmailChannel channel;
  @Autowired Mailboxes mailboxes;
  @Autowired Stores stores;

  /// What the server says to one command decides what became of the mail.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MAIL | 550 5.7.1 not you         | Failed",
        "MAIL | 451 4.3.0 later           | Postponed",
        "RCPT | 550 5.1.1 no such mailbox | Failed",
        "RCPT | 452 4.2.2 full            | Postponed",
        "DATA | 554 5.6.0 no              | Failed",
        "DATA | 421 4.3.2 shutting down   | Postponed",
        "DOT  | 550 5.7.1 spam            | Failed",
        "DOT  | 451 4.3.0 later           | Postponed",
        "DOT  | (drop)                    | InDoubt",
        "DOT  | (hang)                    | InDoubt",
        "DATA | (drop)                    | Postponed",
        "RCPT | (drop)                    | Postponed",
        "MAIL | (hang)                    | Postponed",
        "CONNECT | (drop)                 | Postponed",
        "CONNECT | (hang)                 | Postponed",
        "CONNECT | 554 go away            | Postponed",
        "MAIL | 530 5.7.0 log in first    | Postponed",
        "QUIT | (drop)                    | Sent",
      })
  void tellsWhatBecameOfAMail(String command, String answer, String outcome) throws Exception {
    try (OddServer server = OddServer.that(Map.of(command, answer))) {
      StoreId store = MailWorld.store(stores);
      MailWorld.connect(mailboxes, store, 1, server.port());

      Delivered delivered = channel.deliver(dispatch(store, "Re: Your order"));

      assertThat(delivered.getClass().getSimpleName()).isEqualTo(outcome);
    }
  }

  @Test
  void anUnreachableServerPostpones() throws Exception {
    StoreId store = MailWorld.store(stores);
    OddServer gone = OddServer.that(Map.of());
    gone.close();
    MailWorld.connect(mailboxes, store, 1, gone.port());

    assertThat(channel.deliver(dispatch(store, "Re: Your order")))
        .isInstanceOf(Delivered.Postponed.class);
  }

  @Test
  void withoutAMailboxItWaits() {
    assertThat(channel.deliver(dispatch(MailWorld.store(stores), "Re: Your order")))
        .isEqualTo(new Delivered.Postponed("no mailbox is connected"));
  }

  @Test
  void writesTheStoredMessageIdAndSaysThatNoPersonWroteIt() throws Exception {
    try (OddServer server = OddServer.that(Map.of())) {
      StoreId store = MailWorld.store(stores);
      MailWorld.connect(mailboxes, store, 1, server.port());

      assertThat(channel.deliver(dispatch(store, "Re: Où est ma commande ?")))
          .isEqualTo(new Delivered.Sent());

      assertThat(server.heard)
          .contains(
              "MAIL FROM:<help@tern.example>",
              "RCPT TO:<ana@one.example>",
              "From: Tern & Tide <help@tern.example>",
              "To: \"Ruiz, Ana\" <ana@one.example>",
              "Reply-To: help+abc123@tern.example",
              "Message-ID: <kept@tern.example>",
              "In-Reply-To: <q2@one.example>",
              "References: <q1@one.example> <q2@one.example>",
              "Auto-Submitted: auto-replied",
              "Subject: =?UTF-8?Q?Re:_O=C3=B9_est_ma_commande_=3F?=",
              "It arrives tomorrow: https://tern.example/t?a=1&b=2.",
              "..and a line that starts with a dot");
      assertThat(String.join("\n", server.heard))
          .contains("Content-Type: multipart/alternative")
          .contains("&lt;b&gt;");
    }
  }

  private static Dispatch dispatch(StoreId store, String subject) {
    OutgoingMessage message =
        new OutgoingMessage(
            store,
            Purpose.REPLY,
            "a key",
            new Author.Agent(new AgentId(1), "Mia"),
            new OutgoingMessage.Destination.ByEmail(new EmailAddress("ana@one.example"), "Ana"),
            OutgoingMessage.Content.plain(
                "Hello Ana,\n\nIt arrives tomorrow: https://tern.example/t?a=1&b=2.\n"
                    + ".and a line that starts with a dot\n<b>"));
    return new Dispatch(
        message,
        new MessageId(1),
        Optional.empty(),
        Optional.of(
            new Dispatch.Mail(
                new EmailAddress("ana@one.example"),
                "Ruiz, Ana",
                subject,
                new Dispatch.InThread(
                    "<kept@tern.example>",
                    "<q2@one.example>",
                    List.of("<q1@one.example>", "<q2@one.example>"),
                    "abc123"),
                true)));
  }
}
