package deskhand.knowledge;

import java.util.List;

/// What became of one uploaded file.
public sealed interface Imported {
  String filename();

  /// Saved as these articles; a version number that did not rise means that nothing had changed.
  record Saved(String filename, List<ArticleVersion> articles) implements Imported {}

  /// Not saved, and why, in words for the merchant.
  record Refused(String filename, String reason) implements Imported {}
}
