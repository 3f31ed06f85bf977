package deskhand.triage.deciding;

import deskhand.triage.Reply;
import deskhand.triage.Situation;
import deskhand.triage.Understanding;
import deskhand.triage.answers.AskAnswer;
import deskhand.triage.answers.Completeness;
import deskhand.triage.answers.EvidenceFinder;
import deskhand.triage.answers.Reasons;
import deskhand.triage.language.Speech;
import deskhand.triage.writing.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What was found for the questions of a message, one after the other; nothing is said twice.
final class Gathered {
  private final EvidenceFinder finder;
  private final Situation situation;
  private final Words words;

  private final List<List<Reply.Part>> said = new ArrayList<>();
  private final Set<String> orders = new TreeSet<>();
  private Optional<AskAnswer.Missing> missing = Optional.empty();
  private boolean person;
  private boolean aside;
  private double confidence = 1;

  Gathered(EvidenceFinder finder, Situation situation, Words words) {
    this.finder = finder;
    this.situation = situation;
    this.words = words;
  }

  /// Looks for what answers one more question, and says why that was found.
  List<String> add(Understanding.Ask ask) {
    AskAnswer found = finder.find(situation, words, ask);
    List<String> reasons = new ArrayList<>();
    reasons.add(
        isOneOfMany()
            ? Reasons.spoken(ask.intent().intent()) + ": " + found.reason()
            : found.reason());
    switch (found) {
      case AskAnswer.Said answer -> {
        if (!take(ask, answer)) {
          reasons.add("What was said already does not name what else is asked");
        }
      }
      case AskAnswer.Missing one -> {
        if (Speech.asksRule(ask.text()) || said.isEmpty()) {
          missing = Optional.of(one);
        } else if (Speech.isQuestion(ask.text())) {
          person = true;
        }
      }
      case AskAnswer.ForPerson one -> leave(ask, one);
      case AskAnswer.Nothing _ -> {}
    }
    return reasons;
  }

  /// False where a further question was answered by nothing new that names what it asks.
  private boolean take(Understanding.Ask ask, AskAnswer.Said answer) {
    List<Reply.Part> fresh = fresh(answer.parts());
    boolean again = fresh.isEmpty() && !said.isEmpty();
    if (again) {
      fresh = fresh(finder.more(situation, words, ask));
    }
    if (!fresh.isEmpty()) {
      said.add(fresh);
    }
    orders.addAll(answer.orders());
    confidence = Math.min(confidence, answer.confidence());
    boolean named =
        !again || !fresh.isEmpty() || !Completeness.repeats(ask, words.locale(), answer);
    person |= !named;
    return named;
  }

  private void leave(Understanding.Ask ask, AskAnswer.ForPerson one) {
    if (Questions.isAside(ask) && isOneOfMany()) {
      aside = true;
      return;
    }
    person = true;
    List<Reply.Part> draft = fresh(one.draft());
    if (!draft.isEmpty()) {
      said.add(draft);
    }
    orders.addAll(one.orders());
  }

  private boolean isOneOfMany() {
    return situation.understanding().asks().size() > 1;
  }

  private List<Reply.Part> fresh(List<Reply.Part> parts) {
    return parts.stream()
        .filter(part ->
            said.stream()
                .flatMap(List::stream)
                .noneMatch(other -> other.text().equals(part.text())))
        .toList();
  }

  /// Whether somebody has to answer: a question is theirs, or none could be answered.
  boolean isForPerson() {
    return person || (said.isEmpty() && (missing.isEmpty() || aside));
  }

  /// What answers each question, those that are for a person included as a draft.
  List<List<Reply.Part>> said() {
    return said;
  }

  /// The numbers of the orders of which something is told.
  Set<String> orders() {
    return orders;
  }

  /// What the customer has to tell first.
  Optional<AskAnswer.Missing> missing() {
    return missing;
  }

  /// Of the answer that is least sure.
  double confidence() {
    return confidence;
  }
}
