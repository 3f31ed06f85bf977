package deskhand.knowledge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// An article as it is in force.
///
/// @param body Markdown
public record Article(
    ArticleVersion version, String title, Scope scope, String body, Instant savedAt) {

  /// For whom, where and when an article holds.
  ///
  /// @param countries ISO 3166-1 alpha-2; empty for all
  /// @param effectiveFrom the first day, in the store's zone
  /// @param effectiveTo the last day
  public record Scope(
      Audience audience,
      Locale language,
      Set<String> countries,
      Optional<LocalDate> effectiveFrom,
      Optional<LocalDate> effectiveTo) {
    public Scope {
      countries = Set.copyOf(countries);
    }
  }

  /// A part of an article, as search finds it and an answer quotes it.
  ///
  /// @param number counts from 1 within the version
  /// @param headings from the article's title down to the passage's own
  /// @param text readable without Markdown; a table row reads `Germany: carrier DHL, cost €6.95`
  /// @param sentences the text in order, in the pieces that can be quoted alone: a question stands
  ///   before its answer's first sentence, an item of a list after the words that lead to it
  public record Passage(
      ArticleVersion article,
      int number,
      List<String> headings,
      String text,
      List<String> sentences) {
    public Passage {
      headings = List.copyOf(headings);
      sentences = List.copyOf(sentences);
    }

    /// What a search reads: the headings, then the text.
    public String underHeadings() {
      return underHeadings(headings, text);
    }

    static String underHeadings(List<String> headings, String text) {
      boolean asked = !headings.isEmpty() && text.startsWith(headings.getLast());
      List<String> above = asked ? headings.subList(0, headings.size() - 1) : headings;
      return above.isEmpty() ? text : String.join("\n", above) + "\n" + text;
    }
  }
}
