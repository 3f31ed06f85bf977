package deskhand.triage.writing;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Texts of strangers that a reply may repeat: a carrier's scan, a title, a first name. Whatever
/// looks like a link, an address, code, or an instruction is not repeated.
public final class Strangers {
  private static final Pattern UNWANTED =
      Pattern.compile(
          "https?:|www\\.|[@<>{}\\[\\]|\\\\^`~]|\\b(ignore|instruction|instructions|assistant|system|prompt|refund|free of charge|password|override|must|voucher|promise)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DIGITS = Pattern.compile("\\d[\\d ./-]{5,}\\d");
  private static final Pattern NAME = Pattern.compile("[\\p{L}][\\p{L}'’.-]{0,19}");
  private static final int MOST_NAMES = 5;

  private Strangers() {}

  public static Optional<String> quotable(String text, int longest) {
    String plain = text.replaceAll("[\\p{Cntrl}\\s\u00a0]+", " ").strip();
    if (plain.isEmpty()
        || plain.length() > longest
        || UNWANTED.matcher(plain).find()
        || DIGITS.matcher(plain).find()) {
      return Optional.empty();
    }
    return Optional.of(plain);
  }

  /// The first name of a whole name that looks like one.
  public static Optional<String> firstName(String name) {
    String plain = name.replaceAll("[\\p{Cntrl}\\s\u00a0]+", " ").strip();
    String[] words = plain.split(" ", -1);
    if (words.length > MOST_NAMES || quotable(plain, 60).isEmpty()) {
      return Optional.empty();
    }
    for (String word : words) {
      if (!NAME.matcher(word).matches()) {
        return Optional.empty();
      }
    }
    String first = words[0];
    boolean shout = first.length() > 1 && first.equals(first.toUpperCase(Locale.ROOT));
    return first.length() < 2 || shout ? Optional.empty() : Optional.of(first);
  }
}
