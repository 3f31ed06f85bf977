package deskhand.conversations.email;

import static org.assertj.core.api.Assertions.assertThat;

import deskhand.conversations.MailReading;
import deskhand.conversations.MailReading.ReadMail;
import deskhand.conversations.SafeHtml;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MimeFuzzTest {
  private static final int ROUNDS = 1_500;
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final MailReading READING = new MimeReading();

  @ParameterizedTest
  @ValueSource(longs = {1, 42, 20_261_124})
  void readsMutatedMailsWithoutAFaultAndInTime(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] mail = Fixtures.bytes(Fixtures.ALL.get(random.nextInt(Fixtures.ALL.size())));
      int changes = 1 + random.nextInt(12);
      for (int i = 0; i < changes; i++) {
        mail = changed(mail, random);
      }
      assertReadable(mail);
    }
  }

  @Test
  void readsRandomBytes() {
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      byte[] noise = new byte[random.nextInt(3_000)];
      random.nextBytes(noise);
      assertReadable(noise);
    }
  }

  @Test
  void readsWhatIsMadeToBeSlowInTime() {
    for (String hostile : hostile()) {
      assertReadable(hostile.getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  private static List<String> hostile() {
    String text = "From: a@example.org\nContent-Type: text/plain\n\n";
    String html = "From: a@example.org\nContent-Type: text/html\n\n";
    List<String> mails = new ArrayList<>();
    mails.add("From: " + "(".repeat(1_000_000));
    mails.add("From: " + "<,".repeat(500_000));
    mails.add("From: " + "\"".repeat(1_000_001));
    mails.add("To: " + "a:".repeat(500_000));
    mails.add("Subject: " + "=?a?q?".repeat(200_000));
    mails.add("Subject: " + "=?utf-8?b?".repeat(100_000) + "?=");
    mails.add("References: " + "<".repeat(1_000_000));
    mails.add("Content-Type: text/plain" + "; a=b".repeat(200_000) + "\n\nx");
    mails.add("Content-Type: text/plain" + "; a*1*=\"".repeat(100_000) + "\n\nx");
    mails.add("Date: " + "1 Jan 1 ".repeat(100_000) + "\n\nx");
    mails.add("x".repeat(3_000_000));
    mails.add("X: y\n".repeat(300_000));
    mails.add(text + ("On 1 January 2026 " + "a@b ".repeat(90) + ":\n").repeat(5_000));
    mails.add(text + ("On 12.01.2026 10:00 " + "wrote ".repeat(60) + ":\n").repeat(5_000));
    mails.add(text + "From: a\n".repeat(200_000));
    mails.add(text + "> a\nb\n".repeat(200_000));
    mails.add(text + "----\n".repeat(200_000));
    mails.add(text + "----\n\n\n\nab cd.\n".repeat(100_000));
    mails.add(text + "Thanks,\n".repeat(200_000));
    mails.add(text + "Sent from my iPhone\n".repeat(200_000));
    mails.add(text + "\n".repeat(2_000_000));
    mails.add(text + " ".repeat(3_000_000));
    mails.add("Return-Path: <>\nSubject: Undelivered\n\n" + "a@".repeat(500_000));
    mails.add("Return-Path: <>\nSubject: Undelivered\n\n" + "mailbox x ".repeat(200_000));
    mails.add("Return-Path: <>\nSubject: failure notice\n\n" + "550 a@b.c\n".repeat(100_000));
    mails.add(html + "<div>".repeat(100_000));
    mails.add(html + "<b><i><p>".repeat(30_000));
    mails.add(html + "<table><tr><td>".repeat(30_000));
    mails.add(html + "<a href='x'>".repeat(30_000));
    mails.add(html + "<blockquote class=gmail_quote>".repeat(30_000));
    mails.add(html + "<".repeat(1_000_000));
    mails.add(html + "<!--".repeat(200_000));
    mails.add(html + "<p style='" + "display:".repeat(100_000) + "'>x");
    mails.add("Content-Type: multipart/mixed; boundary=a\n\n" + "--a\n".repeat(300_000));
    mails.add(nested("Content-Type: message/rfc822\n\n", 5_000));
    mails.add(nested("Content-Type: multipart/mixed; boundary=a\n\n--a\n", 5_000));
    return mails;
  }

  private static String nested(String header, int depth) {
    return header.repeat(depth) + "x".repeat(1_000_000);
  }

  private static void assertReadable(byte[] mail) {
    long start = System.nanoTime();
    ReadMail read = READING.read(mail, MailReading.Mailbox.unknown());
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    String head = new String(mail, 0, Math.min(80, mail.length), StandardCharsets.ISO_8859_1);
    assertThat(took).describedAs(head).isLessThan(LONGEST);
    assertThat(read.nature().reasons())
        .describedAs(head)
        .noneMatch(r -> r.contains("could not be read ("));
    String all =
        read.text().visible()
            + read.text().signature()
            + read.text().elided()
            + read.headers().subject()
            + read.headers().messageId()
            + read.headers().people();
    assertThat(all).describedAs(head).doesNotContain("\0");
    String html = read.text().html();
    if (html != null) {
      assertThat(SafeHtml.of(html)).describedAs(head).isEqualTo(html);
    }
  }

  private static byte[] changed(byte[] mail, Random random) {
    if (mail.length < 4) {
      return mail;
    }
    int at = random.nextInt(mail.length);
    int length = Math.min(mail.length - at, 1 + random.nextInt(40));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(mail, 0, at);
    switch (random.nextInt(6)) {
      case 0 -> out.write(mail, at + length, mail.length - at - length);
      case 1 -> {
        out.write(mail, at, length);
        out.write(mail, at, mail.length - at);
      }
      case 2 -> {
        out.write(random.nextInt(256));
        out.write(mail, at + 1, mail.length - at - 1);
      }
      case 3 -> {
        byte[] word = WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.ISO_8859_1);
        out.writeBytes(word);
        out.write(mail, at, mail.length - at);
      }
      case 4 -> {
        int other = random.nextInt(mail.length);
        out.write(mail, other, Math.min(60, mail.length - other));
        out.write(mail, at, mail.length - at);
      }
      default -> {}
    }
    return out.toByteArray();
  }

  private static final List<String> WORDS =
      List.of(
          "\0",
          "\r",
          "\n",
          "\r\n\r\n",
          "\"",
          "(",
          ")",
          "<",
          ">",
          ";",
          "=?utf-8?q?=",
          "?=",
          "=\r\n",
          "=E",
          "--outer--",
          "--inner",
          "--",
          "\u00ff\u00fe",
          "\u001b$B",
          "Content-Type: ",
          "charset=",
          "boundary=",
          "multipart/",
          "message/rfc822",
          "On 1 Jan 2026 a wrote:\r\n",
          "> ",
          "-- \r\n",
          "From: ",
          "Sent: ",
          "<blockquote>",
          "</div>",
          "<!--",
          "<svg><style>",
          "&#0;",
          "*0*=");
}
