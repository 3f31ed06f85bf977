package deskhand.knowledge.importing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.jsoup.Jsoup;

/// An article in sections: one under each heading, and one for each question in bold.
final class Outline {
  private static final int LONGEST_HEADING = 300;

  private final Locale language;
  private final List<Section> sections = new ArrayList<>();
  private final List<Level> path = new ArrayList<>();
  private Section section;

  private Outline(String title, Locale language) {
    this.language = language;
    path.add(new Level(0, title));
    section = new Section(headings(), language);
  }

  private record Level(int level, String heading) {}

  /// The sections of a document that hold text, in order.
  static List<Section> of(Node document, String title, Locale language) {
    Outline outline = new Outline(title, language);
    outline.blocks(document);
    outline.sections.add(outline.section);
    return outline.sections.stream().filter(one -> !one.pieces().isEmpty()).toList();
  }

  private void blocks(Node parent) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      switch (node) {
        case Heading heading -> heading(heading.getLevel(), Markdown.text(heading));
        case Paragraph paragraph -> paragraph(paragraph);
        case BulletList list -> section.list(list);
        case OrderedList list -> section.list(list);
        case TableBlock table -> section.table(table);
        case BlockQuote quote -> blocks(quote);
        case FencedCodeBlock code -> section.paragraph(code.getLiteral());
        case IndentedCodeBlock code -> section.paragraph(code.getLiteral());
        case HtmlBlock html -> section.paragraph(Jsoup.parse(html.getLiteral()).text());
        default -> {}
      }
    }
  }

  private void heading(int level, String text) {
    if (text.length() > LONGEST_HEADING) {
      section.paragraph(text);
      return;
    }
    while (path.getLast().level() >= level) {
      path.removeLast();
    }
    String above = path.getLast().heading();
    boolean again = level == 1 ? says(above, text) : text.equalsIgnoreCase(above);
    if (!text.isEmpty() && !again) {
      path.add(new Level(level, text));
    }
    begin(new Section(headings(), language));
    if (isQuestion(text)) {
      section.ask(text);
    }
  }

  private void paragraph(Paragraph paragraph) {
    String plain = Markdown.text(paragraph);
    boolean leads =
        paragraph.getNext() instanceof ListBlock && plain.matches("(?s).*[\\p{L}\\p{N}]");
    String text = leads ? plain + ":" : plain;
    String bold =
        paragraph.getFirstChild() instanceof StrongEmphasis first ? Markdown.text(first) : "";
    String rest = text.length() > bold.length() ? text.substring(bold.length()).strip() : "";
    if (bold.isEmpty() || !text.startsWith(bold) || bold.length() > LONGEST_HEADING) {
      section.paragraph(text);
    } else if (isQuestion(bold) || (!rest.isEmpty() && bold.matches(".*[.!]"))) {
      under(bold);
      section.ask(bold);
      section.paragraph(rest);
    } else if (plain.equals(bold) && !bold.matches(".*[.!,;:]")) {
      under(bold);
    } else {
      if (section.asked() && (bold.endsWith(":") || rest.startsWith(":"))) {
        begin(new Section(headings(), language));
      }
      section.paragraph(text);
    }
  }

  private void under(String bold) {
    List<String> headings = new ArrayList<>(headings());
    headings.add(bold);
    begin(new Section(headings, language));
  }

  private void begin(Section next) {
    sections.add(section);
    section = next;
  }

  private List<String> headings() {
    return path.stream().map(Level::heading).toList();
  }

  /// Whether all words of a heading stand in the one above it already.
  private static boolean says(String above, String heading) {
    return words(above).containsAll(words(heading));
  }

  private static Set<String> words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toSet());
  }

  private static boolean isQuestion(String text) {
    return text.endsWith("?") || text.endsWith("？");
  }
}
