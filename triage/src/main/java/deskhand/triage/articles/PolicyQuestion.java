package deskhand.triage.articles;

import deskhand.store.Store;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A question that the store's articles may answer.
///
/// @param place which countries' rules are meant
/// @param on the day whose policies hold
public record PolicyQuestion(Store store, Locale language, Asked asked, Place place, LocalDate on) {

  /// What is asked.
  ///
  /// @param ask the customer's words
  /// @param context what makes the words understandable: the subject, or an earlier turn; may be
  ///   empty
  /// @param subject of the intent; may be empty
  public record Asked(String ask, String context, String subject) {}

  String ask() {
    return asked.ask();
  }

  String context() {
    return asked.context();
  }

  String subject() {
    return asked.subject();
  }

  /// @param named in the question itself
  /// @param home where the customer's order goes, or went
  public record Place(Set<String> named, Optional<String> home) {
    public Place {
      named = Set.copyOf(named);
    }

    public Set<String> wanted() {
      return named.isEmpty() ? home.map(Set::of).orElse(Set.of()) : named;
    }

    /// The countries by their names.
    String spelled(Locale language) {
      return wanted().stream()
          .map(code -> Locale.of("", code).getDisplayCountry(language))
          .sorted()
          .collect(Collectors.joining(", "));
    }

    Optional<String> only() {
      Set<String> wanted = wanted();
      return wanted.size() == 1 ? Optional.of(wanted.iterator().next()) : Optional.empty();
    }
  }

  /// What is searched for.
  String query() {
    return context().isBlank() ? ask() : context().strip() + " " + ask();
  }

  public PolicyQuestion about(String other) {
    return new PolicyQuestion(store, language, new Asked(other, "", asked.subject()), place, on);
  }
}
