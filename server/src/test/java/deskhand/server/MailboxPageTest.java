package deskhand.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import deskhand.conversations.Mailbox;
import deskhand.conversations.Mailboxes;
import deskhand.store.StoreId;
import deskhand.store.StoreMode;
import deskhand.store.Stores;
import deskhand.store.TestDatabase;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest(classes = Deskhand.class)
@AutoConfigureMockMvc
@Import(TestDatabase.class)
class MailboxPageTest {
  private static final String ADDRESS = "help@tea.example";

  @Autowired MockMvcTester browser;
  @Autowired Stores stores;
  @Autowired People people;
  @Autowired Mailboxes mailboxes;

  private final GreenMail mail = new GreenMail(ServerSetup.dynamicPort(ServerSetup.SMTP_IMAP));
  private StoreId store;

  @BeforeEach
  void aMailServer() throws Exception {
    mail.start();
    String raw =
        """
        Authentication-Results: mx.tea.example; dmarc=pass header.from=one.example
        From: ana@one.example
        Subject: hi

        hello
        """;
    mail.setUser(ADDRESS, ADDRESS, "secret")
        .deliver(
            new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(raw.getBytes(StandardCharsets.US_ASCII))));
    store = stores.create(RightsTest.profile("Tea"), StoreMode.OFF);
    people.add("tea" + store, "Owner", false, Map.of(store, Role.ADMINISTRATOR));
  }

  @AfterEach
  void stop() {
    mailboxes.of(store).forEach(mailbox -> mailboxes.disconnect(store, mailbox.id()));
    mail.stop();
  }

  private MvcTestResult connect(String password) {
    return browser
        .post()
        .uri("/s/" + store + "/admin/mailbox")
        .with(csrf())
        .with(RightsTest.as("tea" + store))
        .param("address", ADDRESS)
        .param("password", password)
        .param("hosts.imap", "127.0.0.1")
        .param("hosts.imapPort", Integer.toString(mail.getImap().getPort()))
        .param("hosts.imapTls", "NONE")
        .param("hosts.smtp", "127.0.0.1")
        .param("hosts.smtpPort", Integer.toString(mail.getSmtp().getPort()))
        .param("hosts.smtpTls", "NONE")
        .exchange();
  }

  private MvcTestResult trust(Mailbox mailbox, String host) {
    return browser
        .post()
        .uri("/s/" + store + "/admin/mailbox/" + mailbox.id() + "/trust")
        .with(csrf())
        .with(RightsTest.as("tea" + store))
        .param("host", host)
        .exchange();
  }

  @Test
  void theHostsMarkIsShownAndCountsWhenAPersonHasConfirmedIt() {
    MvcTestResult connected = connect("secret");
    assertThat(connected).hasStatus3xxRedirection();
    assertThat(connected.getMvcResult().getFlashMap().get("finding"))
        .asString()
        .contains("mx.tea.example");
    Mailbox mailbox = mailboxes.of(store).getFirst();
    assertThat(mailbox.intake().receivingHost()).isEmpty();
    assertThat(
            browser
                .get()
                .uri("/s/" + store + "/admin/mailbox")
                .with(RightsTest.as("tea" + store))
                .cookie(connected.getResponse().getCookies()))
        .bodyText()
        .contains("mx.tea.example", "1 of the 1 newest emails");

    assertThat(trust(mailbox, "not a host")).hasStatus(400);
    assertThat(trust(mailbox, "mx.tea.example")).hasStatus3xxRedirection();
    assertThat(mailboxes.of(store).getFirst().intake().receivingHost()).contains("mx.tea.example");
    assertThat(trust(mailbox, "")).hasStatus3xxRedirection();
    assertThat(mailboxes.of(store).getFirst().intake().receivingHost()).isEmpty();
  }

  @Test
  void aMailboxThatCannotBeReadIsNotConnected() {
    assertThat(connect("wrong")).hasStatusOk().bodyText().contains("refuses the user name");
    assertThat(mailboxes.of(store)).isEmpty();
  }
}
