package deskhand.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TrackingNumbersTest {
  private static TrackingNumber number(String value, String... carriers) {
    return new TrackingNumber(value, Set.of(carriers));
  }

  @Test
  void knowsACarrierByPatternAndCheckDigit() {
    assertThat(TrackingNumbers.in("my parcel RB123456785GB has not moved"))
        .containsExactly(number("RB123456785GB", "royal_mail"));
    assertThat(TrackingNumbers.in("1Z5R89390357567127"))
        .containsExactly(number("1Z5R89390357567127", "ups"));
    assertThat(TrackingNumbers.in("it says 3SKETL0012345."))
        .containsExactly(number("3SKETL0012345", "postnl"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my parcel rb 123 456 785 gb",
        "RB 123 456 785 GB",
        "RB-123456785-GB",
        "Track: RB123456785GB",
        "ＲＢ１２３４５６７８５ＧＢ",
        "(RB123456785GB)"
      })
  void readsAnySpelling(String text) {
    assertThat(TrackingNumbers.in(text)).containsExactly(number("RB123456785GB", "royal_mail"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RB123456784GB",
        "call +31 6 1234 5678 please",
        "my card is 4111 1111 1111 1111",
        "I paid $123456789012, see https://kettle.example",
        "order 20231234 of 2026-06-15",
        "my number is 0201234567",
        "my iban is NL91 ABNA 0417 1643 00"
      })
  void leavesOtherNumbersAlone(String text) {
    assertThat(TrackingNumbers.in(text)).isEmpty();
  }

  @Test
  void aWeakPatternNeedsAWordAboutAParcel() {
    assertThat(TrackingNumbers.in("87235614")).isEmpty();
    assertThat(TrackingNumbers.in("my mondial relay parcel 87235614"))
        .containsExactly(number("87235614", "mondial_relay"));
  }

  @Test
  void findsEveryNumberOnceInItsOrder() {
    assertThat(TrackingNumbers.in("parcels 3SKETL0012345, RB123456785GB and 3SKETL0012345"))
        .extracting(TrackingNumber::value)
        .containsExactly("3SKETL0012345", "RB123456785GB");
  }

  /// The examples of a public collection, where it lies beside the project.
  @Test
  void agreesWithAPublicCollectionOfNumbers() throws IOException {
    Path file = Path.of("../../shared/data/tracking-numbers/test_numbers.jsonl");
    if (!Files.exists(file)) {
      System.out.println("the public collection of tracking numbers is absent: not compared");
      return;
    }
    List<String> missed = new ArrayList<>();
    List<String> accepted = new ArrayList<>();
    int valid = 0;
    int invalid = 0;
    for (String line : Files.readAllLines(file)) {
      JsonNode row = JsonMapper.shared().readTree(line);
      String number = row.path("number").asString();
      String courier = row.path("courier").asString();
      boolean found =
          TrackingNumbers.in("tracking number: " + number).stream()
              .filter(each -> each.value().equals(OrderNumber.key(number)))
              .anyMatch(each -> courier.equals("s10") || each.carriers().contains(courier));
      String shown = row.path("id").asString() + " " + number;
      if (row.path("valid").asBoolean()) {
        valid++;
        if (!found) {
          missed.add(shown);
        }
      } else {
        invalid++;
        if (found) {
          accepted.add(shown);
        }
      }
    }
    System.out.printf(
        "tracking numbers: %d of %d valid ones found, %d of %d invalid ones accepted%n  missed %s%n  accepted %s%n",
        valid - missed.size(), valid, accepted.size(), invalid, missed, accepted);
    assertThat(missed.size()).isLessThanOrEqualTo(valid / 20);
    assertThat(accepted.size()).isLessThanOrEqualTo(invalid / 3);
  }
}
