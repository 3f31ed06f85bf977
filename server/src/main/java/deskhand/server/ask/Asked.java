package deskhand.server.ask;

import deskhand.conversations.Proven;
import deskhand.store.EmailAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What was typed behind `ask`.
///
/// @param as who asks
/// @param shop a shop folder; absent for the demo's shop
record Asked(
    String question, Optional<EmailAddress> as, Proven proven, Optional<Path> shop, boolean chat) {

  /// @throws IllegalArgumentException with a sentence for people
  static Asked of(List<String> arguments) {
    String question = "";
    Optional<EmailAddress> as = Optional.empty();
    Optional<Proven> proven = Optional.empty();
    Optional<Path> shop = Optional.empty();
    boolean chat = false;
    int next = 0;
    while (next < arguments.size()) {
      String word = arguments.get(next++);
      int equals = word.startsWith("--") ? word.indexOf('=') : -1;
      String name = equals < 0 ? word : word.substring(0, equals);
      if (name.equals("--chat")) {
        chat = true;
      } else if (List.of("--as", "--proven", "--shop").contains(name)) {
        if (equals < 0 && next == arguments.size()) {
          throw new IllegalArgumentException(name + " needs a value.");
        }
        String value = equals < 0 ? arguments.get(next++) : word.substring(equals + 1);
        switch (name) {
          case "--as" -> as = Optional.of(address(value));
          case "--proven" -> proven = Optional.of(proven(value));
          default -> shop = Optional.of(Path.of(value));
        }
      } else if (word.startsWith("--")) {
        throw new IllegalArgumentException("This is not understood: " + word);
      } else {
        question = question.isEmpty() ? word : question + " " + word;
      }
    }
    if (question.isBlank()) {
      throw new IllegalArgumentException(
          "Ask something, such as: ask \"where is order 1042?\" --as ana@example.org");
    }
    Proven otherwise = as.isPresent() ? Proven.ADDRESS : Proven.NOTHING;
    return new Asked(question, as, proven.orElse(otherwise), shop, chat);
  }

  private static EmailAddress address(String text) {
    return EmailAddress.parse(text)
        .orElseThrow(() -> new IllegalArgumentException("--as needs a mail address."));
  }

  private static Proven proven(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "none" -> Proven.NOTHING;
      case "address" -> Proven.ADDRESS;
      case "account" -> Proven.ACCOUNT;
      default -> throw new IllegalArgumentException("--proven is none, address or account.");
    };
  }
}
