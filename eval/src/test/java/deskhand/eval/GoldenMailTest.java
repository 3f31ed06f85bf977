package deskhand.eval;

import static org.assertj.core.api.Assertions.assertThat;

import deskhand.store.EmailAddress;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class GoldenMailTest {
  private static final String LONG =
      "Wo ist meine Bestellung – größer als erwartet 📦 ".repeat(9).strip();

  private static MimeMessage read(ShopFolder.Text text, Map<String, String> headers)
      throws MessagingException {
    byte[] raw =
        GoldenMail.raw(
            new ShopFolder.Message(
                false, EmailAddress.parse("ana@mail.example"), "none", text, headers));
    return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
  }

  @Test
  void isReadAsWhatTheCaseSays() throws MessagingException, IOException {
    MimeMessage mail = read(new ShopFolder.Text(LONG, "Hallo\nwo?\n", Optional.empty()), Map.of());
    assertThat(mail.getSubject()).isEqualTo(LONG);
    assertThat(mail.getFrom()[0]).hasToString("ana@mail.example");
    assertThat(mail.getContentType()).startsWith("text/plain");
    assertThat(mail.getContent()).isEqualTo("Hallo\nwo?\n");
  }

  @Test
  void htmlAndHeadersAreKeptAndAHeaderStaysOne() throws MessagingException, IOException {
    MimeMessage mail =
        read(
            new ShopFolder.Text("Hi", "plain", Optional.of("<p>rich</p>")),
            Map.of("Auto-Submitted", "auto-replied\r\nBcc: all@mail.example"));
    assertThat(mail.getContentType()).startsWith("text/html");
    assertThat(mail.getContent()).isEqualTo("<p>rich</p>");
    assertThat(mail.getHeader("Auto-Submitted"))
        .containsExactly("auto-replied Bcc: all@mail.example");
    assertThat(mail.getHeader("Bcc")).isNull();
  }
}
