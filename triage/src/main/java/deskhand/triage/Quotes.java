package deskhand.triage;

import deskhand.knowledge.Article;
import java.util.ArrayList;
import java.util.List;

/// Sentences of articles that together answer a question, and how sure that is.
///
/// @param confidence from 0 to 1
/// @param why the figures behind the confidence, for a person
record Quotes(List<Line> lines, double confidence, String why) {
  Quotes {
    lines = List.copyOf(lines);
  }

  /// One sentence of an article, word for word.
  record Quote(Article.Passage passage, int index, String sentence) {
    Evidence.FromArticle evidence() {
      return new Evidence.FromArticle(passage.article(), passage.number(), sentence);
    }
  }

  /// What is said in one sentence: a sentence of an article, or several items of one list.
  record Line(String text, List<Quote> quotes) {
    Line {
      quotes = List.copyOf(quotes);
    }

    static Line of(List<Quote> quotes) {
      return new Line(closed(Unit.merged(quotes.stream().map(Quote::sentence).toList())), quotes);
    }

    Reply.Part part() {
      return new Reply.Part(" ", text, quotes.stream().<Evidence>map(Quote::evidence).toList());
    }

    /// A row or an item of a list as a sentence.
    private static String closed(String sentence) {
      char last = sentence.charAt(sentence.length() - 1);
      boolean open = Character.isLetterOrDigit(last) || ")%€,;".indexOf(last) >= 0;
      return open ? sentence.replaceAll("[,;]$", "") + "." : sentence;
    }
  }

  static Quotes none(String why) {
    return new Quotes(List.of(), 0, why);
  }

  static List<Reply.Part> parts(Quote quote) {
    return List.of(Line.of(List.of(quote)).part());
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  List<Quote> quotes() {
    return lines.stream().flatMap(line -> line.quotes().stream()).toList();
  }

  List<Reply.Part> parts() {
    List<Reply.Part> parts = new ArrayList<>();
    lines.forEach(line -> parts.add(line.part()));
    return parts;
  }
}
