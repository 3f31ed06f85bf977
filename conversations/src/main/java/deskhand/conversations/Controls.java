package deskhand.conversations;

/// Control characters, which a text that is written into a header must not hold.
final class Controls {
  private Controls() {}

  /// @throws IllegalArgumentException where a header made of the text could break out of its line
  static void refuse(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
        throw new IllegalArgumentException("a header's text holds a control character");
      }
    }
  }
}
