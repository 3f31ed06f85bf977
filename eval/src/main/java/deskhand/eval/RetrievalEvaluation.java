package deskhand.eval;

import static java.nio.charset.StandardCharsets.UTF_8;

import deskhand.knowledge.Audience;
import deskhand.knowledge.Finding;
import deskhand.knowledge.Imported;
import deskhand.knowledge.KnowledgeBase;
import deskhand.knowledge.Question;
import deskhand.knowledge.SearchMode;
import deskhand.knowledge.Upload;
import deskhand.store.EmailAddress;
import deskhand.store.OpeningHours;
import deskhand.store.Store;
import deskhand.store.StoreId;
import deskhand.store.StoreMode;
import deskhand.store.Stores;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// `eval retrieval`: publishes a set of documents by the normal way, as one article each, and asks
/// its questions; a document counts by its best passage.
@Component
class RetrievalEvaluation {
  private static final int HITS = 10;
  private static final int PASSAGES = 100;
  private static final int BULK = 50;

  private final KnowledgeBase knowledge;
  private final Stores stores;

  RetrievalEvaluation(KnowledgeBase knowledge, Stores stores) {
    this.knowledge = knowledge;
    this.stores = stores;
  }

  Figures run(Path folder, SearchMode mode, Optional<Path> out) {
    RetrievalFolder set = RetrievalFolder.read(folder);
    StoreId store = stores.create(profile(), StoreMode.OFF);
    Map<String, String> ids = publish(store, set);
    Locale language = language(store);
    RetrievalScore score = new RetrievalScore(set);
    Progress progress = new Progress(set.questions().size());
    try (JsonLines.Out lines = JsonLines.out(out)) {
      set.questions()
          .forEach((id, text) -> {
            Question question =
                new Question(
                    store, text, language, Optional.empty(), LocalDate.EPOCH, Audience.PUBLIC);
            Map<String, Finding> hits = best(knowledge.search(question, mode, PASSAGES), ids);
            double confidence =
                hits.values().stream().mapToDouble(Finding::confidence).max().orElse(0);
            lines.line(line(id, hits, confidence));
            score.add(id, List.copyOf(hits.keySet()), confidence);
            progress.step();
          });
    }
    return score.print();
  }

  /// The documents by their articles' names; the ids may hold what no file's name may.
  private Map<String, String> publish(StoreId store, RetrievalFolder set) {
    Map<String, String> ids = new HashMap<>();
    List<Upload> bulk = new ArrayList<>();
    Progress progress = new Progress(set.documents().size());
    set.documents()
        .forEach((id, document) -> {
          String name = "document-" + ids.size();
          ids.put(name, id);
          bulk.add(new Upload(name + ".md", markdown(document).getBytes(UTF_8)));
          if (bulk.size() == BULK || ids.size() == set.documents().size()) {
            for (Imported imported : knowledge.publish(store, List.copyOf(bulk))) {
              if (imported instanceof Imported.Refused refused) {
                System.err.println(
                    ids.get(refused.filename().replace(".md", "")) + ": " + refused.reason());
              }
            }
            bulk.clear();
          }
          progress.step();
        });
    return ids;
  }

  private static String markdown(RetrievalFolder.Text document) {
    String title = document.title().replaceAll("\\s+", " ").strip();
    String quoted = title.replace("\\", "\\\\").replace("\"", "\\\"");
    return (title.isEmpty() ? "" : "---\ntitle: \"" + quoted + "\"\n---\n")
        + document.text().replace("\u0000", "");
  }

  /// Most documents' language, as importing told it.
  private Locale language(StoreId store) {
    return knowledge.articles(store).stream()
        .collect(
            Collectors.groupingBy(article -> article.scope().language(), Collectors.counting()))
        .entrySet()
        .stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(Locale.ENGLISH);
  }

  private static Map<String, Finding> best(List<Finding> found, Map<String, String> ids) {
    Map<String, Finding> hits = new LinkedHashMap<>();
    for (Finding finding : found) {
      if (hits.size() < HITS) {
        String id = ids.getOrDefault(finding.passage().article().name(), "");
        hits.putIfAbsent(id, finding);
      }
    }
    return hits;
  }

  private static Map<String, Object> line(
      String question, Map<String, Finding> hits, double confidence) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("query", question);
    line.put(
        "hits",
        hits.entrySet().stream()
            .map(hit -> Map.of("id", hit.getKey(), "score", hit.getValue().score()))
            .toList());
    line.put("confidence", confidence);
    return line;
  }

  private static Store.Profile profile() {
    return new Store.Profile(
        "Retrieval",
        "retrieval.example",
        new EmailAddress("help@retrieval.example"),
        "NL",
        new Store.Habits(
            ZoneOffset.UTC,
            Locale.ENGLISH,
            Currency.getInstance("EUR"),
            new OpeningHours(Map.of(), Set.of())));
  }
}
