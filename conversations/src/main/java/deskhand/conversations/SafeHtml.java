package deskhand.conversations;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/// Turns a stranger's HTML into HTML that the inbox may show: an allow-list of tags and attributes,
/// links only to http, https, mailto and tel, no remote content before a click.
///
/// Cleaning what is clean changes nothing. A picture keeps its address in `data-remote-src` (http,
/// https) or `data-cid` (a part of the same mail) and never has a `src`. Styles, classes and ids
/// go: the page's own style sheet decides how a mail looks. Text never goes, except what no reader
/// would see (scripts, styles, titles).
public final class SafeHtml {
  private static final int LONGEST = 2_000_000;
  private static final int MOST_ROUNDS = 8;

  /// Characters of words alone: escaped, they are at most five times as many.
  private static final int MOST_WORDS = 300_000;

  private static final String REMOTE = "data-remote-src";
  private static final String PART = "data-cid";

  private static final Set<String> LINK_SCHEMES = Set.of("http://", "https://", "mailto:", "tel:");

  private static final Safelist ALLOWED =
      new Safelist()
          .addTags(
              "a",
              "abbr",
              "b",
              "bdi",
              "bdo",
              "big",
              "blockquote",
              "br",
              "caption",
              "center",
              "cite",
              "code",
              "col",
              "colgroup",
              "dd",
              "del",
              "dfn",
              "div",
              "dl",
              "dt",
              "em",
              "figcaption",
              "figure",
              "font",
              "h1",
              "h2",
              "h3",
              "h4",
              "h5",
              "h6",
              "hr",
              "i",
              "img",
              "ins",
              "kbd",
              "li",
              "mark",
              "ol",
              "p",
              "pre",
              "q",
              "rp",
              "rt",
              "ruby",
              "s",
              "samp",
              "small",
              "span",
              "strike",
              "strong",
              "sub",
              "sup",
              "table",
              "tbody",
              "td",
              "tfoot",
              "th",
              "thead",
              "tr",
              "tt",
              "u",
              "ul",
              "var",
              "wbr",
              "article",
              "section",
              "header",
              "footer",
              "aside",
              "nav",
              "main",
              "address",
              "details",
              "summary",
              "time")
          .addAttributes("a", "href", "title")
          .addAttributes("img", REMOTE, PART, "alt", "title", "width", "height")
          .addAttributes("td", "colspan", "rowspan", "align", "valign")
          .addAttributes("th", "colspan", "rowspan", "align", "valign", "scope")
          .addAttributes("ol", "start", "type")
          .addAttributes("ul", "type")
          .addAttributes("font", "color", "size")
          .addAttributes("col", "span")
          .addAttributes("colgroup", "span")
          .addAttributes(":all", "dir", "lang");

  private SafeHtml() {}

  public static String of(String html) {
    String bounded = html.length() > LONGEST ? html.substring(0, LONGEST) : html;
    String clean = once(bounded.replace('\0', ' '));
    // What a parser mends, it may mend differently the second time; only a text that stays is safe.
    for (int round = 0; round < MOST_ROUNDS && clean.length() <= LONGEST; round++) {
      String again = once(clean);
      if (again.equals(clean)) {
        return clean;
      }
      clean = again;
    }
    return wordsAlone(clean);
  }

  /// The words without markup: of what does not settle, or grew too large in the cleaning.
  private static String wordsAlone(String clean) {
    String words = Jsoup.parse(clean).text();
    Document paragraph = Jsoup.parseBodyFragment("<p></p>");
    paragraph.body().child(0).text(words.substring(0, Math.min(words.length(), MOST_WORDS)));
    return once(paragraph.body().html());
  }

  private static String once(String html) {
    Document dirty = Jsoup.parseBodyFragment(html);
    for (Element image : dirty.select("img, image")) {
      keepSource(image);
    }
    Document clean = new Cleaner(ALLOWED).clean(dirty);
    clean.outputSettings(
        new Document.OutputSettings()
            .prettyPrint(false)
            .charset(StandardCharsets.UTF_8)
            .escapeMode(Entities.EscapeMode.xhtml));
    for (Element element : clean.body().getAllElements()) {
      checkAttributes(element);
    }
    return clean.body().html();
  }

  private static void keepSource(Element image) {
    String source = compact(image.attr("src"));
    image.removeAttr("src");
    if (source.startsWith("https://") || source.startsWith("http://")) {
      image.attr(REMOTE, image.hasAttr(REMOTE) ? image.attr(REMOTE) : source);
    } else if (source.regionMatches(true, 0, "cid:", 0, 4)) {
      image.attr(PART, source.substring(4));
    }
  }

  private static void checkAttributes(Element element) {
    for (Attribute attribute : List.copyOf(element.attributes().asList())) {
      String name = attribute.getKey();
      String value = attribute.getValue();
      boolean good =
          switch (name) {
            case "href" -> link(compact(value));
            case REMOTE -> remote(compact(value));
            case PART -> value.matches("[^\\s<>\"'&]{1,250}");
            case "dir" -> Map.of("ltr", true, "rtl", true, "auto", true).containsKey(value);
            case "width", "height", "colspan", "rowspan", "span", "start" ->
                value.matches("\\d{1,4}%?");
            case "align", "valign", "type", "scope", "size", "color", "lang" ->
                value.matches("[#+\\w-]{1,24}");
            default -> true;
          };
      if (!good) {
        element.removeAttr(name);
      } else if (name.equals("href") || name.equals(REMOTE)) {
        element.attr(name, compact(value));
      }
    }
    if (element.normalName().equals("a") && element.hasAttr("href")) {
      element.attr("rel", "noopener noreferrer nofollow");
      element.attr("target", "_blank");
    }
  }

  private static boolean link(String address) {
    String lower = address.toLowerCase(Locale.ROOT);
    return LINK_SCHEMES.stream().anyMatch(lower::startsWith);
  }

  private static boolean remote(String address) {
    String lower = address.toLowerCase(Locale.ROOT);
    return lower.startsWith("http://") || lower.startsWith("https://");
  }

  /// Browsers ignore control characters in addresses; so does the check.
  private static String compact(String address) {
    return address.replaceAll("[\\x00-\\x20\\x7f]+", "");
  }
}
