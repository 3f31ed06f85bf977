package deskhand.triage.articles;

import deskhand.triage.language.Measure;
import deskhand.triage.language.Terms;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A measure of goods that are named: what the Aurora weighs, how hot the tins may become. A
/// sentence that names them and gives a figure in such a unit answers it, if it is the only one.
final class Measures {
  /// Of the words that name the goods so many must stand in the sentence or its headings.
  private static final double ENOUGH = 0.6;

  /// What a word of a heading counts beside one of the sentence.
  private static final double ABOVE = 0.9;

  private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?\\n])\\s+");

  /// What must not be done, or is granted, tells no measure of the goods.
  private static final Pattern FORBIDS =
      Pattern.compile(
          "\\b(never|don'?t|do not|nie|nooit|jamais|nunca|mai|warrant\\w*|guarant\\w*|garant\\w*|return\\w*|deliver\\w*|repairs?)\\b",
          Pattern.CASE_INSENSITIVE);

  private final PolicyQuestion asked;
  private final List<Unit> units;

  Measures(PolicyQuestion asked, List<Unit> units) {
    this.asked = asked;
    this.units = units;
  }

  Optional<Quotes> answer() {
    String rest =
        SENTENCE
            .splitAsStream(asked.ask())
            .filter(sentence -> !Measure.askedIn(sentence).isEmpty())
            .collect(Collectors.joining(" "));
    Set<Measure> wanted = Measure.askedIn(rest);
    if (wanted.isEmpty()
        || wanted.stream().anyMatch(measure -> measure.isToldIn(asked.ask()))
        || !Intents.isAboutGoods(asked.subject())) {
      return Optional.empty();
    }
    for (Measure measure : wanted) {
      rest = measure.removedFrom(rest);
    }
    Set<String> named = Terms.subject(rest, asked.language());
    if (named.isEmpty()) {
      return Optional.empty();
    }
    List<PolicyFinder.Candidate> telling =
        units.stream()
            .flatMap(unit -> unit.members().stream())
            .filter(one -> !FORBIDS.matcher(one.sentence()).find())
            .filter(one -> wanted.stream().allMatch(measure -> measure.isToldIn(one.sentence())))
            .sorted(
                Comparator.comparingDouble((PolicyFinder.Candidate one) -> held(one, named))
                    .reversed())
            .toList();
    boolean found =
        !telling.isEmpty()
            && held(telling.getFirst(), named) >= ENOUGH * named.size()
            && (telling.size() == 1
                || held(telling.getFirst(), named) > held(telling.get(1), named));
    return found
        ? Optional.of(
            Quotes.of(Quotes.By.FORM, List.of(telling.getFirst()), "a measure of what is named"))
        : Optional.empty();
  }

  /// How many of the words the sentence or its headings hold.
  private double held(PolicyFinder.Candidate one, Set<String> named) {
    Set<String> own = Terms.of(one.sentence(), asked.language());
    Set<String> above =
        new HashSet<>(
            Terms.of(String.join(" ", one.finding().passage().headings()), asked.language()));
    return named.stream()
        .mapToDouble(term ->
            Terms.holds(own, term, asked.language())
                ? 1
                : Terms.holds(above, term, asked.language()) ? ABOVE : 0)
        .sum();
  }
}
