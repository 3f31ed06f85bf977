package deskhand.knowledge.lucene;

import deskhand.knowledge.Article;
import deskhand.knowledge.ArticleVersion;
import deskhand.knowledge.IndexFeed;
import deskhand.knowledge.Question;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntRange;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// A passage as a document of the index, and the filter that finds those that hold for a question.
final class PassageDocument {
  static final String VECTOR = "vector";
  static final String TEXT = "text";
  static final String ABOVE = "above";
  private static final String NAME = "name";
  private static final String AUDIENCE = "audience";
  private static final String LANGUAGE = "language";
  private static final String COUNTRY = "country";
  private static final String DAYS = "days";
  private static final String VERSION = "version";
  private static final String NUMBER = "number";
  private static final String HEADING = "heading";
  private static final String BODY = "body";
  private static final String SENTENCE = "sentence";
  private static final String EVERYWHERE = "*";

  private PassageDocument() {}

  /// All documents of an article.
  static Term of(String article) {
    return new Term(NAME, article);
  }

  static Document of(IndexFeed.Entry entry) {
    Article.Passage passage = entry.passage();
    Article.Scope scope = entry.scope();
    Document document = new Document();
    document.add(new StringField(NAME, passage.article().name(), Field.Store.YES));
    document.add(new StringField(AUDIENCE, scope.audience().name(), Field.Store.NO));
    document.add(new StringField(LANGUAGE, scope.language().getLanguage(), Field.Store.NO));
    (scope.countries().isEmpty() ? List.of(EVERYWHERE) : scope.countries())
        .forEach(country -> document.add(new StringField(COUNTRY, country, Field.Store.NO)));
    document.add(new IntRange(DAYS, first(entry.from()), last(entry.to())));
    document.add(field(ABOVE, scope.language(), String.join("\n", passage.headings())));
    document.add(field(TEXT, scope.language(), passage.text()));
    document.add(
        new KnnFloatVectorField(VECTOR, entry.vector(), VectorSimilarityFunction.DOT_PRODUCT));
    document.add(new StoredField(VERSION, passage.article().version()));
    document.add(new StoredField(NUMBER, passage.number()));
    passage.headings().forEach(heading -> document.add(new StoredField(HEADING, heading)));
    document.add(new StoredField(BODY, passage.text()));
    passage.sentences().forEach(sentence -> document.add(new StoredField(SENTENCE, sentence)));
    return document;
  }

  static Article.Passage passage(Document document) {
    return new Article.Passage(
        new ArticleVersion(
            document.get(NAME), document.getField(VERSION).numericValue().longValue()),
        document.getField(NUMBER).numericValue().intValue(),
        List.of(document.getValues(HEADING)),
        document.get(BODY),
        List.of(document.getValues(SENTENCE)));
  }

  /// What may be shown to whom the question comes from, and holds there on that day.
  static Query filter(Question question) {
    BooleanQuery.Builder filter = new BooleanQuery.Builder();
    switch (question.audience()) {
      case PUBLIC -> filter.add(term(AUDIENCE, "PUBLIC"), Occur.FILTER);
      case INTERNAL -> {}
    }
    filter.add(term(LANGUAGE, question.language().getLanguage()), Occur.FILTER);
    question
        .country()
        .map(country -> country.toUpperCase(Locale.ROOT))
        .ifPresent(country ->
            filter.add(
                new BooleanQuery.Builder()
                    .add(term(COUNTRY, EVERYWHERE), Occur.SHOULD)
                    .add(term(COUNTRY, country), Occur.SHOULD)
                    .build(),
                Occur.FILTER));
    int day = day(question.on());
    filter.add(IntRange.newContainsQuery(DAYS, new int[] {day}, new int[] {day}), Occur.FILTER);
    return filter.build();
  }

  private static Query term(String field, String value) {
    return new TermQuery(new Term(field, value));
  }

  private static Field field(String name, Locale language, String text) {
    return new TextField(Analysis.field(name, language), text, Field.Store.NO);
  }

  private static int[] first(Optional<LocalDate> day) {
    return new int[] {day.map(PassageDocument::day).orElse(Integer.MIN_VALUE)};
  }

  private static int[] last(Optional<LocalDate> day) {
    return new int[] {day.map(PassageDocument::day).orElse(Integer.MAX_VALUE)};
  }

  private static int day(LocalDate day) {
    return (int) Math.clamp(day.toEpochDay(), Integer.MIN_VALUE + 1L, Integer.MAX_VALUE - 1L);
  }
}
