package deskhand.triage.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignOffTest {
  private static final String ASK = "How heavy is the two-person tent?";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "How heavy is the two-person tent?\nIda",
        "How heavy is the two-person tent? Regards Ida Holm",
        "How heavy is the two-person tent? Cheers, Ida",
        "How heavy is the two-person tent?\nKind regards,\nIda Holm",
        "How heavy is the two-person tent?\nIda Holm\nHolm & Sons",
        "How heavy is the two-person tent?\nMit freundlichen Grüßen\nI. Holm",
        "How heavy is the two-person tent? Thanks in advance!"
      })
  void takesAwayTheGoodByeAndTheName(String text) {
    assertThat(SignOff.removedFrom(text)).isEqualTo(ASK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "How heavy is the two-person tent?",
        "How heavy is the tent? And does it fit my van?",
        "Does it come in Green?",
        "thanks!",
        "I want to return it. It is too small"
      })
  void leavesTheRest(String text) {
    assertThat(SignOff.removedFrom(text)).isEqualTo(text);
  }

  @Test
  void leavesAlwaysSomething() {
    assertThat(SignOff.removedFrom("Best regards, Ida")).isEqualTo("Best regards, Ida");
  }
}
