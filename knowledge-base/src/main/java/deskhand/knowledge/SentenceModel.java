package deskhand.knowledge;

import java.util.List;
import java.util.Locale;

/// The model that makes vectors of texts. Vectors are of length 1; the same text gives the same
/// vector, whatever else is embedded at the time.
public interface SentenceModel {

  /// The name of the bean that judges what the searching model found: it was trained on other
  /// texts, so it errs elsewhere. Its vectors are never kept.
  String JUDGE = "judgingSentenceModel";

  /// Names the model; vectors of two names are never compared.
  String name();

  /// How many tokens the model reads; what is longer is cut by [#passage(String)].
  int window();

  /// How many tokens the model sees in a text, its own marks included.
  int tokens(String text);

  /// The vector of a text that is searched.
  float[] passage(String text);

  /// The vectors of texts that are searched, in order: several cores work on them.
  List<float[]> passages(List<String> texts);

  /// The vector of a question; only as much as fits into the window is read.
  float[] question(String text);

  /// Whether the model understands that language.
  boolean understands(Locale language);
}
