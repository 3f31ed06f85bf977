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

  /// Whether those words stand in the text already.
  private boolean leadShown = true;

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
    leadShown = false;
  }

  void paragraph(String text) {
    List<String> sentences = Sentences.whole(Sentences.split(text, language));
    for (int i = 0; i < sentences.size(); i++) {
      String sentence = sentences.get(i);
      String shown = leadShown ? sentence : led(sentence);
      String whole = led(sentence);
      boolean leads = i == sentences.size() - 1 && sentence.matches(".*[:?？]");
      pieces.add(new Piece(shown, leads ? "" : whole, i == 0));
      lead = leads ? whole : "";
      leadShown = true;
    }
  }

  void list(ListBlock list) {
    String before = lead;
    int number = list instanceof OrderedList ordered ? start(ordered) : -1;
    for (Node node = list.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof ListItem item) {
        lead = before;
        item(item, number < 0 ? "- " : number++ + ". ");
      }
    }
    lead = "";
  }

  void table(TableBlock block) {
    showLead();
    TableText.of(block).rows().forEach(row -> pieces.add(new Piece(row, row, true)));
    lead = "";
  }

  /// The question before a list or a table stands on a line of its own.
  private void showLead() {
    if (!leadShown) {
      pieces.add(new Piece(lead, "", true));
      leadShown = true;
    }
  }

  private static int start(OrderedList list) {
    Integer number = list.getMarkerStartNumber();
    return number == null ? 1 : number;
  }

  private void item(ListItem item, String mark) {
    showLead();
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
          own = add(text, own.isEmpty() ? mark : "  ");
        }
      }
    }
  }

  /// Adds a paragraph of an item: one piece where it is short, as its sentences lean on each other.
  private String add(String text, String mark) {
    String whole = led(text);
    if (text.endsWith(":")) {
      pieces.add(new Piece(mark + text, "", true));
      return whole;
    }
    List<String> sentences =
        text.length() <= LONGEST_ITEM
            ? List.of(text)
            : Sentences.whole(Sentences.split(text, language));
    for (int i = 0; i < sentences.size(); i++) {
      String sentence = sentences.get(i);
      pieces.add(
          i == 0
              ? new Piece(mark + sentence, item(sentence), true)
              : new Piece(sentence, sentence, false));
    }
    return whole;
  }

  /// An item that is no sentence needs words before it: those that lead to the list, or else the
  /// heading.
  private String item(String text) {
    String plain = text.replaceFirst("[,;]$", "");
    boolean sentence = plain.matches(".*[.!?…:][)\"”’]?");
    String heading = headings.getLast();
    if (!lead.isEmpty() || sentence || heading.matches(".*[.!?]")) {
      return led(plain);
    }
    return heading.replaceFirst(":$", "") + ": " + plain;
  }

  private String led(String sentence) {
    return lead.isEmpty() ? sentence : lead + " " + sentence;
  }
}
