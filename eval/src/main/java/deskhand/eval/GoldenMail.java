package deskhand.eval;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Writes a golden case as the raw mail that it stands for, so that it is read by the product's own
/// reader.
final class GoldenMail {
  private GoldenMail() {}

  static byte[] raw(ShopFolder.Message message) {
    StringBuilder mail = new StringBuilder();
    message.from().ifPresent(from -> mail.append("From: <").append(from).append(">\r\n"));
    mail.append("Subject: ").append(encodedWords(message.text().subject())).append("\r\n");
    message
        .headers()
        .forEach((name, value) ->
            mail.append(name)
                .append(": ")
                .append(value.replaceAll("[\\r\\n]+", " "))
                .append("\r\n"));
    mail.append("MIME-Version: 1.0\r\n");
    boolean html = message.text().html().isPresent();
    if (!message.headers().keySet().stream().anyMatch("Content-Type"::equalsIgnoreCase)) {
      mail.append("Content-Type: text/")
          .append(html ? "html" : "plain")
          .append("; charset=utf-8\r\n");
    }
    mail.append("Content-Transfer-Encoding: base64\r\n\r\n");
    String body = message.text().html().orElse(message.text().plain());
    mail.append(Base64.getMimeEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8)));
    return mail.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
  }

  /// RFC 2047, in words of at most 45 bytes.
  private static String encodedWords(String text) {
    StringBuilder words = new StringBuilder();
    StringBuilder word = new StringBuilder();
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      String next = Character.toString(text.codePointAt(at));
      if ((word + next).getBytes(StandardCharsets.UTF_8).length > 45) {
        words.append(encoded(word.toString())).append("\r\n ");
        word.setLength(0);
      }
      word.append(next);
    }
    return words.append(encoded(word.toString())).toString();
  }

  private static String encoded(String text) {
    return "=?UTF-8?B?"
        + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))
        + "?=";
  }
}
