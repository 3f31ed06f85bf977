package deskhand.knowledge.importing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// A CSV of questions and answers as Markdown, a heading for each question. The first row names the
/// columns; `,`, `;` or a tab parts them. One broken row refuses the file, as half a list of
/// answers would look whole.
final class QuestionsAndAnswers {
  private static final int MOST_ROWS = 2_000;
  private static final int MOST_NAMED = 5;
  private static final Set<String> QUESTION =
      Set.of("question", "questions", "q", "frage", "vraag", "pregunta", "domanda", "pergunta");
  private static final Set<String> ANSWER =
      Set.of(
          "answer",
          "answers",
          "a",
          "antwort",
          "antwoord",
          "réponse",
          "reponse",
          "respuesta",
          "risposta",
          "resposta");
  private static final Pattern MARKUP =
      Pattern.compile("(?i)<(p|br|ul|ol|li|a|b|i|em|strong|div|span|h[1-6]|table)\\b[^<>]*>");

  private QuestionsAndAnswers() {}

  static String read(String text) {
    String rows = text.startsWith("sep=") ? text.substring(text.indexOf('\n') + 1) : text;
    List<CsvRecord> records = records(rows, separator(rows));
    CsvRecord header = records.getFirst();
    int question = column(header, QUESTION, "question");
    int answer = column(header, ANSWER, "answer");
    List<String> errors = new ArrayList<>();
    StringBuilder markdown = new StringBuilder();
    for (CsvRecord row : records.subList(1, records.size())) {
      String error = error(row, header, question, answer);
      if (error.isEmpty()) {
        markdown
            .append("## ")
            .append(MarkdownText.escaped(oneLine(row.getField(question))))
            .append("\n\n")
            .append(answer(row.getField(answer)))
            .append("\n\n");
      } else {
        errors.add("line " + row.getStartingLineNumber() + ": " + error);
      }
    }
    refuse(errors);
    if (markdown.isEmpty()) {
      throw new Refusal("The table has no row below its header.");
    }
    return markdown.toString();
  }

  private static List<CsvRecord> records(String rows, char separator) {
    List<CsvRecord> records = new ArrayList<>();
    try (var reader =
        CsvReader.builder()
            .fieldSeparator(separator)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .ofCsvRecord(rows)) {
      for (CsvRecord row : reader) {
        records.add(row);
        if (records.size() > MOST_ROWS + 1) {
          throw new Refusal("The table has more than " + MOST_ROWS + " rows. Split it.");
        }
      }
    } catch (CsvParseException broken) {
      throw new Refusal(
          "The table can't be read after line "
              + (records.isEmpty() ? 1 : records.getLast().getStartingLineNumber())
              + ": a quote is opened and not closed, or a field is too long.");
    } catch (java.io.IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
    if (records.isEmpty()) {
      throw new Refusal("The file is empty.");
    }
    return records;
  }

  /// The one of the three that stands in the first line most often.
  private static char separator(String rows) {
    String first = rows.lines().findFirst().orElse("");
    char best = ',';
    for (char candidate : new char[] {';', '\t'}) {
      if (count(first, candidate) > count(first, best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static long count(String text, char c) {
    return text.chars().filter(one -> one == c).count();
  }

  private static int column(CsvRecord header, Set<String> names, String wanted) {
    for (int i = 0; i < header.getFieldCount(); i++) {
      if (names.contains(header.getField(i).strip().toLowerCase(Locale.ROOT))) {
        return i;
      }
    }
    throw new Refusal(
        "The first row names no column “" + wanted + "”: it must name “question” and “answer”.");
  }

  private static String error(CsvRecord row, CsvRecord header, int question, int answer) {
    if (row.getFieldCount() != header.getFieldCount()) {
      return row.getFieldCount() + " fields instead of " + header.getFieldCount();
    }
    if (row.getField(question).isBlank()) {
      return "no question";
    }
    return row.getField(answer).isBlank() ? "no answer" : "";
  }

  private static void refuse(List<String> errors) {
    if (!errors.isEmpty()) {
      String named = String.join("; ", errors.subList(0, Math.min(MOST_NAMED, errors.size())));
      int more = errors.size() - MOST_NAMED;
      throw new Refusal(
          "Nothing was taken from the table: "
              + named
              + (more > 0 ? "; and " + more + " more." : "."));
    }
  }

  private static String answer(String text) {
    return MARKUP.matcher(text).find()
        ? HtmlReader.fragment(text)
        : MarkdownText.paragraphs(text.strip());
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
