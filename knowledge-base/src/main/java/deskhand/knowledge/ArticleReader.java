package deskhand.knowledge;

import java.util.Locale;

/// Reads uploaded files of every kind. Whatever a file holds, the answer is a draft or a reason.
public interface ArticleReader {

  /// Reads one file.
  ///
  /// @param language of the store, for a file that does not tell its own
  Reading read(Upload upload, Locale language);
}
