package deskhand.conversations.email;

import deskhand.conversations.MailReading;
import deskhand.conversations.MailReading.ReadMail;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Mails of our own making, one of each shape, with line ends as SMTP has them.
final class Fixtures {
  static final String PLAIN =
      """
      Return-Path: <ana@example.org>
      Received: from mx.example.org by shop.example with ESMTPS; Mon, 15 Jun 2026 10:00:01 +0200
      Authentication-Results: mx.shop.example; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
      From: "Ana Ruiz" <ana@example.org>
      To: Lumen <help@shop.example>
      Subject: Where is my order 1042?
      Date: Mon, 15 Jun 2026 10:00:00 +0200
      Message-ID: <a1@example.org>
      MIME-Version: 1.0
      Content-Type: text/plain; charset=utf-8
      Content-Transfer-Encoding: 8bit

      Hello,

      the parcel should have been here on Friday. Where is it?

      Best regards,
      Ana Ruiz
      """;

  static final String ALTERNATIVE =
      """
      From: =?utf-8?Q?J=C3=B6rg_M=C3=BCller?= <joerg@example.de>
      To: help@shop.example
      Subject: =?utf-8?B?UsO8Y2tnYWJl?=
       =?utf-8?Q?_der_Lampe?=
      Date: Mon, 15 Jun 2026 10:00:00 +0200
      Message-ID: <b2@example.de>
      In-Reply-To: <q1@shop.example>
      References: <q0@shop.example>
       <q1@shop.example>
      MIME-Version: 1.0
      Content-Type: multipart/mixed; boundary="outer"

      --outer
      Content-Type: multipart/alternative; boundary=inner

      --inner
      Content-Type: text/plain; charset=iso-8859-1
      Content-Transfer-Encoding: quoted-printable

      Die Lampe ist besch=E4digt, ein Foto h=E4ngt an.=20

      Am 14.06.2026 um 09:12 schrieb Lumen <help@shop.example>:
      > Ihre Bestellung ist unterwegs.
      >
      > Ihr Team

      --inner
      Content-Type: text/html; charset=utf-8

      <html><body><p>Die Lampe ist besch&auml;digt, ein Foto h&auml;ngt an.</p>
      <script>alert(1)</script><img src="https://tracker.example/p.gif">
      <blockquote type="cite">Ihre Bestellung ist unterwegs.</blockquote></body></html>

      --inner--

      --outer
      Content-Type: image/png; name*0*=utf-8''F%C3%BC; name*1*=%C3%9Fe.png
      Content-Disposition: attachment
      Content-Transfer-Encoding: base64

      iVBORw0KGgo=
      --outer--
      """;

  static final String BOUNCE =
      """
      Return-Path: <>
      From: Mail Delivery System <MAILER-DAEMON@mx.example.net>
      To: help@shop.example
      Subject: Undelivered Mail Returned to Sender
      Date: Mon, 15 Jun 2026 10:00:00 +0000
      Message-ID: <d1@mx.example.net>
      MIME-Version: 1.0
      Content-Type: multipart/report; report-type=delivery-status; boundary="bb"

      --bb
      Content-Type: text/plain

      I'm sorry to have to inform you that your message could not be delivered.

      <nobody@example.net>: host mx2.example.net said: 550 5.1.1 No such user here

      --bb
      Content-Type: message/delivery-status

      Reporting-MTA: dns; mx.example.net

      Final-Recipient: rfc822; nobody@example.net
      Action: failed
      Status: 5.1.1
      Diagnostic-Code: smtp; 550 5.1.1 No such user here

      --bb
      Content-Type: message/rfc822

      From: Lumen <help@shop.example>
      To: nobody@example.net
      Subject: Your order
      Message-ID: <ours-7@shop.example>

      Your parcel is on its way.
      --bb--
      """;

  static final String COMPLAINT =
      """
      From: feedback@provider.example
      To: abuse@shop.example
      Subject: complaint about a message
      MIME-Version: 1.0
      Content-Type: multipart/report; report-type=feedback-report; boundary=ff

      --ff
      Content-Type: text/plain

      This is an email abuse report.

      --ff
      Content-Type: message/feedback-report

      Feedback-Type: abuse
      User-Agent: SomeFeedback/1.0
      Version: 1

      --ff
      Content-Type: message/rfc822

      From: help@shop.example
      Message-ID: <ours-8@shop.example>
      Subject: News

      Hello
      --ff--
      """;

  static final String OUTLOOK =
      """
      From: pat@example.com
      To: help@shop.example
      Subject: RE: Your order
      Content-Type: text/html; charset="windows-1252"
      Content-Transfer-Encoding: 8bit

      <html><body><div class="WordSection1"><p class="MsoNormal">Please cancel it.</p>
      <div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm">
      <p class="MsoNormal"><b>From:</b> Lumen &lt;help@shop.example&gt;<br><b>Sent:</b> Monday<br>
      <b>To:</b> pat@example.com<br><b>Subject:</b> Your order</p></div>
      <p class="MsoNormal">Your order is being packed.</p></div></body></html>
      """;

  static final List<String> ALL = List.of(PLAIN, ALTERNATIVE, BOUNCE, COMPLAINT, OUTLOOK);

  private Fixtures() {}

  static byte[] bytes(String mail) {
    return mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  static ReadMail read(String mail) {
    return read(bytes(mail));
  }

  static ReadMail read(byte[] mail) {
    return new MimeReading().read(mail, MailReading.Mailbox.unknown());
  }
}
