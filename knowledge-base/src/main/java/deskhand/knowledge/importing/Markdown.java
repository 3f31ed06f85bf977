package deskhand.knowledge.importing;

import java.util.List;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/// Markdown by the CommonMark specification, with GitHub's tables.
final class Markdown {
  private static final int DEEPEST = 50;
  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create()))
          .maxOpenBlockParsers(2 * DEEPEST)
          .maxInlineNesting(DEEPEST)
          .build();

  private Markdown() {}

  static Node parse(String text) {
    Node document = PARSER.parse(text);
    refuseDeep(document);
    return document;
  }

  static Optional<String> firstHeading(Node document) {
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Heading) {
        return Optional.of(text(node)).filter(text -> !text.isEmpty());
      }
    }
    return Optional.empty();
  }

  /// The words of a block without any mark-up, on one line. A link's address follows its text.
  static String text(Node block) {
    StringBuilder text = new StringBuilder();
    block.accept(new Words(text));
    return text.toString().replaceAll("[\\s\\u00a0]+", " ").strip();
  }

  private static void refuseDeep(Node document) {
    int depth = 0;
    Node node = document;
    while (node != null) {
      if (node.getFirstChild() != null) {
        node = node.getFirstChild();
        depth++;
        if (depth > DEEPEST) {
          throw new Refusal("Lists and quotes are nested deeper than " + DEEPEST + " levels.");
        }
      } else {
        while (node != null && node.getNext() == null) {
          node = node.getParent();
          depth--;
        }
        node = node == null ? null : node.getNext();
      }
    }
  }

  private static final class Words extends AbstractVisitor {
    private final StringBuilder into;

    Words(StringBuilder into) {
      this.into = into;
    }

    @Override
    public void visit(Text text) {
      into.append(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
      into.append(code.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
      into.append(' ');
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
      boolean parted = into.isEmpty() || ".,;:!?".indexOf(into.charAt(into.length() - 1)) >= 0;
      into.append(parted ? " " : ", ");
    }

    @Override
    public void visit(HtmlInline html) {
      into.append(
          html.getLiteral().toLowerCase(java.util.Locale.ROOT).startsWith("<br") ? " " : "");
    }

    @Override
    public void visit(Image image) {
      visitChildren(image);
    }

    @Override
    public void visit(Link link) {
      int start = into.length();
      visitChildren(link);
      String address = link.getDestination();
      String words = into.substring(start);
      if (address.matches("(?i)https?://.+") && !bare(words).equals(bare(address))) {
        into.append(words.isBlank() ? "" : " ").append("(").append(address).append(")");
      }
    }

    private static String bare(String address) {
      return address.strip().replaceFirst("(?i)^https?://", "").replaceFirst("/$", "");
    }
  }
}
