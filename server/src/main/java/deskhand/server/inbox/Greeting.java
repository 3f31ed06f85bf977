package deskhand.server.inbox;

import java.util.Locale;

/// The words with which a reply begins, which say nothing in a list of many.
final class Greeting {
  private static final int LONGEST = 60;

  private Greeting() {}

  /// The text without its greeting, where that names the customer.
  static String cut(String text, String name) {
    int end = text.indexOf(',');
    String first = name.strip().toLowerCase(Locale.ROOT).split("\\s+", 2)[0];
    boolean greets =
        end > 0
            && end < LONGEST
            && end + 1 < text.length()
            && !first.isEmpty()
            && text.substring(0, end).toLowerCase(Locale.ROOT).contains(first);
    return greets ? text.substring(end + 1).strip() : text;
  }
}
