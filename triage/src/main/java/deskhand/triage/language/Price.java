package deskhand.triage.language;

import java.util.Locale;

/// Whether a text asks what something costs or who pays it, and whether one tells it.
public final class Price {
  private static final Patterns ASKED = Patterns.load("speech/price");

  /// What says who pays, or what.
  private static final Patterns TOLD = Patterns.load("speech/price-told");

  private Price() {}

  public static boolean isAsked(String text) {
    return ASKED.foundIn(low(text));
  }

  public static boolean isTold(String text) {
    return TOLD.foundIn(low(text));
  }

  private static String low(String text) {
    return text.toLowerCase(Locale.ROOT).replace('’', '\'');
  }
}
