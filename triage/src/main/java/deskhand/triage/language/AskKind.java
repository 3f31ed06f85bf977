package deskhand.triage.language;

import static java.util.Objects.requireNonNull;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What sort of answer a question wants; the words are in `asks/*.txt`.
public enum AskKind {
  TIME,
  MONEY,
  MEASURE,
  CHOICE;

  private static final Map<AskKind, Patterns> ASKED = Patterns.loadAll(AskKind.class, "asks/", "");
  private static final Map<AskKind, Patterns> TOLD =
      Patterns.loadAll(AskKind.class, "asks/", "-told");

  public static Set<AskKind> of(String ask) {
    String low = ask.toLowerCase(Locale.ROOT).replace('’', '\'');
    Set<AskKind> kinds = EnumSet.noneOf(AskKind.class);
    for (AskKind kind : values()) {
      if (requireNonNull(ASKED.get(kind)).foundIn(low)) {
        kinds.add(kind);
      }
    }
    return kinds;
  }

  public boolean answeredBy(String sentence) {
    return requireNonNull(TOLD.get(this)).foundIn(sentence.toLowerCase(Locale.ROOT));
  }
}
