package deskhand.knowledge.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Node;

/// A table in words, one text a row: `Germany: Carrier DHL, Delivery time 2-4 working days`.
record TableText(List<String> rows) {
  private static final int MOST_ROWS = 2_000;
  private static final int MOST_COLUMNS = 50;

  static TableText of(TableBlock block) {
    List<String> header = List.of();
    List<String> rows = new ArrayList<>();
    for (Node part = block.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        if (row instanceof TableRow cells) {
          if (part instanceof TableHead) {
            header = cells(cells);
          } else {
            rows.add(words(header, cells(cells)));
          }
        }
      }
      if (rows.size() > MOST_ROWS) {
        throw new Refusal("A table has more than " + MOST_ROWS + " rows.");
      }
    }
    if (rows.isEmpty()) {
      rows.add(String.join(", ", header));
    }
    return new TableText(rows.stream().filter(row -> !row.isBlank()).toList());
  }

  private static List<String> cells(TableRow row) {
    List<String> cells = new ArrayList<>();
    for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
      if (cell instanceof TableCell) {
        cells.add(Markdown.text(cell));
      }
    }
    if (cells.size() > MOST_COLUMNS) {
      throw new Refusal("A table has more than " + MOST_COLUMNS + " columns.");
    }
    return cells;
  }

  private static String words(List<String> header, List<String> cells) {
    List<String> named = new ArrayList<>();
    for (int i = 1; i < cells.size(); i++) {
      if (!isNothing(cells.get(i))) {
        String name = i < header.size() ? header.get(i).replaceFirst(":$", "") : "";
        named.add(name.isEmpty() ? cells.get(i) : name + " " + cells.get(i));
      }
    }
    String first = cells.isEmpty() || isNothing(cells.getFirst()) ? "" : cells.getFirst();
    String rest = named.stream().collect(Collectors.joining(", "));
    if (first.isEmpty() || rest.isEmpty()) {
      return first + rest;
    }
    return first.matches(".*[:?]") ? first + " " + rest : first + ": " + rest;
  }

  private static boolean isNothing(String cell) {
    return cell.matches("[\\s\\-–—]*");
  }
}
