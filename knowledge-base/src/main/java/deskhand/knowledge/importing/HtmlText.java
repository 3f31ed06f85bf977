package deskhand.knowledge.importing;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// The words within a block of HTML, as Markdown on one line.
final class HtmlText {
  private HtmlText() {}

  static String oneLine(Element block) {
    StringBuilder line = new StringBuilder();
    block.childNodes().forEach(child -> inline(child, line));
    return line.toString().replaceAll("[\\s\\u00a0]+", " ").strip();
  }

  static void inline(Node node, StringBuilder into) {
    if (node instanceof TextNode text) {
      into.append(MarkdownText.inline(text.getWholeText()));
    } else if (node instanceof Element element) {
      switch (element.normalName()) {
        case "br" -> into.append(' ');
        case "img" -> into.append(MarkdownText.inline(element.attr("alt")));
        case "b", "strong" -> bold(element, into);
        case "a" -> link(element, into);
        default -> element.childNodes().forEach(child -> inline(child, into));
      }
    }
  }

  private static void bold(Element element, StringBuilder into) {
    String text = oneLine(element).replace("**", "");
    if (!text.isEmpty()) {
      into.append("**").append(text).append("** ");
    }
  }

  private static void link(Element element, StringBuilder into) {
    String text = oneLine(element);
    String address = element.attr("href").strip();
    if (address.matches("(?i)https?://[^\\s<>()]+") && !text.isEmpty()) {
      into.append('[').append(text.replace("]", "\\]")).append("](<").append(address).append(">)");
    } else {
      into.append(text);
    }
  }
}
