package deskhand.triage.articles;

import static org.assertj.core.api.Assertions.assertThat;

import deskhand.triage.Asking;
import deskhand.triage.Made;
import deskhand.triage.answers.AskAnswer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who pays for the way back, and what cannot go back.
class GoingBackTest extends Asking {
  @BeforeEach
  void rules() {
    publish(
        "returns",
        """
        # Sending things back

        You can send things back within **40 days after delivery**. The day after delivery is day 1.

        - The postage is yours to pay. There is no label from us.
        - Things have to be complete.

        **Exchange:** we pay the postage of the new size.
        """);
    publish(
        "exceptions",
        """
        # What can't come back

        **We can't accept:**

        - **Freeze-dried meals that have been opened.** Sealed bags are fine.
        - **Ropes cut to length.**
        - **Sleeping mats that were used outdoors.**
        - **Gift cards.**
        """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "If I send it back and swap it for a bigger tent, who pays the postage?",
        "I would return it for another size. Do I pay the shipping?"
      })
  void anExchangeHasRulesOfItsOwn(String question) {
    assertThat(asked(question).toString()).doesNotContain("who pays, in the article");
  }

  @Test
  void whatTheMessageSaysElsewhereCounts() {
    Quotes excluded = new Quotes(Quotes.By.EXCLUSION, List.of(), 1, "");
    assertThat(excluded.isRefutedBy("The bag came torn. I opened it. Can it go back?")).isTrue();
    assertThat(excluded.isRefutedBy("I opened it. Can it go back?")).isFalse();
    assertThat(new Quotes(List.of(), 1, "").isRefutedBy("It came torn.")).isFalse();
  }

  private AskAnswer asked(String text) {
    return asked(Made.owner(), "return/policy", text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "If I send the tent back, who coughs up for the postage?",
        "Would you send me a label for a return?",
        "I want to send something back, is there a label?"
      })
  void whoPaysIsToldByTheArticleThatGrantsTheTime(String question) {
    assertThat(said(asked(question)))
        .contains("postage is yours to pay", "no label")
        .doesNotContain("new size", "Gift cards");
  }

  @Test
  void anotherQuestionBesideItIsNotLeftOut() {
    assertThat(ReturnPostage.isAskedIn("who pays the postage of a return")).isTrue();
    assertThat(ReturnPostage.isAskedIn("until when can I return it and who pays the postage"))
        .isFalse();
    assertThat(ReturnPostage.isAskedIn("can I return it, and who pays the postage")).isFalse();
    assertThat(
            ReturnPostage.isAskedIn(
                "What would have been the rules, who pays the post, and would you take something"
                    + " off?"))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The tent arrived broken. If I send it back, who pays the postage?",
        "You sent me the wrong one. Would you send me a label for the return?",
        "I opened the freeze-dried meals and they are mouldy. Can I send them back?"
      })
  void whatTheStoreGotWrongHasOtherRules(String question) {
    assertThat(asked(question).toString())
        .doesNotContain("who pays, in the article", "these goods, in that state");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "opened a bag of your freeze-dried meals, horrible. can i send it back",
        "I used the sleeping mat once outdoors and it is too thin. Can I still return it?",
        "Got a rope cut to 30 m and need 40. Can it go back?"
      })
  void goodsInAStateThatIsExcludedCannotGoBack(String question) {
    assertThat(said(asked(question))).contains("can't accept").doesNotContain("Gift cards");
  }

  @Test
  void aRuleThatOnlyDeniesSomethingElseExcludesNothing() {
    publish("stoves", "# Returns of stoves\n\nA used stove is no problem, we clean it for you.");
    assertThat(asked("I used the stove once. Can I return it?").toString())
        .doesNotContain("these goods, in that state");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I never opened the freeze-dried meals. Can I return them?",
        "I used the stove once. Can I return it?",
        "I opened the box of the tent. Can I send it back?"
      })
  void goodsAsTheyCameOrOthersAreNotExcluded(String question) {
    assertThat(asked(question).toString()).doesNotContain("these goods, in that state");
  }
}
