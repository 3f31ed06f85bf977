package deskhand.triage.language;

import static org.assertj.core.api.Assertions.assertThat;

import deskhand.triage.articles.Intents;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SpeechTest {
  @Test
  void whatShouldHaveComeIsNotSupposed() {
    assertThat(Speech.supposes("Should it not have arrived by now?")).isFalse();
    assertThat(Speech.supposes("Should the sleeves be too short, how long have I got?")).isTrue();
  }

  @Test
  void aLastDayIsAskedForInManyWays() {
    assertThat(
            List.of(
                "Until when can I pick it up?",
                "up to which date does it hold",
                "am i too late to send it back",
                "I am aware there's a time limit",
                "On which date did it end?",
                "What day does the locker send it back?",
                "How long will they keep the parcel?",
                "Bis wann geht das?"))
        .allMatch(Speech::asksDeadline);
    assertThat(
            List.of(
                "What day is it coming?",
                "Which date will the stove be delivered?",
                "How long does delivery take?",
                "What time do you open?"))
        .noneMatch(Speech::asksDeadline);
  }

  @Test
  void whoSpeaksOfAnOrderIsToldFromWhoAsksInGeneral() {
    assertThat(
            List.of(
                "my parcel has not come",
                "I ordered a tent",
                "We bought two",
                "Wo ist mein Paket?"))
        .allMatch(Speech::claimsOrder);
    assertThat(
            List.of(
                "How long does a refund take once you have the parcel?",
                "When will the new tent be sent?"))
        .noneMatch(Speech::claimsOrder);
  }

  @Test
  void whatHasNotHappenedIsSupposed() {
    assertThat(
            List.of(
                "I was going to order around the 20th, will it come in time?",
                "Would I get my money back?",
                "Hypothetically, what if it breaks?"))
        .allMatch(Speech::supposes);
    assertThat(Speech.supposes("Where is my order?")).isFalse();
  }

  @Test
  void stockOfThisMomentIsToldFromADateOfComing() {
    assertThat(Speech.asksStock("how many stoves have you got in the shop")).isTrue();
    assertThat(Speech.asksStock("Is the green one on the shelf right now?")).isTrue();
    assertThat(Speech.asksStock("When will the green tent be back?")).isFalse();
  }

  @Test
  void theKeptAddressIsAskedFor() {
    assertThat(Speech.asksWhatIsKept("which address did i put")).isTrue();
    assertThat(Speech.asksWhatIsKept("what address is my order going to?")).isTrue();
    assertThat(Speech.asksWhatIsKept("until when can I change the address?")).isFalse();
  }

  @Test
  void aGeneralQuestionNamesItsSubjectAlone() {
    String subject = Intents.subject("shipping/policy");
    assertThat(Terms.general("what does shipping cost?", subject, Locale.ENGLISH)).isTrue();
    assertThat(Terms.general("what does shipping a stove cost?", subject, Locale.ENGLISH))
        .isFalse();
    assertThat(Terms.general("and then?", subject, Locale.ENGLISH)).isFalse();
  }

  @Test
  void aQuestionMayFollowAGreeting() {
    assertThat(Speech.isQuestion("Goedemorgen, tot en met welke dag kan ik dit terugsturen"))
        .isTrue();
    assertThat(Speech.isQuestion("Hello there, until when can I send it back")).isTrue();
    assertThat(Speech.isQuestion("Hello, the tent came today")).isFalse();
    assertThat(Speech.isQuestion("btw what does delivery to Faro cost")).isTrue();
    assertThat(Speech.isQuestion("have you sent it")).isTrue();
    assertThat(Speech.isQuestion("have to collect the kids at half 2")).isFalse();
    assertThat(Speech.isQuestion("will be back on Monday")).isFalse();
    assertThat(Speech.isQuestion("would be nice to have it by then")).isFalse();
  }

  @Test
  void aPreferenceIsAWish() {
    assertThat(Speech.wishes("I'd rather have the green one")).isTrue();
    assertThat(Speech.wishes("It came rather late")).isFalse();
  }
}
