package deskhand.eval;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Documents, questions and which documents answer them, in the layout of BEIR.
///
/// @param documents by their id
/// @param questions by their id
/// @param relevant for each question the documents that answer it, and how well
/// @param answerable whether a question has an answer among the documents; empty where nobody said
record RetrievalFolder(
    Map<String, Text> documents,
    Map<String, String> questions,
    Map<String, Map<String, Integer>> relevant,
    Map<String, Boolean> answerable) {

  record Text(String title, String text) {}

  static RetrievalFolder read(Path folder) {
    Map<String, Text> documents = new LinkedHashMap<>();
    for (JsonNode row : JsonLines.read(folder.resolve("corpus.jsonl"))) {
      documents.put(id(row), new Text(row.path("title").asString(""), row.path("text").asString("")));
    }
    Map<String, String> questions = new LinkedHashMap<>();
    for (JsonNode row : JsonLines.read(folder.resolve("queries.jsonl"))) {
      questions.put(id(row), row.path("text").asString(""));
    }
    if (documents.isEmpty() || questions.isEmpty()) {
      throw new BadInput(folder + " holds no documents or no questions");
    }
    return new RetrievalFolder(
        documents, questions, relevant(folder.resolve("qrels.tsv")), answerable(folder));
  }

  private static Map<String, Map<String, Integer>> relevant(Path file) {
    Map<String, Map<String, Integer>> relevant = new LinkedHashMap<>();
    List<String> lines = JsonLines.lines(file);
    for (int i = 1; i < lines.size(); i++) {
      String[] fields = lines.get(i).split("\t", -1);
      if (lines.get(i).isBlank()) {
        continue;
      }
      if (fields.length != 3 || !fields[2].matches("-?\\d{1,6}(\\.\\d+)?")) {
        throw new BadInput(file + ", line " + (i + 1) + ": not a question, a document and a score");
      }
      int score = (int) Double.parseDouble(fields[2]);
      if (score > 0) {
        relevant.computeIfAbsent(fields[0], id -> new HashMap<>()).put(fields[1], score);
      }
    }
    return relevant;
  }

  private static Map<String, Boolean> answerable(Path folder) {
    Path file = folder.resolve("answerability.jsonl");
    Map<String, Boolean> answerable = new LinkedHashMap<>();
    if (Files.exists(file)) {
      for (JsonNode row : JsonLines.read(file)) {
        answerable.put(id(row), row.path("answerable").asBoolean(false));
      }
    }
    return answerable;
  }

  private static String id(JsonNode row) {
    for (String name : List.of("query", "_id", "id")) {
      String value = row.path(name).asString("");
      if (!value.isEmpty()) {
        return value;
      }
    }
    throw new BadInput("a line without an id: " + row.toString().substring(0, 80));
  }
}
