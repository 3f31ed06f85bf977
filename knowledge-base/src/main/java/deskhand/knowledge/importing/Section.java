package deskhand.knowledge.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;

/// What stands under one heading, in pieces.
final class Section {
  private static final int LONGEST_ITEM = 300;

  private final List<String> headings;
  private final Locale language;
  private final List<Piece> pieces = new ArrayList<>();

  /// Words that the next piece can't be understood without: a question, or "we accept:".
  private String lead = "";

  private boolean asked;

  Section(List<String> headings, Locale language) {
    this.headings = List.copyOf(headings);
    this.language = language;
  }

  /// A stretch of a section.
  ///
  /// @param text as it stands among the others
  /// @param quotable as it can be quoted alone; empty where it cannot
  /// @param newLine whether it begins a line
  record Piece(String text, String quotable, boolean newLine) {}

  List<String> headings() {
    return headings;
  }

  List<Piece> pieces() {
    return pieces;
  }

  /// Whether the section answers a question.
  boolean asked() {
    return asked;
  }

  /// A question whose answer follows.
  void ask(String question) {
    asked = true;
    lead = question;
  }

  void paragraph(String text) {
    List<String> sentences = Sentences.split(text, language);
    boolean first = true;
    for (String sentence : sentences) {
      boolean leading = sentence.endsWith(":") && sentence.equals(sentences.getLast());
      String whole = first ? led(sentence) : sentence;
      if (leading) {
        pieces.add(new Piece(first ? inText(sentence) : sentence, "", first));
        lead = whole;
      } else {
        pieces.add(new Piece(first ? inText(sentence) : sentence, whole, first));
        lead = "";
      }
      first = false;
    }
  }

  void list(ListBlock list) {
    String before = lead;
    String text = lead;
    int number = list instanceof OrderedList ordered ? start(ordered) : -1;
    for (Node node = list.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof ListItem item) {
        lead = before;
        item(item, number < 0 ? "- " : number++ + ". ", isInText(text) ? "" : text);
        text = "";
      }
    }
    lead = "";
  }

  void table(TableBlock block) {
    TableText table = TableText.of(block);
    if (asked && !lead.isEmpty() && !isInText(lead)) {
      pieces.add(new Piece(lead, "", true));
    }
    table.rows().forEach(row -> pieces.add(new Piece(row, row, true)));
    lead = "";
  }

  private static int start(OrderedList list) {
    Integer number = list.getMarkerStartNumber();
    return number == null ? 1 : number;
  }

  private void item(ListItem item, String mark, String question) {
    String own = "";
    for (Node node = item.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof ListBlock nested) {
        String outer = lead;
        lead = own.endsWith(":") ? own : "";
        list(nested);
        lead = outer;
      } else if (node instanceof TableBlock block) {
        table(block);
      } else {
        String text = Markdown.text(node);
        if (!text.isEmpty()) {
          own = add(text, own.isEmpty() ? mark : "  ", question);
          question = "";
        }
      }
    }
  }

  /// Adds a paragraph of an item: one piece where it is short, as its sentences lean on each other.
  private String add(String text, String mark, String question) {
    String shown = question.isEmpty() ? mark : question + "\n" + mark;
    String whole = lead.isEmpty() ? text : lead + " " + text;
    if (text.endsWith(":")) {
      pieces.add(new Piece(shown + text, "", true));
      return whole;
    }
    List<String> sentences =
        text.length() <= LONGEST_ITEM ? List.of(text) : Sentences.split(text, language);
    for (int i = 0; i < sentences.size(); i++) {
      String sentence = sentences.get(i);
      pieces.add(
          i == 0
              ? new Piece(shown + sentence, lead.isEmpty() ? sentence : lead + " " + sentence, true)
              : new Piece(sentence, sentence, false));
    }
    return whole;
  }

  private String led(String sentence) {
    return lead.isEmpty() ? sentence : lead + " " + sentence;
  }

  /// A question stands in the text before its answer; words that lead on stand there already.
  private String inText(String sentence) {
    return lead.isEmpty() || isInText(lead) ? sentence : lead + " " + sentence;
  }

  private boolean isInText(String words) {
    return words.isEmpty() || pieces.stream().anyMatch(piece -> words.endsWith(piece.text()));
  }
}
