package deskhand.knowledge.lucene;

import deskhand.knowledge.Article;
import deskhand.knowledge.Question;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;

/// The words of a question by their stem, without small words.
///
/// @param terms how often each stands in the question
/// @param weights how much each tells: rare words more
record QuestionWords(
    String field, Analyzer analysis, Map<String, Integer> terms, Map<String, Double> weights) {
  private static final int MOST_TERMS = 200;
  private static final int MOST_CHARACTERS = 10_000;

  static QuestionWords of(Question question, Analyzer analysis, IndexSearcher searcher)
      throws IOException {
    String field = Analysis.field(PassageDocument.TEXT, question.language());
    String text = question.text();
    Map<String, Integer> terms =
        terms(text.substring(0, Math.min(text.length(), MOST_CHARACTERS)), field, analysis);
    if (terms.size() > MOST_TERMS) {
      terms.keySet().retainAll(terms.keySet().stream().limit(MOST_TERMS).toList());
    }
    Map<String, Double> weights = new HashMap<>();
    int documents = Math.max(1, searcher.getIndexReader().getDocCount(field));
    for (String term : terms.keySet()) {
      int with = searcher.getIndexReader().docFreq(new Term(field, term));
      weights.put(term, Math.log(1 + (documents - with + 0.5) / (with + 0.5)));
    }
    return new QuestionWords(field, analysis, terms, weights);
  }

  /// The share of the question's weight whose words stand in the passage's best sentence.
  double coveredBy(Article.Passage passage) throws IOException {
    double best = 0;
    for (String sentence :
        passage.sentences().isEmpty() ? List.of(passage.text()) : passage.sentences()) {
      best = Math.max(best, coveredBy(terms(sentence, field, analysis).keySet()));
    }
    return best;
  }

  private double coveredBy(Set<String> there) {
    double all = 0;
    double covered = 0;
    for (Map.Entry<String, Double> word : weights.entrySet()) {
      all += word.getValue();
      covered += there.contains(word.getKey()) ? word.getValue() : 0;
    }
    return all == 0 ? 0 : covered / all;
  }

  private static Map<String, Integer> terms(String text, String field, Analyzer analysis)
      throws IOException {
    Map<String, Integer> terms = new LinkedHashMap<>();
    try (TokenStream tokens = analysis.tokenStream(field, text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        terms.merge(term.toString(), 1, Integer::sum);
      }
      tokens.end();
    }
    return terms;
  }
}
