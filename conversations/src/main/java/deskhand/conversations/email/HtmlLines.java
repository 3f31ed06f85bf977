package deskhand.conversations.email;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/// HTML as lines of text: what a person would see, with quote containers and signatures of the
/// usual mail programs marked by their own markup.
final class HtmlLines implements NodeVisitor {
  private static final int LONGEST = 2_000_000;
  private static final int MOST_LINES = 5_000;

  private static final Set<String> BLOCKS =
      Set.of(
          "address",
          "article",
          "aside",
          "blockquote",
          "body",
          "center",
          "dd",
          "div",
          "dl",
          "dt",
          "fieldset",
          "figure",
          "footer",
          "form",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "header",
          "hr",
          "li",
          "main",
          "nav",
          "ol",
          "p",
          "pre",
          "section",
          "table",
          "tr",
          "ul");

  private static final Set<String> SPACED =
      Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote");

  private static final Set<String> UNSEEN =
      Set.of("head", "style", "script", "title", "template", "noscript", "object", "textarea");

  /// The quotation, in the markup of Gmail, Yahoo, Thunderbird, Proton, Zoho, Zimbra, GMX,
  /// Tutanota, Front, Airmail.
  private static final Set<String> QUOTE_CLASSES =
      Set.of(
          "gmail_quote",
          "gmail_quote_container",
          "yahoo_quoted",
          "protonmail_quote",
          "zmail_extra",
          "tutanota_quote",
          "front-blockquote",
          "gmx_quote",
          "quote_container",
          "moz-cite-prefix",
          "wl-quote",
          "qt",
          "ms-outlook-mobile-reference-message",
          "hcv-quote");

  /// From here on, all is older: Outlook on the web, on the Mac, on phones; Hotmail.
  private static final Set<String> REST_IDS =
      Set.of(
          "divrplyfwdmsg",
          "appendonsend",
          "olk_src_body_section",
          "stopspelling",
          "mail-editor-reference-message-container",
          "ms-outlook-mobile-body-separator-line",
          "x_divrplyfwdmsg",
          "x_appendonsend",
          "reply-intro",
          "originalmessage");

  private static final Set<String> SIGNATURE_CLASSES =
      Set.of("gmail_signature", "moz-signature", "protonmail_signature_block", "signature_block");

  private static final Set<String> SIGNATURE_IDS =
      Set.of("signature", "x_signature", "ms-outlook-mobile-signature", "applemailsignature");

  private final List<Line> lines = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private int quotes;
  private int signatures;
  private int pre;
  private int hidden;
  private boolean rest;
  private boolean introduction;

  private HtmlLines() {}

  static List<Line> of(String html, Oddities oddities) {
    if (html.length() > LONGEST) {
      oddities.add("the HTML is longer than " + LONGEST + " characters; the rest was not read");
    }
    Document document = Jsoup.parse(html.substring(0, Math.min(html.length(), LONGEST)));
    HtmlLines lines = new HtmlLines();
    document.body().traverse(lines);
    lines.breakLine();
    return lines.lines;
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode text) {
      if (hidden == 0) {
        append(text.getWholeText());
      }
      return;
    }
    if (!(node instanceof Element element) || node instanceof Comment) {
      return;
    }
    String tag = element.normalName();
    if (BLOCKS.contains(tag)) {
      breakLine();
    }
    if (unseen(element)) {
      hidden++;
    }
    if (opensRest(element)) {
      breakLine();
      rest = true;
    }
    if (introduced(element)) {
      breakLine();
      introduction = true;
    } else if (quote(element)) {
      breakLine();
      quotes++;
    }
    if (signature(element)) {
      breakLine();
      signatures++;
    }
    switch (tag) {
      case "br" -> newLine();
      case "hr" -> {
        line.append("________________________________");
        newLine();
      }
      case "pre" -> pre++;
      case "td", "th" -> {
        if (!line.isEmpty()) {
          line.append(' ');
        }
      }
      default -> {}
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (!(node instanceof Element element)) {
      return;
    }
    String tag = element.normalName();
    if (BLOCKS.contains(tag)) {
      breakLine();
      if (SPACED.contains(tag) && hidden == 0) {
        blankLine();
      }
    }
    if (introduced(element)) {
      breakLine();
      introduction = false;
    } else if (quote(element)) {
      breakLine();
      quotes--;
      introduction &= !tag.equals("blockquote");
    }
    if (signature(element)) {
      breakLine();
      signatures--;
    }
    if (unseen(element)) {
      hidden--;
    }
    if (tag.equals("pre")) {
      pre--;
    }
  }

