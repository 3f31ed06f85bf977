package deskhand.triage.articles;

import deskhand.knowledge.Article;
import deskhand.knowledge.Finding;
import deskhand.triage.language.AskKind;
import deskhand.triage.language.Countries;
import deskhand.triage.language.Terms;
import deskhand.triage.writing.Carriers;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// How well single sentences of the found passages answer a question.
final class SentenceScore {
  /// What a word of the context weighs beside one of the question.
  private static final double CONTEXT = 0.4;

  /// A question without a word of meaning lives on its context alone.
  private static final double ALL = 1;

  private static final double LESS = 0.4;

  /// The place of what holds for the amount that is named, and names no country.
  private static final double WITHIN = 0.5;

  private final PolicyQuestion asked;
  private final Nearness meaning;
  private final boolean vectors;
  private final Set<AskKind> kinds;

  /// Nothing but the subject is named: then the passage about it is wanted.
  private final boolean general;

  /// What the question with its context weighs beside the question alone.
  private final double share;

  private final Set<String> terms;
  private final Map<String, Double> weights = new HashMap<>();
  private final double total;

  /// Some sentence names a country of the question itself.
  private final boolean exact;

  SentenceScore(PolicyQuestion asked, Nearness meaning, Collection<Finding> found) {
    this.asked = asked;
    this.meaning = meaning;
    this.vectors = meaning.understands(asked.language());
    this.kinds = AskKind.of(asked.ask());
    this.general = Terms.general(asked.ask(), asked.subject(), asked.language());
    this.terms = Terms.subject(asked.query(), asked.language());
    Map<String, Integer> holding = new HashMap<>();
    int sentences = 0;
    for (Finding finding : found) {
      for (String sentence : finding.passage().sentences()) {
        sentences++;
        Terms.of(sentence, asked.language()).forEach(term -> holding.merge(term, 1, Integer::sum));
      }
    }
    Set<String> own = Terms.subject(asked.ask(), asked.language());
    this.share = own.isEmpty() ? ALL : LESS;
    double sum = 0;
    for (String term : terms) {
      double weight = Math.log(1 + (sentences + 1.0) / (1 + holding.getOrDefault(term, 0)));
      weight *= own.contains(term) ? 1 : CONTEXT;
      weights.put(term, weight);
      sum += weight;
    }
    this.total = sum;
    Set<String> named = asked.place().named();
    this.exact =
        !named.isEmpty()
            && found.stream()
                .flatMap(finding -> finding.passage().sentences().stream())
                .anyMatch(sentence -> Countries.named(sentence).stream().anyMatch(named::contains));
  }

  /// What a score is made of, each from 0 to 1, place from -1.
  ///
  /// @param meaning nearness of question and sentence
  /// @param words weighted share of the question's words that the sentence or its headings hold
  /// @param kind share of the wanted sorts of answer (a time, an amount …) that it gives
  /// @param place how well its countries fit
  /// @param passage confidence of the search
  /// @param subject nearness of the intent's subject and the passage's headings
  public record Features(
      double meaning, double words, double kind, double place, double passage, double subject) {}

  PolicyFinder.Candidate of(Finding finding, int index) {
    Article.Passage passage = finding.passage();
    String sentence = passage.sentences().get(index);
    String heading = passage.headings().isEmpty() ? "" : passage.headings().getLast();
    double near = 0;
    if (vectors) {
      String whole = heading.isEmpty() ? sentence : heading + ": " + sentence;
      near = meaning.near(asked.query(), whole);
      if (!asked.context().isBlank()) {
        near = share * near + (1 - share) * meaning.near(asked.ask(), whole);
      }
    }
    double words = words(sentence, String.join(" ", passage.headings()));
    double kind = kind(sentence);
    double place = place(passage, sentence);
    double subject = subject(passage);
    Features features = new Features(near, words, kind, place, finding.confidence(), subject);
    return new PolicyFinder.Candidate(finding, index, score(features), features);
  }

  private double score(Features features) {
    double text =
        vectors ? 0.50 * features.meaning() + 0.30 * features.words() : 0.80 * features.words();
    double named = asked.place().named().isEmpty() ? 0.10 : 0.25;
    return text
        + 0.12 * features.kind()
        + named * features.place()
        + 0.15 * features.passage()
        + (general ? 0.50 : 0.20) * features.subject();
  }

  /// How well countries, carriers and amounts fit: 1 where the sentence is for the customer's, -1
  /// where it is for others'.
  private double place(Article.Passage passage, String sentence) {
    Set<String> carriers = Carriers.in(asked.query());
    Set<String> named = carriers.isEmpty() ? Set.of() : Carriers.in(sentence);
    Set<String> wanted = asked.place().wanted();
    int bound = Bounds.fit(asked.query(), sentence);
    if (bound < 0) {
      return bound;
    }
    if (!named.isEmpty()) {
      boolean theirs = named.stream().anyMatch(carriers::contains);
      boolean elsewhere =
          !wanted.isEmpty()
              && (Countries.fit(wanted, sentence) < 0 || section(passage, sentence, wanted) < 0);
      return theirs && !elsewhere ? 1 : -1;
    }
    if (bound > 0 && wanted.isEmpty()) {
      return bound;
    }
    if (bound > 0 && Countries.fit(wanted, sentence) == 0) {
      return WITHIN;
    }
    if (wanted.isEmpty()) {
      return 0;
    }
    double section = section(passage, sentence, wanted);
    double fit = section == 0 ? Countries.fit(wanted, sentence) : section;
    if (section < 0) {
      return section;
    }
    if (fit < 0) {
      boolean better =
          passage.sentences().stream().anyMatch(other -> Countries.fit(wanted, other) >= 0.4);
      return better ? fit : 0.3 * fit;
    }
    return fit < 1 && exact ? 0.25 * fit : fit;
  }

  /// How well the countries of a section's heading fit, where the sentence itself names none.
  private static double section(Article.Passage passage, String sentence, Set<String> wanted) {
    boolean section = passage.headings().size() > 1 && Countries.fit(wanted, sentence) == 0;
    return section ? Countries.fit(wanted, passage.headings().getLast()) : 0;
  }

  private double subject(Article.Passage passage) {
    if (!vectors || asked.subject().isEmpty() || passage.headings().isEmpty()) {
      return 0.5;
    }
    return meaning.near(asked.subject(), String.join(": ", passage.headings()));
  }

  /// A word of the sentence counts whole, one of the headings half.
  private double words(String sentence, String headings) {
    if (total == 0) {
      return 0;
    }
    Set<String> own = new HashSet<>(Terms.of(sentence, asked.language()));
    Set<String> above = Terms.of(headings, asked.language());
    double covered = 0;
    for (String term : terms) {
      double weight = weights.getOrDefault(term, 0.0);
      if (Terms.holds(own, term, asked.language())) {
        covered += weight;
      } else if (Terms.holds(above, term, asked.language())) {
        covered += 0.6 * weight;
      }
    }
    return Math.min(1, covered / total);
  }

  private double kind(String sentence) {
    if (kinds.isEmpty()) {
      return 0.5;
    }
    String low = sentence.toLowerCase(Locale.ROOT);
    long answered = kinds.stream().filter(kind -> kind.answeredBy(low)).count();
    return (double) answered / kinds.size();
  }
}
