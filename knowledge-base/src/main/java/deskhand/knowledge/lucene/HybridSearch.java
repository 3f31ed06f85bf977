package deskhand.knowledge.lucene;

import deskhand.knowledge.Finding;
import deskhand.knowledge.Question;
import deskhand.knowledge.SearchMode;
import deskhand.knowledge.SentenceModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/// One search: by words, by meaning, or by both with their scores brought to one measure.
final class HybridSearch {
  /// How many each side contributes.
  private static final int CANDIDATES = 100;

  private static final float ABOVE_BOOST = 1.0f;

  private final IndexSearcher searcher;
  private final Analysis analysis;
  private final SentenceModel model;

  HybridSearch(IndexSearcher searcher, Analysis analysis, SentenceModel model) {
    this.searcher = searcher;
    this.analysis = analysis;
    this.model = model;
  }

  List<Finding> find(Question question, SearchMode mode, int limit) throws IOException {
    Query filter = PassageDocument.filter(question);
    QuestionWords words = QuestionWords.of(question, analysis, searcher);
    Map<Integer, Float> lexical = new HashMap<>();
    Map<Integer, Float> dense = new HashMap<>();
    if (mode != SearchMode.DENSE && !words.terms().isEmpty()) {
      lexical.putAll(top(lexical(words, question, filter)));
    }
    if (mode != SearchMode.LEXICAL) {
      float[] vector = model.question(question.text());
      dense.putAll(
          top(new KnnFloatVectorQuery(PassageDocument.VECTOR, vector, CANDIDATES, filter)));
      dense.replaceAll((doc, score) -> 2 * score - 1);
    }
    double share =
        switch (mode) {
          case LEXICAL -> 0;
          case DENSE -> 1;
          case HYBRID -> model.understands(question.language()) ? 0.6 : 0.2;
        };
    List<Ranked> ranked = Fusion.rank(lexical, dense, share);
    return findings(ranked.subList(0, Math.min(limit, ranked.size())), words);
  }

  private List<Finding> findings(List<Ranked> ranked, QuestionWords words) throws IOException {
    List<Finding> findings = new ArrayList<>();
    for (Ranked one : ranked) {
      var passage = PassageDocument.passage(searcher.storedFields().document(one.document()));
      double confidence = Confidence.of(one, words.coveredBy(passage));
      findings.add(new Finding(passage, one.score(), confidence));
    }
    return findings;
  }

  private Query lexical(QuestionWords words, Question question, Query filter) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    String text = Analysis.field(PassageDocument.TEXT, question.language());
    String above = Analysis.field(PassageDocument.ABOVE, question.language());
    words
        .terms()
        .forEach((term, times) -> {
          query.add(weighted(new Term(text, term), times), Occur.SHOULD);
          query.add(weighted(new Term(above, term), times * ABOVE_BOOST), Occur.SHOULD);
        });
    return query.setMinimumNumberShouldMatch(1).add(filter, Occur.FILTER).build();
  }

  private static Query weighted(Term term, float weight) {
    return new BoostQuery(new TermQuery(term), weight);
  }

  private Map<Integer, Float> top(Query query) throws IOException {
    Map<Integer, Float> scores = new HashMap<>();
    for (ScoreDoc hit : searcher.search(query, CANDIDATES).scoreDocs) {
      scores.put(hit.doc, hit.score);
    }
    return scores;
  }
}