  private void append(String text) {
    if (pre > 0) {
      String[] parts = text.split("\r\n|\r|\n", -1);
      for (int i = 0; i < parts.length; i++) {
        line.append(parts[i]);
        if (i < parts.length - 1) {
          newLine();
        }
      }
      return;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean space = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
      if (!space) {
        line.append(c == '\u00a0' ? ' ' : c);
      } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
        line.append(' ');
      }
    }
  }

  private void breakLine() {
    if (!line.isEmpty()) {
      newLine();
    }
  }

  private void newLine() {
    if (lines.size() < MOST_LINES) {
      lines.add(new Line(line.toString().stripTrailing(), mark()));
    }
    line.setLength(0);
  }

  private void blankLine() {
    if (!lines.isEmpty() && !lines.getLast().blank()) {
      newLine();
    }
  }

  private Line.Mark mark() {
    if (rest) {
      return Line.Mark.QUOTED_TO_THE_END;
    }
    if (quotes > 0 || introduction) {
      return Line.Mark.QUOTED;
    }
    return signatures > 0 ? Line.Mark.SIGNATURE : Line.Mark.PLAIN;
  }

  /// Not shown to the reader: what only a machine would read is not the writer's word.
  private static boolean unseen(Element element) {
    if (UNSEEN.contains(element.normalName()) || element.hasAttr("hidden")) {
      return true;
    }
    String style = squeezed(element.attr("style"));
    return style.contains("display:none")
        || style.contains("visibility:hidden")
        || style.contains("mso-hide:all")
        || style.contains("font-size:0;")
        || style.contains("font-size:0px")
        || style.contains("opacity:0;");
  }

  /// A container of "On … wrote:" and a quotation: what stands below the first quotation in it may
  /// be an answer.
  private static boolean introduced(Element element) {
    return !element.normalName().equals("blockquote")
        && hasClass(element, QUOTE_CLASSES)
        && element.children().stream().anyMatch(child -> child.normalName().equals("blockquote"));
  }

  private static boolean quote(Element element) {
    return element.normalName().equals("blockquote")
        || hasClass(element, QUOTE_CLASSES)
        || (element.normalName().equals("div") && element.attr("name").equals("quote"))
        || element.attr("data-marker").equals("__QUOTED_TEXT__");
  }

  /// Outlook on the desktop rules a line of these colours above the older mail.
  private static boolean opensRest(Element element) {
    if (element.normalName().equals("div")) {
      String style = squeezed(element.attr("style"));
      if (style.contains("border-top:solid#b5c4df1.0pt")
          || style.contains("border-top:solid#e1e1e11.0pt")
          || style.contains("border-top:1ptsolidrgb(181,196,223)")
          || style.contains("border-top:1ptsolidrgb(225,225,225)")
          || style.contains("border-top:1pxsolidrgb(225,225,225)")) {
        return true;
      }
    }
    return REST_IDS.contains(element.id().toLowerCase(Locale.ROOT));
  }

  private static boolean signature(Element element) {
    return hasClass(element, SIGNATURE_CLASSES)
        || SIGNATURE_IDS.contains(element.id().toLowerCase(Locale.ROOT));
  }

  private static boolean hasClass(Element element, Set<String> classes) {
    if (!element.hasAttr("class")) {
      return false;
    }
    for (String name : element.classNames()) {
      String lower = name.toLowerCase(Locale.ROOT);
      // Outlook on the web puts `x_` before every class it shows.
      if (classes.contains(lower.startsWith("x_") ? lower.substring(2) : lower)) {
        return true;
      }
    }
    return false;
  }

  private static String squeezed(String style) {
    return style.isEmpty() ? "" : (style.replaceAll("\\s", "") + ";").toLowerCase(Locale.ROOT);
  }
}
