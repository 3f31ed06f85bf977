package deskhand.knowledge;

import java.util.List;

/// What was read from an uploaded file: an article that is not saved yet.
///
/// @param name of the article within its store
/// @param body Markdown, without front matter
/// @param parts the passages, in order
public record Draft(String name, String title, Article.Scope scope, String body, List<Part> parts) {
  public Draft {
    parts = List.copyOf(parts);
  }

  /// What a search reads of each passage.
  List<String> texts() {
    return parts.stream()
        .map(part -> Article.Passage.underHeadings(part.headings(), part.text()))
        .toList();
  }

  /// A passage before its article has a version.
  public record Part(List<String> headings, String text, List<String> sentences) {
    public Part {
      headings = List.copyOf(headings);
      sentences = List.copyOf(sentences);
    }
  }
}
