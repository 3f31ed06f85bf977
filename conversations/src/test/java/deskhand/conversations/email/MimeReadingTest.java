package deskhand.conversations.email;

import static org.assertj.core.api.Assertions.assertThat;

import deskhand.conversations.Kind;
import deskhand.conversations.MailReading;
import deskhand.conversations.MailReading.Bounce;
import deskhand.conversations.MailReading.ReadMail;
import deskhand.conversations.Proven;
import deskhand.store.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MimeReadingTest {
  private static final MailReading.Mailbox SHOP =
      new MailReading.Mailbox(
          Set.of(new EmailAddress("help@shop.example")),
          Optional.of("mx.shop.example"),
          Set.of(new EmailAddress("form@platform.example")),
          Optional.empty());

  @Test
  void readsAPlainMailAndWhatItsSenderHasProven() {
    ReadMail mail = new MimeReading().read(Fixtures.bytes(Fixtures.PLAIN), SHOP);

    assertThat(mail.headers().subject()).isEqualTo("Where is my order 1042?");
    assertThat(mail.headers().people().from()).containsExactly("ana@example.org");
    assertThat(mail.headers().people().fromName()).isEqualTo("Ana Ruiz");
    assertThat(mail.headers().date()).isEqualTo(Instant.parse("2026-06-15T08:00:00Z"));
    assertThat(mail.text().visible())
        .isEqualTo("Hello,\n\nthe parcel should have been here on Friday. Where is it?");
    assertThat(mail.text().signature()).isEqualTo("Best regards,\nAna Ruiz");
    assertThat(mail.nature().mayAutoReply()).isTrue();
    assertThat(mail.nature().sender().orElseThrow().proven()).isEqualTo(Proven.ADDRESS);
  }

  @Test
  void takesAnAnswerApartAndKeepsItsFile() {
    ReadMail mail = Fixtures.read(Fixtures.ALTERNATIVE);

    assertThat(mail.headers().subject()).isEqualTo("Rückgabe der Lampe");
    assertThat(mail.headers().people().fromName()).isEqualTo("Jörg Müller");
    assertThat(mail.headers().references())
        .containsExactly("<q0@shop.example>", "<q1@shop.example>");
    assertThat(mail.text().visible()).isEqualTo("Die Lampe ist beschädigt, ein Foto hängt an.");
    assertThat(mail.text().elided()).contains("Ihre Bestellung ist unterwegs.");
    assertThat(mail.text().html()).doesNotContain("script", " src=");
    assertThat(mail.attachments())
        .satisfiesExactly(file -> {
          assertThat(file.filename()).isEqualTo("Füße.png");
          assertThat(file.type()).isEqualTo("image/png");
          assertThat(file.size()).isEqualTo(8);
        });
  }

  @Test
  void readsABounceAndWhichMailOfOursItIsAbout() {
    ReadMail mail = Fixtures.read(Fixtures.BOUNCE);

    assertThat(mail.nature().kind()).isEqualTo(Kind.BOUNCE);
    assertThat(mail.nature().bounces())
        .containsExactly(new Bounce("nobody@example.net", "5.1.1", true));
    assertThat(mail.nature().mayAutoReply()).isFalse();
    assertThat(mail.headers().references()).containsExactly("<ours-7@shop.example>");
  }

  @Test
  void aComplaintIsNoMessage() {
    ReadMail mail = Fixtures.read(Fixtures.COMPLAINT);

    assertThat(mail.nature().kind()).isEqualTo(Kind.COMPLAINT);
    assertThat(mail.headers().references()).containsExactly("<ours-8@shop.example>");
  }

  @Test
  void cutsTheOlderMailBelowOutlooksRule() {
    assertThat(Fixtures.read(Fixtures.OUTLOOK).text().visible()).isEqualTo("Please cancel it.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "On Mon, 15 Jun 2026 at 10:00, Lumen <help@shop.example> wrote:",
        "Am Mo., 15. Juni 2026 um 10:00 Uhr schrieb Lumen <help@shop.example>:",
        "Op ma 15 jun 2026 om 10:00 schreef Lumen <help@shop.example>:",
        "Le lun. 15 juin 2026 à 10:00, Lumen <help@shop.example> a écrit :",
        "El lun, 15 jun 2026 a las 10:00, Lumen (<help@shop.example>) escribió:",
        "Il giorno lun 15 giu 2026 alle ore 10:00 Lumen <help@shop.example> ha scritto:",
        "Em seg., 15 de jun. de 2026 às 10:00, Lumen <help@shop.example> escreveu:",
        "Den man. 15. jun. 2026 kl. 10.00 skrev Lumen <help@shop.example>:",
        "Den mån 15 juni 2026 kl 10:00 skrev Lumen <help@shop.example>:",
        "pon., 15 cze 2026 o 10:00 Lumen <help@shop.example> napisał(a):",
        "ma 15. kesäk. 2026 klo 10.00 Lumen (help@shop.example) kirjoitti:",
        "-----Original Message-----",
        "-----Ursprüngliche Nachricht-----",
        "-----Message d'origine-----",
        "From: Lumen <help@shop.example>\nSent: Monday, June 15, 2026 10:00\nTo: Ana\nSubject: x",
        "Von: Lumen <help@shop.example>\nGesendet: Montag, 15. Juni 2026\nAn: Ana\nBetreff: x",
        "De : Lumen <help@shop.example>\nEnvoyé : lundi 15 juin 2026\nÀ : Ana\nObjet : x",
      })
  void theAnswerEndsAboveTheQuotation(String introduction) {
    String text = "I want to return it.\n\n" + introduction + "\n\nOur older words.\n";
    ReadMail mail = Fixtures.read("From: a@example.org\n\n" + text);

    assertThat(mail.text().visible()).isEqualTo("I want to return it.");
    assertThat(mail.text().elided()).contains("Our older words.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "On Monday I wrote to you:\nno answer came.",
        "My travel:\nFrom: 12 May\nTo: 14 May\nplease deliver before.",
        "Thanks\n\nWhere is my parcel?",
        "Thank you!",
        "New request:\n========\nName: Ana\nOrder: 1042\nEmail: a@example.org",
      })
  void whatThePersonWroteStays(String text) {
    ReadMail mail = Fixtures.read("From: a@example.org\n\n" + text + "\n");

    assertThat(mail.text().visible()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "Auto-Submitted: auto-replied, AUTOMATIC",
    "Precedence: bulk, AUTOMATIC",
    "X-Auto-Response-Suppress: OOF, AUTOMATIC",
    "Return-Path: <>, AUTOMATIC",
    "Subject: Automatische Antwort: Bestellung, AUTOMATIC",
    "List-Id: <news.example.org>, LIST",
    "Auto-Submitted: no, MESSAGE",
    "X-Auto-Response-Suppress: DR, MESSAGE",
  })
  void knowsWhatMustNotBeAnswered(String field, Kind kind) {
    ReadMail mail = Fixtures.read(field + "\nFrom: ana@example.org\n\nHello\n");

    assertThat(mail.nature().kind()).isEqualTo(kind);
    assertThat(mail.nature().mayAutoReply()).isEqualTo(kind == Kind.MESSAGE);
    assertThat(mail.nature().reasons().isEmpty()).isEqualTo(kind == Kind.MESSAGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-reply@example.org", "help+x@shop.example", "MAILER-DAEMON@a.example"})
  void aSenderThatTakesNoRepliesIsAutomatic(String from) {
    ReadMail mail = new MimeReading().read(Fixtures.bytes("From: " + from + "\n\nHello\n"), SHOP);

    assertThat(mail.nature().kind()).isEqualTo(Kind.AUTOMATIC);
  }

  @Test
  void aCustomerWhoWritesOfAFailedDeliveryIsNoBounce() {
    String mail =
        "From: ana@example.org\nSubject: Delivery failed\n\n"
            + "My parcel could not be delivered to 450 Main Street. Please help.\n";

    assertThat(Fixtures.read(mail).nature().kind()).isEqualTo(Kind.MESSAGE);
  }

  @Test
  void aFormsCustomerIsReplyToAndHasProvenNothing() {
    String form =
        "Authentication-Results: mx.shop.example; dmarc=pass header.from=platform.example\n"
            + "Auto-Submitted: auto-generated\nFrom: form@platform.example\n"
            + "Reply-To: ana@example.org\n\nHello\n";
    ReadMail mail = new MimeReading().read(Fixtures.bytes(form), SHOP);

    assertThat(mail.nature().kind()).isEqualTo(Kind.MESSAGE);
    assertThat(mail.nature().sender().orElseThrow().address())
        .contains(new EmailAddress("ana@example.org"));
    assertThat(mail.nature().sender().orElseThrow().proven()).isEqualTo(Proven.NOTHING);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mx.shop.example; dmarc=pass header.from=example.org | ADDRESS",
        "mx.shop.example; dkim=pass header.d=example.org | ADDRESS",
        "mx.shop.example; spf=pass smtp.mailfrom=x@example.org; dmarc=none | ADDRESS",
        "mx.shop.example; dkim=pass header.d=mail.example.org | NOTHING",
        "mx.shop.example; dmarc=fail header.from=example.org; dkim=pass header.d=example.org | NOTHING",
        "mx.shop.example; dmarc=pass header.from=other.example | NOTHING",
        "mx.other.example; dmarc=pass header.from=example.org | NOTHING",
        "mx.shop.example; spf=fail (dmarc=pass; dmarc=pass) smtp.mailfrom=a@b.example | NOTHING",
        "evil; x=\"; mx.shop.example; dmarc=pass\" | NOTHING",
        "mx.shop.example.evil.example; dmarc=pass header.from=example.org | NOTHING",
      })
  void onlyTheOwnHostsWordProvesAnAddress(String results, Proven proven) {
    String raw =
        "Authentication-Results: "
            + results
            + "\n"
            + "Authentication-Results: mx.shop.example; dmarc=pass header.from=example.org\n"
            + "From: ana@example.org\n\nHello\n";
    ReadMail mail = new MimeReading().read(Fixtures.bytes(raw), SHOP);

    assertThat(mail.nature().sender().orElseThrow().proven()).isEqualTo(proven);
  }

  @Test
  void twoSendersHaveProvenNothing() {
    String raw =
        "Authentication-Results: mx.shop.example; dmarc=pass header.from=example.org\n"
            + "From: ana@example.org, ben@example.org\n\nHello\n";
    ReadMail mail = new MimeReading().read(Fixtures.bytes(raw), SHOP);

    assertThat(mail.nature().sender().orElseThrow().proven()).isEqualTo(Proven.NOTHING);
  }

  @Test
  void readsTextInWhateverCharsetItReallyIs() {
    byte[] head =
        "From: a@example.org\nContent-Type: text/plain; charset=us-ascii\n\n"
            .getBytes(StandardCharsets.US_ASCII);
    byte[] text = "Grüße aus Köln, 5 €".getBytes(StandardCharsets.UTF_8);
    byte[] raw = new byte[head.length + text.length];
    System.arraycopy(head, 0, raw, 0, head.length);
    System.arraycopy(text, 0, raw, head.length, text.length);

    assertThat(Fixtures.read(raw).text().visible()).isEqualTo("Grüße aus Köln, 5 €");
  }

  @Test
  void anEmptyMailIsNotParsedAndSaysWhy() {
    ReadMail mail = Fixtures.read("");

    assertThat(mail.parsed()).isFalse();
    assertThat(mail.nature().reasons()).isNotEmpty();
  }

  @Test
  void whatIsTooMuchIsReadInPartWithAReason() {
    String parts =
        "From: a@example.org\nContent-Type: multipart/mixed; boundary=b\n\n"
            + "--b\n\nHello\n".repeat(2_100);
    assertThat(Fixtures.read(parts).nature().reasons()).anyMatch(r -> r.contains("2000 parts"));

    String to = "From: a@example.org\nTo: " + "x@example.org, ".repeat(10_000) + "\n\nHello\n";
    assertThat(Fixtures.read(to).nature().reasons()).anyMatch(r -> r.contains("addresses"));

    String id = "From: a@example.org\nMessage-ID: <" + "x".repeat(100_000) + "@a>\n\nHello\n";
    assertThat(Fixtures.read(id).headers().messageId()).hasSizeLessThan(100);

    byte[] large = new byte[31 * 1024 * 1024];
    byte[] start =
        "From: a@example.org\nSubject: big\n\nHello\n".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(start, 0, large, 0, start.length);
    ReadMail mail = Fixtures.read(large);
    assertThat(mail.headers().subject()).isEqualTo("big");
    assertThat(mail.nature().reasons()).anyMatch(r -> r.contains("larger than 30 MB"));
  }
}
