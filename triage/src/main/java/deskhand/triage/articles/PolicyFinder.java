package deskhand.triage.articles;

import deskhand.knowledge.Article;
import deskhand.knowledge.Audience;
import deskhand.knowledge.Finding;
import deskhand.knowledge.KnowledgeBase;
import deskhand.knowledge.Question;
import deskhand.knowledge.SearchMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// Finds the sentences of the store's public articles that answer a question, and how sure it is
/// that they do.
@Component
public class PolicyFinder {
  private static final int PASSAGES = 8;

  private final KnowledgeBase knowledge;
  private final Nearness meaning;
  private final Answerability answerability;

  PolicyFinder(KnowledgeBase knowledge, Nearness meaning, Answerability answerability) {
    this.knowledge = knowledge;
    this.meaning = meaning;
    this.answerability = answerability;
  }

  public Quotes find(PolicyQuestion asked) {
    Map<String, Finding> found = found(asked);
    List<Candidate> candidates = candidates(asked, found);
    if (candidates.isEmpty()) {
      return Quotes.none("no passage found");
    }
    List<Unit> units = Unit.ofPassages(candidates);
    return new Tables(asked, units)
        .answer()
        .or(() -> read(asked, found, services(asked)))
        .or(() -> read(asked, found, destinations(asked)))
        .or(() -> new Measures(asked, units).answer())
        .or(() -> new Exclusions(asked, units).answer())
        .or(() -> read(asked, found, others(asked)))
        .orElseGet(() ->
            answerability.likeliest(asked, candidates, new UnitChoice(asked, units).choose()));
  }

  /// A matter that is read by its form, and stands in an article that the words of a question need
  /// not find.
  ///
  /// @param words by which that article is found
  private record Matter(List<String> words, Function<List<Unit>, Optional<Quotes>> reading) {}

  private Optional<Quotes> read(
      PolicyQuestion asked, Map<String, Finding> found, Optional<Matter> matter) {
    if (matter.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Finding> wider = new LinkedHashMap<>(found);
    matter.get().words().forEach(text -> search(asked, text, wider));
    return matter.get().reading().apply(Unit.ofPassages(candidates(asked, wider)));
  }

  private static Optional<Matter> services(PolicyQuestion asked) {
    Optional<ServiceQuestion> question =
        asked.subject().equals(Intents.subject("shipping/policy"))
            ? ServiceQuestion.in(asked)
            : Optional.empty();
    return question.map(service ->
        new Matter(
            List.of(ArticleWords.services(asked.language())),
            units -> new Services(asked, service, units).answer()));
  }

  private static Optional<Matter> destinations(PolicyQuestion asked) {
    Locale language = asked.language();
    return new DeliveryQuestion(asked).isAsked()
        ? Optional.of(
            new Matter(
                List.of(
                    ArticleWords.delivery(language),
                    ArticleWords.limits(language, asked.place().spelled(language))),
                units -> new Destinations(asked, units).answer()))
        : Optional.empty();
  }

  private static Optional<Matter> others(PolicyQuestion asked) {
    Locale language = asked.language();
    if (PayWays.isAsked(asked)) {
      return matter(ArticleWords.paying(language), units -> new PayWays(asked, units).answer());
    }
    if (Trade.isMeant(asked)) {
      return matter(ArticleWords.trade(language), units -> new Trade(asked, units).answer());
    }
    if (Gifts.areAsked(asked)) {
      return matter(ArticleWords.gifts(language), units -> new Gifts(asked, units).answer());
    }
    return Vouchers.areAsked(asked)
        ? matter(ArticleWords.vouchers(language), units -> new Vouchers(asked, units).answer())
        : Optional.empty();
  }

  private static Optional<Matter> matter(
      String words, Function<List<Unit>, Optional<Quotes>> reading) {
    return Optional.of(new Matter(List.of(words), reading));
  }

  /// How sure it is that these sentences answer the question.
  public double confidence(
      PolicyQuestion asked, List<Candidate> candidates, List<Quotes.Quote> quotes) {
    return candidates.stream()
        .filter(candidate -> candidate.quote().equals(quotes.getFirst()))
        .findFirst()
        .map(best -> new UnitChoice.Chosen(best, List.of(Quotes.Line.of(quotes))))
        .map(answer -> answerability.likeliest(asked, candidates, List.of(answer)).confidence())
        .orElse(0.0);
  }

  /// Every sentence of the best passages with its score, in the order of search.
  public List<Candidate> candidates(PolicyQuestion asked) {
    return candidates(asked, found(asked));
  }

  private List<Candidate> candidates(PolicyQuestion asked, Map<String, Finding> found) {
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

  private Map<String, Finding> found(PolicyQuestion asked) {
    Map<String, Finding> found = new LinkedHashMap<>();
    search(asked, asked.query(), found);
    if (!asked.context().isBlank()) {
      search(asked, asked.ask(), found);
    }
    if (!asked.subject().isBlank() && meaning.understands(asked.language())) {
      search(asked, asked.subject() + " " + asked.place().spelled(asked.language()), found);
    }
    return found;
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
  public record Candidate(
      Finding finding, int index, double score, SentenceScore.Features features) {
    public String sentence() {
      return finding.passage().sentences().get(index);
    }

    public Quotes.Quote quote() {
      return new Quotes.Quote(finding.passage(), index, sentence());
    }
  }
}
