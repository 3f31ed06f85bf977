package deskhand.flows;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The wording of a message in some languages.
///
/// @param texts by language, such as `en`
public record Letter(Map<String, Text> texts) {
  public Letter {
    texts = Map.copyOf(texts);
    if (texts.isEmpty()) {
      throw new IllegalArgumentException("a letter has a text in at least one language");
    }
  }

  /// @param paragraphs of sentences, with variables in braces and alternatives between ` | `
  public record Text(String subject, List<List<String>> paragraphs) {
    public Text {
      paragraphs = paragraphs.stream().map(List::copyOf).toList();
    }
  }

  /// The first of those languages that there is a text in; else English; else any.
  Locale language(List<Locale> wanted) {
    return wanted.stream()
        .map(Locale::getLanguage)
        .filter(texts::containsKey)
        .findFirst()
        .or(() -> texts.keySet().stream().filter("en"::equals).findFirst())
        .or(() -> texts.keySet().stream().sorted().findFirst())
        .map(Locale::of)
        .orElseThrow();
  }

  Text in(Locale language) {
    Text text = texts.get(language.getLanguage());
    if (text == null) {
      throw new IllegalArgumentException("no text in " + language);
    }
    return text;
  }
}
