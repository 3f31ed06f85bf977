package deskhand.conversations.email.text;

import deskhand.conversations.email.mime.Oddities;
import java.util.ArrayList;
import java.util.List;
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
public final class HtmlLines implements NodeVisitor {
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

  private final List<Line> lines = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private int quotes;
  private int signatures;
  private int pre;
  private int hidden;
  private boolean rest;
  private boolean introduction;

  private HtmlLines() {}

  public static List<Line> of(String html, Oddities oddities) {
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
    if (MailMarkup.unseen(element)) {
      hidden++;
    }
    if (MailMarkup.opensRest(element)) {
      breakLine();
      rest = true;
    }
    if (MailMarkup.introduced(element)) {
      breakLine();
      introduction = true;
    } else if (MailMarkup.quote(element)) {
      breakLine();
      quotes++;
    }
    if (MailMarkup.signature(element)) {
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
    if (MailMarkup.introduced(element)) {
      breakLine();
      introduction = false;
    } else if (MailMarkup.quote(element)) {
      breakLine();
      quotes--;
      introduction &= !tag.equals("blockquote");
    }
    if (MailMarkup.signature(element)) {
      breakLine();
      signatures--;
    }
    if (MailMarkup.unseen(element)) {
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
}
