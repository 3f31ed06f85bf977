package deskhand.triage.articles;

import static org.assertj.core.api.Assertions.assertThat;

import deskhand.triage.Asking;
import deskhand.triage.Made;
import deskhand.triage.answers.AskAnswer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Figures of goods that are named.
class MeasuresTest extends Asking {
  @BeforeEach
  void goods() {
    publish(
        "camping goods",
        """
        ## Stoves and lamps

        | | Fenris stove | Otter stove |
        |---|---|---|
        | Weight | 410 g | 95 g |
        | Boils 1 litre in | 3 min 40 s | 5 min |

        **Glim lantern.** Burns for 60 hours on one charge, 320 lumen. Hand wash only.

        ## Blankets

        **Marsh blanket.** 130 x 180 cm, wool. Machine wash 30 °C.

        **Reed blanket.** 150 x 200 cm, cotton. Machine wash 60 °C.
        """);
  }

  private AskAnswer asked(String text) {
    return asked(Made.owner(), "product/question", text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "how heavy is the fenris | 410 g",
        "what temp can i wash the reed blanket | 60 °C",
        "How long does the Glim lantern burn? | 60 hours",
        "how big is the marsh blanket | 130 x 180 cm",
        "How fast does the Otter stove boil a litre? | 5 min"
      })
  void theSentenceThatNamesItAnswers(String question, String figure) {
    AskAnswer answer = asked(question);
    assertThat(said(answer)).contains(figure);
    assertThat(answer.toString()).contains("a measure of what is named");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "how big are the blankets",
        "how heavy is the kelpie stove",
        "my bed is 140 cm, how big a marsh blanket do i take",
        "how hot does the bath get"
      })
  void whatIsNotNamedOrNotAloneHasNoMeasure(String question) {
    assertThat(asked(question).toString()).doesNotContain("a measure of what is named");
  }

  @Test
  void howLongSomethingIsGuaranteedIsNoMeasure() {
    assertThat(asked("how long is the guarantee on the Glim lantern").toString())
        .doesNotContain("a measure of what is named");
  }
}
