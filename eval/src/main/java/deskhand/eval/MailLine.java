package deskhand.eval;

import deskhand.conversations.Attachment;
import deskhand.conversations.MailReading.Bounce;
import deskhand.conversations.MailReading.ReadMail;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One mail as `eval mail --out` writes it.
final class MailLine {
  private MailLine() {}

  /// @param key `file` or `id`
  static Map<String, @Nullable Object> of(Key key, ReadMail mail, double millis) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put(key.name, key.value);
    line.put("parsed", mail.parsed());
    line.put("subject", mail.headers().subject());
    line.put("from", mail.headers().people().from());
    line.put("to", mail.headers().people().to());
    line.put("date", mail.headers().date() == null ? null : mail.headers().date().toString());
    line.put("messageId", mail.headers().messageId());
    line.put("inReplyTo", mail.headers().inReplyTo());
    line.put("references", mail.headers().references());
    line.put("visible", mail.text().visible());
    line.put("signature", mail.text().signature());
    line.put("elided", mail.text().elided());
    line.put("html", mail.text().html());
    line.put("attachments", mail.attachments().stream().map(MailLine::attachment).toList());
    line.put("kind", mail.nature().kind().label());
    line.put("mayAutoReply", mail.nature().mayAutoReply());
    line.put("reasons", mail.nature().reasons());
    line.put("bounces", mail.nature().bounces().stream().map(MailLine::bounce).toList());
    line.put("millis", Math.round(millis * 1000) / 1000.0);
    return line;
  }

  /// What the line is called by.
  record Key(String name, String value) {
    static Key file(String name) {
      return new Key("file", name);
    }

    static Key id(String id) {
      return new Key("id", id);
    }
  }

  private static Map<String, Object> attachment(Attachment attachment) {
    return Map.of(
        "filename", attachment.filename(), "type", attachment.type(), "size", attachment.size());
  }

  private static Map<String, Object> bounce(Bounce bounce) {
    return Map.of(
        "recipient", bounce.recipient(),
        "status", bounce.status(),
        "permanent", bounce.permanent());
  }
}
