package deskhand.conversations.email;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;

/// The words of a mail as simple HTML: paragraphs, line breaks, links that show where they lead.
final class MailHtml {
  private static final Pattern LINK =
      Pattern.compile("https?://[^\\s<>\"']{1,1000}[^\\s<>\"'.,;:!?)\\]]");

  private MailHtml() {}

  static String of(String text) {
    StringBuilder html =
        new StringBuilder("<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>");
    for (String paragraph : text.strip().split("(?:\\r?\\n[ \\t]*){2,}", -1)) {
      html.append("<p>").append(linked(paragraph)).append("</p>");
    }
    return html.append("</body></html>").toString();
  }

  private static String linked(String paragraph) {
    StringBuilder html = new StringBuilder();
    Matcher link = LINK.matcher(paragraph);
    int at = 0;
    while (link.find()) {
      html.append(escaped(paragraph.substring(at, link.start())));
      String address = Entities.escape(link.group());
      html.append("<a href=\"").append(address).append("\">").append(address).append("</a>");
      at = link.end();
    }
    return html.append(escaped(paragraph.substring(at))).toString();
  }

  private static String escaped(String text) {
    return Entities.escape(text).replaceAll("\\r?\\n", "<br>\n");
  }
}
