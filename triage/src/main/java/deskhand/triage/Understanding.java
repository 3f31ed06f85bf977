package deskhand.triage;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a message says, as far as it was understood.
///
/// @param intent the main one
/// @param further other intents of the same message, most certain first
/// @param language of the text; empty where it is not sure
/// @param asks the pieces of the text that ask or want something, in the order they stand there
public record Understanding(
    Guess intent,
    List<Guess> further,
    Optional<Locale> language,
    Entities entities,
    List<Ask> asks) {
  public Understanding {
    further = List.copyOf(further);
    asks = List.copyOf(asks);
  }

  /// @param intent as INTENTS.md spells it, `group/name`, or one of the store's own
  /// @param confidence calibrated, 0 to 1
  public record Guess(String intent, double confidence) {
    public Guess {
      if (!(confidence >= 0 && confidence <= 1)) {
        throw new IllegalArgumentException("a confidence is from 0 to 1, not " + confidence);
      }
    }
  }

  /// One question or wish: a sentence, a clause or a line of a list, word for word.
  ///
  /// @param text as it stands in the message, without the other questions
  /// @param intent of this piece
  public record Ask(String text, Guess intent) {}

  /// What the message names.
  ///
  /// @param countries ISO 3166-1 alpha-2, in the order they are named
  public record Entities(
      List<String> orderNumbers,
      List<String> trackingNumbers,
      List<String> emails,
      List<String> postcodes,
      List<String> countries) {
    public Entities {
      orderNumbers = List.copyOf(orderNumbers);
      trackingNumbers = List.copyOf(trackingNumbers);
      emails = List.copyOf(emails);
      postcodes = List.copyOf(postcodes);
      countries = List.copyOf(countries);
    }

    public static Entities none() {
      return new Entities(List.of(), List.of(), List.of(), List.of(), List.of());
    }
  }
}
