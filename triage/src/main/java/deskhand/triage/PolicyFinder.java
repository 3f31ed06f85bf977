package deskhand.triage;

import deskhand.knowledge.Article;
import deskhand.knowledge.Audience;
import deskhand.knowledge.Finding;
import deskhand.knowledge.KnowledgeBase;
import deskhand.knowledge.Question;
import deskhand.knowledge.SearchMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Finds the sentences of the store's public articles that answer a question, at most four and
/// about ninety words, and how sure it is that they do.
@Component
class PolicyFinder {
  private static final int PASSAGES = 8;
  private static final int MOST_SENTENCES = 4;
  private static final int MOST_WORDS = 90;

  private final KnowledgeBase knowledge;
  private final Meaning meaning;

  PolicyFinder(KnowledgeBase knowledge, Meaning meaning) {
    this.knowledge = knowledge;
    this.meaning = meaning;
  }

  Quotes find(PolicyQuestion asked) {
    List<Candidate> candidates = candidates(asked);
    if (candidates.isEmpty()) {
      return Quotes.none("no passage found");
    }
    Candidate best =
        candidates.stream().max(Comparator.comparingDouble(Candidate::score)).orElseThrow();
    List<Quotes.Quote> chosen = choose(candidates, best);
    return Answerability.judge(asked, candidates, best, chosen);
  }

  /// Every sentence of the best passages with its score, in the order of search.
  List<Candidate> candidates(PolicyQuestion asked) {
    Map<String, Finding> found = new LinkedHashMap<>();
    search(asked, asked.query(), found);
    if (!asked.context().isBlank()) {
      search(asked, asked.ask(), found);
    }
    SentenceScore score = new SentenceScore(asked, meaning, found.values());
    List<Candidate> candidates = new ArrayList<>();
    for (Finding finding : found.values()) {
      List<String> sentences = finding.passage().sentences();
      for (int i = 0; i < sentences.size(); i++) {
        candidates.add(score.of(finding, i));
      }
    }
    return candidates;
  }

  private void search(PolicyQuestion asked, String text, Map<String, Finding> into) {
    Question question =
        new Question(
            asked.store().id(),
            text,
            asked.language(),
            asked.place().only(),
            asked.on(),
            Audience.PUBLIC);
    for (Finding finding : knowledge.search(question, SearchMode.HYBRID, PASSAGES)) {
      Article.Passage passage = finding.passage();
      into.merge(
          passage.article().name() + "#" + passage.number(),
          finding,
          (one, other) -> one.confidence() >= other.confidence() ? one : other);
    }
  }

  /// A sentence of a found passage.
  record Candidate(Finding finding, int index, double score, SentenceScore.Features features) {
    String sentence() {
      return finding.passage().sentences().get(index);
    }

    Quotes.Quote quote() {
      return new Quotes.Quote(finding.passage(), index, sentence());
    }

    boolean samePassage(Candidate other) {
      return finding.passage().equals(other.finding().passage());
    }
  }

  private static List<Quotes.Quote> choose(List<Candidate> candidates, Candidate best) {
    List<Candidate> chosen = new ArrayList<>();
    add(chosen, candidates, best);
    candidates.stream()
        .filter(candidate ->
            candidate.finding().passage().article().name().equals(best.finding().passage().article().name()))
        .filter(candidate -> candidate.score() >= 0.72 * best.score())
        .filter(candidate -> candidate.features().place() >= 0)
        .sorted(Comparator.comparingDouble(Candidate::score).reversed())
        .forEach(candidate -> add(chosen, candidates, candidate));
    List<Candidate> order = new ArrayList<>(chosen);
    order.sort(
        Comparator.comparing((Candidate candidate) -> !candidate.samePassage(best))
            .thenComparingInt(candidate -> candidate.finding().passage().number())
            .thenComparingInt(Candidate::index));
    return order.stream().map(Candidate::quote).toList();
  }

  /// Adds a sentence and the one before it that it cannot stand without, while there is room.
  private static void add(List<Candidate> chosen, List<Candidate> candidates, Candidate next) {
    if (chosen.contains(next)) {
      return;
    }
    List<Candidate> needed = new ArrayList<>();
    needed.add(next);
    Candidate first = next;
    while (first.index() > 0 && Neighbours.needsTheOneBefore(first.sentence())) {
      Candidate current = first;
      Candidate before =
          candidates.stream()
              .filter(candidate ->
                  candidate.samePassage(current) && candidate.index() == current.index() - 1)
              .findFirst()
              .orElse(current);
      if (before.equals(current) || needed.size() >= 3) {
        break;
      }
      needed.addFirst(before);
      first = before;
    }
    needed.removeIf(chosen::contains);
    int words = words(chosen) + words(needed);
    boolean room = chosen.size() + needed.size() <= MOST_SENTENCES && words <= MOST_WORDS;
    if (chosen.isEmpty() || room) {
      chosen.addAll(needed);
    }
  }

  private static int words(List<Candidate> sentences) {
    return sentences.stream()
        .mapToInt(candidate -> candidate.sentence().split("\\s+", -1).length)
        .sum();
  }
}
