package deskhand.triage;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a message says, as far as it was understood.
///
/// @param intent the main one
/// @param further other intents of the same message, most certain first
/// @param language of the text; empty where it is not sure
public record Understanding(
    Guess intent, List<Guess> further, Optional<Locale> language, Entities entities) {
  public Understanding {
    further = List.copyOf(further);
  }

  /// @param intent as INTENTS.md spells it, `group/name`
  /// @param confidence calibrated, 0 to 1
  public record Guess(String intent, double confidence) {}

  /// What the message names.
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
  }
}
