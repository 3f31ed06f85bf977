package deskhand.triage;

import deskhand.knowledge.Article;
import java.util.ArrayList;
import java.util.List;

/// Sentences of articles that together answer a question, and how sure that is.
///
/// @param confidence from 0 to 1
/// @param why the figures behind the confidence, for a person
record Quotes(List<Quote> quotes, double confidence, String why) {
  Quotes {
    quotes = List.copyOf(quotes);
  }

  /// One sentence, word for word.
  record Quote(Article.Passage passage, int index, String sentence) {
    Evidence.FromArticle evidence() {
      return new Evidence.FromArticle(passage.article(), passage.number(), sentence);
    }
  }

  static Quotes none(String why) {
    return new Quotes(List.of(), 0, why);
  }

  boolean isEmpty() {
    return quotes.isEmpty();
  }

  List<Reply.Part> parts() {
    List<Reply.Part> parts = new ArrayList<>();
    for (Quote quote : quotes) {
      String joint = " ";
      parts.add(new Reply.Part(joint, closed(quote.sentence()), List.of(quote.evidence())));
    }
    return parts;
  }

  /// A row or an item of a list as a sentence.
  private static String closed(String sentence) {
    char last = sentence.charAt(sentence.length() - 1);
    return Character.isLetterOrDigit(last) || last == ')' || last == '%' || last == '€'
        ? sentence + "."
        : sentence;
  }
}
