package deskhand.triage.articles;

import static org.assertj.core.api.Assertions.assertThat;

import deskhand.triage.Asking;
import deskhand.triage.Made;
import deskhand.triage.answers.AskAnswer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The return of what one was given.
class GiftsTest extends Asking {
  @BeforeEach
  void gifts() {
    publish(
        "back",
        """
        # Sending something back

        You get your money within 8 days.

        **A present?** Whoever received it can return it with the number on the slip, for store
        credit. The buyer isn't told. We are glad to help.
        """);
  }

  private AskAnswer asked(String text) {
    return asked(Made.owner(), "return/start", text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "My aunt gave me a tent. Can I send it back without her finding out, and do I get cash?",
        "We got a stove from a friend, can we return it and what do we get back?"
      })
  void allThatIsSaidOfPresentsIsTold(String question) {
    assertThat(said(asked(question)))
        .contains("Whoever received it", "store credit", "isn't told")
        .doesNotContain("8 days", "glad to help");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "My aunt gave me a tent and it came broken. Can I send it back?",
        "You sent me a blue one, can I send it back and what do I get?",
        "The courier gave me two parcels, can one go back?",
        "You gave me a refund but took the label off, I sent it back in time.",
        "I bought a tent as a present, can I send it back?",
        "Bought a stove last week, and then my sister gave me hers. Can it go back?"
      })
  void othersAreNotToldOfPresents(String question) {
    assertThat(asked(question).toString()).doesNotContain("said of presents");
  }

  @Test
  void whoAsksForSecrecyIsNotAnsweredWithoutIt() {
    publish(
        "back",
        "# Sending something back\n\nA present can be returned by the receiver, for store credit.");
    String secret = "My aunt gave me a tent. Can I return it without her hearing of it?";
    assertThat(asked(secret).toString()).doesNotContain("said of presents");
    assertThat(said(asked("My aunt gave me a tent. Can I return it?"))).contains("store credit");
  }
}
