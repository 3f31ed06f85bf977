package deskhand.triage;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings under `deskhand.triage`: how sure the assistant must be, and how long it waits. Each
/// confidence is from 0 to 1; raising one sends less and asks people more.
///
/// @param intent least confidence in the main intent to answer by it
/// @param passage least confidence that the sentences found answer a question about policies
/// @param silence least confidence that nothing need be answered
/// @param automaticReplies most that the assistant sends in one conversation
/// @param waits how long messages of a chat are collected
@ConfigurationProperties("deskhand.triage")
public record TriageSettings(
    @DefaultValue("0.60") double intent,
    @DefaultValue("0.66") double passage,
    @DefaultValue("0.80") double silence,
    @DefaultValue("8") int automaticReplies,
    @DefaultValue Waits waits) {
  public TriageSettings {
    check(intent);
    check(passage);
    check(silence);
    if (automaticReplies < 0) {
      throw new IllegalArgumentException("automatic replies are counted from 0");
    }
  }

  /// How long messages of a chat are collected.
  public record Waits(
      @DefaultValue("1s") Duration chatQuiet, @DefaultValue("10s") Duration chatLongest) {
    public Waits {
      if (chatQuiet.isNegative() || chatLongest.compareTo(chatQuiet) < 0) {
        throw new IllegalArgumentException("a chat's longest wait is shorter than its quiet");
      }
    }
  }

  private static void check(double confidence) {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("a confidence is from 0 to 1, not " + confidence);
    }
  }
}
