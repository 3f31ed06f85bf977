package deskhand.knowledge.importing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;

/// HTML as Markdown: headings, paragraphs, lists, tables, bold words, links. What a page shows
/// around its text (menus, forms, scripts) is left out. It does not run or load anything.
final class HtmlReader {
  private static final int DEEPEST = 250;
  private static final String NO_TEXT =
      "script,style,noscript,template,nav,footer,aside,form,button,select,iframe,object,svg,canvas,"
          + "audio,video,[hidden],[aria-hidden=true],head";
  private static final Set<String> PARAGRAPHS =
      Set.of(
          "p",
          "div",
          "section",
          "article",
          "main",
          "header",
          "body",
          "figure",
          "figcaption",
          "address",
          "details",
          "summary",
          "dl",
          "dt",
          "dd",
          "pre",
          "blockquote",
          "center",
          "tbody",
          "html",
          "hr",
          "fieldset");

  private final StringBuilder markdown = new StringBuilder();

  private HtmlReader() {}

  /// A page, with the title and the language that it tells.
  static Importing.Source read(String html) {
    Document page = parse(html);
    Optional<String> title = Optional.of(page.title().strip()).filter(text -> !text.isEmpty());
    Optional<Locale> language =
        Optional.ofNullable(page.selectFirst("html[lang]"))
            .map(root -> Locale.forLanguageTag(root.attr("lang").strip()))
            .filter(locale -> locale.getLanguage().matches("[a-z]{2,3}"));
    page.select(NO_TEXT).remove();
    Element main = page.selectFirst("main, [role=main]");
    List<Element> articles = page.select("article");
    Element root = main != null ? main : articles.size() == 1 ? articles.getFirst() : page.body();
    return new Importing.Source(FrontMatter.of(title, language), convert(root));
  }

  /// A piece of HTML within another file.
  static String fragment(String html) {
    Document page = parse(html);
    page.select(NO_TEXT).remove();
    return convert(page.body());
  }

  private static Document parse(String html) {
    Document page = Jsoup.parse(html, "", Parser.htmlParser().setMaxDepth(DEEPEST));
    if (depth(page) >= DEEPEST - 1) {
      throw new Refusal("The page's elements are nested deeper than " + DEEPEST + " levels.");
    }
    return page;
  }

  private static int depth(Document page) {
    int deepest = 0;
    int depth = 0;
    Node node = page;
    while (node != null) {
      if (node.childNodeSize() > 0) {
        node = node.childNode(0);
        depth++;
        deepest = Math.max(deepest, depth);
      } else {
        while (node != null && node.nextSibling() == null) {
          node = node.parent();
          depth--;
        }
        node = node == null ? null : node.nextSibling();
      }
    }
    return deepest;
  }

  private static String convert(Element root) {
    HtmlReader reader = new HtmlReader();
    reader.blocks(root, "");
    return reader.markdown.toString().replaceAll("\n{3,}", "\n\n").strip() + "\n";
  }

  /// Writes the blocks of an element; loose text and inline elements between them are paragraphs.
  private void blocks(Element parent, String indent) {
    StringBuilder line = new StringBuilder();
    for (Node node : parent.childNodes()) {
      if (node instanceof Element element && isBlock(element)) {
        paragraph(line, indent);
        block(element, indent);
      } else {
        HtmlText.inline(node, line);
      }
    }
    paragraph(line, indent);
  }

  private void block(Element element, String indent) {
    String name = element.normalName();
    switch (name) {
      case "h1", "h2", "h3", "h4", "h5", "h6" -> {
        String text = HtmlText.oneLine(element);
        if (!text.isEmpty()) {
          markdown.append("\n").append("#".repeat(name.charAt(1) - '0')).append(' ');
          markdown.append(text).append("\n\n");
        }
      }
      case "ul", "menu" -> list(element, indent, false);
      case "ol" -> list(element, indent, true);
      case "table" -> HtmlTable.write(element, markdown);
      case "dt", "summary" -> {
        String text = HtmlText.oneLine(element);
        if (!text.isEmpty()) {
          markdown.append(indent).append("**").append(text.replace("**", "")).append("**\n\n");
        }
      }
      default -> blocks(element, indent);
    }
  }

  private void list(Element list, String indent, boolean numbered) {
    int number = 1;
    markdown.append("\n");
    for (Element item : list.children()) {
      String mark = numbered ? number++ + ". " : "- ";
      int start = markdown.length();
      blocks(item, indent + " ".repeat(mark.length()));
      String written = markdown.substring(start).strip();
      markdown.setLength(start);
      if (!written.isEmpty()) {
        markdown.append(indent).append(mark).append(written).append("\n");
      }
    }
    markdown.append("\n");
  }

  private void paragraph(StringBuilder line, String indent) {
    String text = MarkdownText.guarded(line.toString().replaceAll("[\\s\\u00a0]+", " ").strip());
    if (!text.isEmpty()) {
      markdown.append(indent).append(text).append("\n\n");
    }
    line.setLength(0);
  }

  private static boolean isBlock(Element element) {
    String name = element.normalName();
    return PARAGRAPHS.contains(name)
        || name.matches("h[1-6]|ul|ol|menu|table")
        || element.selectFirst("p, div, ul, ol, table, h1, h2, h3, h4") != null;
  }
}
