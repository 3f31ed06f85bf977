package deskhand.conversations.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import deskhand.conversations.Mailbox;
import deskhand.conversations.MailboxProbe;
import deskhand.conversations.MailboxProbe.Look;
import deskhand.conversations.MailboxProbe.Mark;
import deskhand.conversations.MailboxProbe.Why;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImapProbeTest {
  private final MailboxProbe probe =
      new ImapProbe(new EmailSettings.Patience(Duration.ofSeconds(5), Duration.ofSeconds(5)));
  private GreenMail server;

  @BeforeEach
  void start() {
    server = MailWorld.mailServer();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private Mailbox.Server mailbox(int port, Mailbox.Tls tls, String password) {
    return new Mailbox.Server("127.0.0.1", port, tls, MailWorld.HELP, password);
  }

  private Look look() {
    return probe.look(mailbox(server.getImap().getPort(), Mailbox.Tls.NONE, "secret"));
  }

  private void mail(String from, String... results) throws Exception {
    StringBuilder raw = new StringBuilder();
    for (String result : results) {
      raw.append("Authentication-Results: ").append(result).append("\r\n");
    }
    raw.append("From: ").append(from).append("\r\nSubject: hi\r\n\r\nhello\r\n");
    MailWorld.mail(server, raw.toString().getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void theMarkOfTheOwnHostIsLearntFromTheTopmostFieldAlone() throws Exception {
    mail("ana@one.example", "MX.Tern.example 1; dmarc=pass header.from=one.example");
    mail(
        "ana@one.example",
        "mx.tern.example; dmarc=fail header.from=one.example",
        "evil.example; dmarc=pass header.from=one.example");
    mail("ben@two.example", "mx.tern.example; dkim=pass header.d=two.example");
    mail("colleague@tern.example");
    assertThat(look()).isEqualTo(new Look.Open(4, Optional.of(new Mark("mx.tern.example", 3, 2))));
  }

  @Test
  void aHostThatWritesNoNameHasAMarkOfItsOwn() throws Exception {
    mail(
        "ana@one.example",
        "spf=pass smtp.mailfrom=one.example; dmarc=pass header.from=one.example");
    assertThat(look()).isEqualTo(new Look.Open(1, Optional.of(new Mark("-", 1, 1))));
  }

  @Test
  void whatOnlySomeMailsCarryIsNoMark() throws Exception {
    mail("ana@one.example", "forwarder.example; dmarc=pass header.from=one.example");
    mail("ben@two.example");
    assertThat(look()).isEqualTo(new Look.Open(2, Optional.empty()));
  }

  @Test
  void anEmptyMailboxHasNone() {
    assertThat(look()).isEqualTo(new Look.Open(0, Optional.empty()));
  }

  @Test
  void nothingIsMarkedAsRead() throws Exception {
    mail("ana@one.example");
    look();
    assertThat(server.getReceivedMessages()).allSatisfy(mail -> assertThat(seen(mail)).isFalse());
  }

  private static boolean seen(MimeMessage mail) throws MessagingException {
    return mail.isSet(Flags.Flag.SEEN);
  }

  @Test
  void whyItIsClosedIsTold() throws IOException {
    int port = server.getImap().getPort();
    assertThat(probe.look(mailbox(port, Mailbox.Tls.NONE, "wrong")))
        .isEqualTo(new Look.Closed(Why.NOT_LET_IN));
    assertThat(probe.look(mailbox(port, Mailbox.Tls.IMPLICIT, "secret")))
        .isEqualTo(new Look.Closed(Why.NOT_SECRET));
    assertThat(probe.look(mailbox(port, Mailbox.Tls.STARTTLS, "secret")))
        .isEqualTo(new Look.Closed(Why.NOT_SECRET));
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    assertThat(probe.look(mailbox(free, Mailbox.Tls.NONE, "secret")))
        .isEqualTo(new Look.Closed(Why.NOT_REACHED));
  }
}
