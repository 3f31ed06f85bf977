package deskhand.server.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GreetingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hello Kim, it left on 3 June. | Kim Lee | it left on 3 June.",
        "Guten Morgen Kim, Ihr Paket ist da. | Kim Lee | Ihr Paket ist da.",
        "Dear team, nothing. | Kim Lee | Dear team, nothing.",
        "It left, Kim, on 3 June. | Kim Lee | It left, Kim, on 3 June.",
        "Hello Kim, | Kim | 'Hello Kim,'",
        "No comma at all | Kim | No comma at all",
        "Hello, it left. | '' | Hello, it left."
      })
  void cutsOnlyWhatNamesTheCustomer(String text, String name, String left) {
    assertThat(Greeting.cut(text, name)).isEqualTo(left);
  }
}
