package deskhand.knowledge.lucene;

import deskhand.knowledge.Article;
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

  /// What meaning weighs beside words where the model understands the language, and where not.
  private static final double MEANING = 0.6;

  private static final double MEANING_UNSURE = 0.3;

  private final Analysis analysis;
  private final Question question;
  private final SearchMode mode;
  private final boolean understood;
  private final double share;
  private final float[] vector;

  HybridSearch(Analysis analysis, SentenceModel model, Question question, SearchMode mode) {
    this.analysis = analysis;
    this.question = question;
    this.mode = mode;
    this.understood = mode != SearchMode.LEXICAL && model.understands(question.language());
    this.share =
        switch (mode) {
          case LEXICAL -> 0;
          case DENSE -> 1;
          case HYBRID -> understood ? MEANING : MEANING_UNSURE;
        };
    this.vector = mode == SearchMode.LEXICAL ? new float[0] : model.question(question.text());
  }

  List<Finding> find(IndexSearcher searcher, int limit) throws IOException {
    Query filter = PassageDocument.filter(question);
    QuestionWords words = QuestionWords.of(question, analysis, searcher);
    Map<Integer, Float> lexical = new HashMap<>();
    Map<Integer, Float> dense = new HashMap<>();
    if (mode != SearchMode.DENSE && !words.terms().isEmpty()) {
      lexical.putAll(top(searcher, lexical(words, filter)));
    }
    if (mode != SearchMode.LEXICAL) {
      String field = PassageDocument.VECTOR;
      dense.putAll(top(searcher, new KnnFloatVectorQuery(field, vector, CANDIDATES, filter)));
      dense.replaceAll((doc, score) -> 2 * score - 1);
    }
    List<Ranked> ranked = Fusion.rank(lexical, dense, share);
    List<Finding> findings = new ArrayList<>();
    for (Ranked one : ranked.subList(0, Math.min(limit, ranked.size()))) {
      Article.Passage passage =
          PassageDocument.passage(searcher.storedFields().document(one.document()));
      double covered = words.coveredBy(passage);
      double confidence =
          understood ? Confidence.byMeaning(one, covered) : Confidence.byWords(one, covered);
      findings.add(new Finding(passage, one.score(), confidence));
    }
    return findings;
  }

  private Query lexical(QuestionWords words, Query filter) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    String text = Analysis.field(PassageDocument.TEXT, question.language());
    String above = Analysis.field(PassageDocument.ABOVE, question.language());
    words
        .terms()
        .forEach((term, times) -> {
          query.add(weighted(new Term(text, term), times), Occur.SHOULD);
          query.add(weighted(new Term(above, term), times), Occur.SHOULD);
        });
    return query.setMinimumNumberShouldMatch(1).add(filter, Occur.FILTER).build();
  }

  private static Query weighted(Term term, float weight) {
    return new BoostQuery(new TermQuery(term), weight);
  }

  private static Map<Integer, Float> top(IndexSearcher searcher, Query query) throws IOException {
    Map<Integer, Float> scores = new HashMap<>();
    for (ScoreDoc hit : searcher.search(query, CANDIDATES).scoreDocs) {
      scores.put(hit.doc, hit.score);
    }
    return scores;
  }
}
