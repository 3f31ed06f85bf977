package deskhand.triage.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TownsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "what is postage to Kirkwall, roughly?|GB",
        "Do you send to a house near Villach|AT",
        "how much to spend for free delivery, athlone|IE",
        "live in co. mayo|IE",
        "Versand nach Tromsø|NO",
        "a parcel to halifax|GB",
        "Wat kost verzending naar Zutphen|NL"
      })
  void aTownThatIsLedToIsAPlace(String text, String country) {
    assertThat(Towns.in(text, "GB")).containsExactly(country);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Kind regards Lincoln",
        "I want to order the same again",
        "Can I return it in store?",
        "Halifax bank charged me",
        ""
      })
  void aNameElsewhereIsNone(String text) {
    assertThat(Towns.in(text, "FR")).isEmpty();
  }
}
