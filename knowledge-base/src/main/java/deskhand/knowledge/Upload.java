package deskhand.knowledge;

import java.text.Normalizer;

/// A file that a merchant gives: Markdown, HTML, text or CSV of questions and answers, told by its
/// name.
public record Upload(String filename, byte[] content) {
  /// What is larger is refused.
  public static final int MOST_BYTES = 5 * 1024 * 1024;

  /// The name of the article: that of the file, without folders and ending.
  public String article() {
    String name =
        filename.substring(Math.max(filename.lastIndexOf('/'), filename.lastIndexOf('\\')) + 1);
    int dot = name.lastIndexOf('.');
    return Normalizer.normalize(dot > 0 ? name.substring(0, dot) : name, Normalizer.Form.NFC)
        .strip();
  }

  /// What follows the last dot, in lower case; empty where there is none.
  public String ending() {
    int dot = filename.lastIndexOf('.');
    return dot < 0 ? "" : filename.substring(dot + 1).toLowerCase(java.util.Locale.ROOT);
  }
}
