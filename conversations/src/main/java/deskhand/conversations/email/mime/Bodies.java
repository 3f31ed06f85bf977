package deskhand.conversations.email.mime;

import deskhand.conversations.Attachment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which parts of a mail are its text, and which are files (RFC 2046 section 5.1, RFC 2387, RFC
/// 2183).
public final class Bodies {
  private static final int MOST_FILES = 500;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_TEXT = 1_000_000;
  private static final Pattern META_CHARSET =
      Pattern.compile("(?i)<meta[^>]{0,200}charset\\s*=\\s*[\"']?([\\w:.-]{1,40})");

  private final Oddities oddities;
  private final StringBuilder plain = new StringBuilder();
  private final StringBuilder html = new StringBuilder();
  private final List<Attachment> files = new ArrayList<>();

  private Bodies(Oddities oddities) {
    this.oddities = oddities;
  }

  /// @param plain empty where the mail has no plain text
  /// @param html as it came; empty where the mail has none
  /// @param enclosed the text of a mail inside this one, where this one has no text of its own
  public record Body(String plain, String html, String enclosed, List<Attachment> attachments) {}

  public static Body of(Part mail, Oddities oddities) {
    Bodies bodies = new Bodies(oddities);
    bodies.walk(mail, true, Wanted.BOTH);
    return new Body(
        bodies.plain.toString(),
        bodies.html.toString(),
        bodies.plain.isEmpty() && bodies.html.isEmpty() ? enclosed(mail, oddities) : "",
        List.copyOf(bodies.files));
  }

  /// The text of the first mail inside a mail that has no text of its own.
  private static String enclosed(Part mail, Oddities oddities) {
    return mail.own()
        .filter(Part::isMessage)
        .flatMap(message -> message.children().stream())
        .limit(5)
        .map(inner -> of(inner, oddities))
        .map(body -> body.plain.isBlank() ? body.enclosed : body.plain)
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse("");
  }

  /// Which texts are still wanted below a node.
  private enum Wanted {
    BOTH,
    PLAIN,
    HTML,
    NOTHING;

    boolean plain() {
      return this == BOTH || this == PLAIN;
    }

    boolean html() {
      return this == BOTH || this == HTML;
    }
  }

  private void walk(Part part, boolean root, Wanted wanted) {
    if (part.isMultipart()) {
      if (part.mediaType().equals("multipart/alternative")) {
        alternatives(part, wanted);
      } else {
        for (Part child : part.children()) {
          walk(child, false, wanted);
        }
      }
      return;
    }
    switch (part.mediaType()) {
      case "message/delivery-status",
          "message/global-delivery-status",
          "message/disposition-notification",
          "message/feedback-report",
          "text/rfc822-headers",
          "message/global-headers",
          "application/pgp-signature",
          "application/pkcs7-signature",
          "application/x-pkcs7-signature" -> {
        if (part.mediaType().startsWith("application/")) {
          file(part);
        }
        return;
      }
      default -> {}
    }
    boolean text = part.mediaType().startsWith("text/");
    boolean named = !filename(part).isEmpty();
    boolean attached = part.disposition().value().equals("attachment") && (named || !root);
    // A named text that stands where the body should is both.
    boolean body = text && !attached && (!named || (plain.isEmpty() && html.isEmpty()));
    if (body) {
      add(part, wanted);
    }
    if (!body || named) {
      file(part);
    }
  }

  /// Several forms of one text: the first plain one and the last HTML are taken, files beside them
  /// too.
  private void alternatives(Part part, Wanted wanted) {
    int plainBefore = plain.length();
    int htmlBefore = html.length();
    for (Part child : part.children()) {
      boolean more = wanted.plain() && plain.length() == plainBefore;
      boolean html = wanted.html();
      if (html && child.own().anyMatch(leaf -> leaf.mediaType().equals("text/html"))) {
        this.html.setLength(htmlBefore);
      }
      walk(
          child,
          false,
          more && html ? Wanted.BOTH : more ? Wanted.PLAIN : html ? Wanted.HTML : Wanted.NOTHING);
    }
  }

  private void add(Part part, Wanted wanted) {
    switch (part.mediaType()) {
      case "text/html" -> {
        if (wanted.html()) {
          append(html, htmlText(part), "<br>\n");
        }
      }
      case "text/enriched", "text/richtext" -> {
        if (wanted.plain()) {
          append(plain, enriched(part.text(oddities)), "\n\n");
        }
      }
      case "text/calendar", "text/x-vcard", "text/vcard", "text/directory", "text/css" -> {
        if (filename(part).isEmpty()) {
          file(part);
        }
      }
      default -> {
        if (wanted.plain()) {
          append(plain, flowed(part, part.text(oddities)), "\n\n");
        }
      }
    }
  }

  private void append(StringBuilder to, String text, String between) {
    if (text.isBlank()) {
      return;
    }
    if (!to.isEmpty()) {
      to.append(between);
    }
    int room = LONGEST_TEXT - to.length();
    if (text.length() > room) {
      oddities.add(
          "the text is longer than " + LONGEST_TEXT + " characters; the rest was not read");
    }
    to.append(text, 0, Math.clamp(text.length(), 0, Math.max(0, room)));
  }

  private String htmlText(Part part) {
    if (!part.type().get("charset").isEmpty()) {
      return part.text(oddities);
    }
    byte[] content = part.content(oddities);
    String head =
        new String(content, 0, Math.min(content.length, 4_000), StandardCharsets.ISO_8859_1);
    Matcher meta = META_CHARSET.matcher(head);
    return Charsets.decode(content, meta.find() ? meta.group(1) : "", oddities);
  }

  /// RFC 3676: a space at a line's end joins it with the next; a leading space was stuffed.
  private static String flowed(Part part, String text) {
    if (!part.type().get("format").strip().equalsIgnoreCase("flowed")) {
      return text;
    }
    boolean deleted = part.type().get("delsp").strip().equalsIgnoreCase("yes");
    StringBuilder out = new StringBuilder(text.length());
    boolean open = false;
    int openDepth = 0;
    for (String line : text.split("\r\n|\r|\n", -1)) {
      int depth = depth(line);
      String content = line.substring(depth);
      content = content.startsWith(" ") ? content.substring(1) : content;
      boolean joins = open && depth == openDepth && !content.equals("-- ");
      if (joins) {
        out.append(content);
      } else {
        out.append(out.isEmpty() ? "" : "\n").append(">".repeat(depth));
        out.append(depth > 0 ? " " : "").append(content);
      }
      open = content.endsWith(" ") && !content.equals("-- ");
      openDepth = depth;
      if (open && deleted) {
        out.setLength(out.length() - 1);
      }
    }
    return out.toString();
  }

  private static int depth(String line) {
    int depth = 0;
    while (depth < line.length() && line.charAt(depth) == '>') {
      depth++;
    }
    return depth;
  }

  /// RFC 1896: commands in angle brackets, `<<` for one bracket, single line breaks are spaces.
  private static String enriched(String text) {
    return text.replaceAll("(?is)<param>.{0,2000}?</param>", "")
        .replaceAll("<(?!<)/?[\\w-]{1,60}>", "")
        .replace("<<", "<");
  }

  private static String filename(Part part) {
    String name = part.disposition().get("filename");
    return name.isBlank() ? part.type().get("name") : name;
  }

  private void file(Part part) {
    if (files.size() >= MOST_FILES) {
      oddities.add("more than " + MOST_FILES + " files; the rest was not kept");
      return;
    }
    files.add(new Attachment(safeName(part), part.mediaType(), part.content(oddities)));
  }

  /// No folders, no control characters, no turning of the writing direction, no endless names.
  private static String safeName(Part part) {
    String name = filename(part);
    if (name.isBlank() && part.isMessage() && !part.children().isEmpty()) {
      name = part.children().getFirst().headers().text("subject") + ".eml";
    }
    name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    StringBuilder safe = new StringBuilder();
    name.codePoints()
        .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
        .limit(LONGEST_NAME)
        .forEach(safe::appendCodePoint);
    String kept = safe.toString().strip();
    if (kept.isBlank() || kept.equals(".") || kept.equals("..")) {
      return "unnamed" + ENDINGS.getOrDefault(part.mediaType(), "");
    }
    return kept;
  }

  private static final Map<String, String> ENDINGS =
      Map.of(
          "text/plain", ".txt",
          "text/html", ".html",
          "text/calendar", ".ics",
          "image/png", ".png",
          "image/jpeg", ".jpg",
          "image/gif", ".gif",
          "application/pdf", ".pdf",
          "message/rfc822", ".eml");
}
