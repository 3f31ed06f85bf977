package deskhand.knowledge.importing;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/// A table of HTML as a table of Markdown; its first row is the header. A cell that spans columns
/// fills each of them.
final class HtmlTable {
  private static final int MOST_ROWS = 2_000;
  private static final int MOST_COLUMNS = 50;

  private HtmlTable() {}

  static void write(Element table, StringBuilder into) {
    List<List<String>> rows = new ArrayList<>();
    for (Element row : table.select("tr")) {
      if (table.equals(row.closest("table"))) {
        rows.add(cells(row));
      }
      if (rows.size() > MOST_ROWS) {
        throw new Refusal("A table has more than " + MOST_ROWS + " rows.");
      }
    }
    rows.removeIf(row -> row.stream().allMatch(String::isEmpty));
    if (rows.isEmpty()) {
      return;
    }
    int columns = rows.stream().mapToInt(List::size).max().orElse(1);
    boolean headed = table.selectFirst("th") != null || (rows.size() > 1 && columns > 1);
    if (!headed) {
      rows.addFirst(List.of());
    }
    into.append('\n');
    for (int i = 0; i < rows.size(); i++) {
      line(rows.get(i), columns, into);
      if (i == 0) {
        into.append("|---".repeat(columns)).append("|\n");
      }
    }
    into.append('\n');
  }

  private static List<String> cells(Element row) {
    List<String> cells = new ArrayList<>();
    for (Element cell : row.select("> td, > th")) {
      String text = HtmlText.oneLine(cell).replace("|", "\\|");
      for (int i = 0; i < span(cell); i++) {
        cells.add(text);
      }
      if (cells.size() > MOST_COLUMNS) {
        throw new Refusal("A table has more than " + MOST_COLUMNS + " columns.");
      }
    }
    return cells;
  }

  private static int span(Element cell) {
    String span = cell.attr("colspan");
    return span.matches("\\d{1,4}") ? Math.max(1, Integer.parseInt(span)) : 1;
  }

  private static void line(List<String> cells, int columns, StringBuilder into) {
    for (int i = 0; i < columns; i++) {
      into.append("| ").append(i < cells.size() ? cells.get(i) : "").append(' ');
    }
    into.append("|\n");
  }
}
