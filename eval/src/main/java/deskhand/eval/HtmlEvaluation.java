package deskhand.eval;

import deskhand.conversations.MailReading;
import deskhand.conversations.MailReading.ReadMail;
import deskhand.conversations.SafeHtml;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// `eval html`: each payload as the HTML of a mail, and what the inbox would show of it.
final class HtmlEvaluation {
  private static final byte[] HEADER =
      String.join(
              "\r\n",
              "From: somebody@example.org",
              "MIME-Version: 1.0",
              "Content-Type: text/html; charset=utf-8",
              "Content-Transfer-Encoding: 8bit",
              "",
              "")
          .getBytes(StandardCharsets.US_ASCII);

  private HtmlEvaluation() {}

  static Figures run(Path in, Optional<Path> out, MailReading reading) {
    List<JsonNode> rows = JsonLines.read(in);
    int moving = 0;
    int empty = 0;
    Progress progress = new Progress(rows.size());
    try (JsonLines.Out lines = JsonLines.out(out)) {
      for (JsonNode row : rows) {
        String safe = safe(row.path("payload").asString(""), reading);
        moving += SafeHtml.of(safe).equals(safe) ? 0 : 1;
        empty += safe.isBlank() ? 1 : 0;
        Map<String, String> line = new LinkedHashMap<>();
        line.put("id", row.path("id").asString(""));
        line.put("safe", safe);
        lines.line(line);
        progress.step();
      }
    }
    System.out.printf("%-28s %8d%n", "payloads", rows.size());
    System.out.printf("%-28s %8d%n", "nothing left", empty);
    System.out.printf("%-28s %8d%n", "changed when cleaned again", moving);
    return new Figures()
        .with("payloads", rows.size())
        .with("empty", empty)
        .with("not_idempotent", moving);
  }

  private static String safe(String payload, MailReading reading) {
    byte[] body = payload.getBytes(StandardCharsets.UTF_8);
    byte[] raw = new byte[HEADER.length + body.length];
    System.arraycopy(HEADER, 0, raw, 0, HEADER.length);
    System.arraycopy(body, 0, raw, HEADER.length, body.length);
    ReadMail mail = reading.read(raw, MailReading.Mailbox.unknown());
    String html = mail.text().html();
    return html == null ? "" : html;
  }
}
