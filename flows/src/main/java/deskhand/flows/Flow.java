package deskhand.flows;

import deskhand.conversations.Purpose;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A message that the store sends by itself, as data: when it begins, what it waits for, what ends
/// it, what it says.
///
/// @param name lower-case words joined by dashes; in keys and sources, so it never changes
/// @param letters by name
public record Flow(
    String name, Start start, Limits limits, List<Step> steps, Map<String, Letter> letters) {
  private static final int MOST_STEPS = 50;

  public Flow {
    if (!name.matches("[a-z][a-z0-9-]{0,59}")) {
      throw new IllegalArgumentException("a flow's name looks like review-request, not " + name);
    }
    steps = List.copyOf(steps);
    letters = Map.copyOf(letters);
    if (steps.isEmpty() || steps.size() > MOST_STEPS) {
      throw new IllegalArgumentException("a flow has 1 to " + MOST_STEPS + " steps");
    }
    for (Step step : steps) {
      if (step instanceof Step.Send(String letter) && !letters.containsKey(letter)) {
        throw new IllegalArgumentException("there is no letter " + letter);
      }
    }
  }

  /// @param trigger what begins a run
  /// @param about what there is one run of
  public record Start(Trigger trigger, About about) {}

  public enum About {
    PARCEL,
    ORDER
  }

  /// @param ends by which of these a run ends without sending
  /// @param tooLateAfter how long after the last wait a letter may still go out
  public record Limits(Purpose purpose, Set<Condition> ends, Duration tooLateAfter) {
    public Limits {
      ends = Set.copyOf(ends);
    }
  }

  boolean holdsOn(Condition condition) {
    return steps.stream()
        .anyMatch(step -> step instanceof Step.Hold hold && hold.condition() == condition);
  }
}
