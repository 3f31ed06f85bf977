package deskhand.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersInTextTest {
  private static final List<NumberShape> PLAIN = shapes("#1001", "#1187");
  private static final List<NumberShape> LETTERS = shapes("#KC-1877", "#KC-2403");
  private static final List<NumberShape> SIX = shapes("204410", "204977");

  private static List<NumberShape> shapes(String... numbers) {
    return NumberShape.joined(List.of(numbers));
  }

  private static List<String> find(String text, List<NumberShape> shapes) {
    return NumbersInText.find(text, shapes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "where is #1042",
        "hi, order 1042 still not here??",
        "Order number: 1042",
        "my order is 1042.",
        "1042",
        "Bestellung 1042 ist nicht da",
        "Bestellnr. 1042",
        "commande n° 1042",
        "mijn bestelling 1042",
        "about 1042: I never got it",
        "is 1042 shipped yet?",
        "order \uFF11\uFF10\uFF14\uFF12",
        "order 1O42",
        "ORDER #1042 IS LATE",
        "re: (#1042)",
        "order-1042",
        "pedido nº 1042",
        "I paid 30 euro for 1042 and got nothing"
      })
  void findsTheNumber(String text) {
    assertThat(find(text, PLAIN)).containsExactly("#1042");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I moved to 1042 AB Amsterdam",
        "Kade 12, 1042 Amsterdam",
        "my postcode is 1042",
        "PLZ 1042",
        "it cost €1042",
        "it cost 1042 EUR",
        "it cost 1,042 and 1042,50 and 1.042",
        "a lamp of 1042 mm and 1100 lumen",
        "call me at +31 20 1042 1100",
        "my phone is 020 1042 110",
        "phone 1042",
        "invoice 1042",
        "at 10:42 on 10-11-1042",
        "card 4111 1111 1042 1111",
        "see https://kettle.example/pages/1042?x=1100",
        "ana.1042@example.org",
        "x1042 and 1042b and AB-1042",
        "about 1100% more",
        "tracking 3S KETL 001042 11",
        "customer number 1042",
        "in June 1042",
        "12341042111111",
        "room 1, 20 and 300"
      })
  void leavesOtherNumbersAlone(String text) {
    assertThat(find(text, PLAIN)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "KC-2040",
        "kc2040",
        "KC 2040",
        "#kc-2040",
        "order 2040",
        "order no. KC 2O40",
        "2040"
      })
  void findsTheNumberWithItsLetters(String text) {
    assertThat(find(text, LETTERS)).containsExactly("#KC-2040");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "in summer 2026 we moved",
        "since 2019",
        "24 June 2026",
        "copyright 2025, all rights",
        "ordered in 2026",
        "kc 12",
        "LC-2040x",
        "MKC2040",
        "SKU KCX-2040"
      })
  void aYearIsNoNumber(String text) {
    assertThat(find(text, LETTERS)).isEmpty();
  }

  @Test
  void aYearAfterTheWordOrderIsOne() {
    assertThat(find("order 2026", LETTERS)).containsExactly("#KC-2026");
  }

  @Test
  void findsAllNumbersOfAListOnceAndInTheirOrder() {
    assertThat(find("orders 1042, 1043 and #1050 (1042 is urgent)", PLAIN))
        .containsExactly("#1042", "#1043", "#1050");
    assertThat(find("Bestellungen 204500 und 204501", SIX)).containsExactly("204500", "204501");
  }

  @Test
  void aSlipOfOneDigitAfterTheWordOrderIsMeantAsANumber() {
    assertThat(find("order 20440", SIX)).containsExactly("20440");
    assertThat(find("order 2044100", SIX)).containsExactly("2044100");
    assertThat(find("order 2044", SIX)).isEmpty();
    assertThat(find("I have 20440 followers and 2044100 likes", SIX)).isEmpty();
  }

  @Test
  void aNumberAnOrderLaterIsAmongThem() {
    assertThat(find("what about 1190", PLAIN)).containsExactly("#1190");
    assertThat(find("what about 9190", PLAIN)).isEmpty();
    assertThat(find("#9190", PLAIN)).containsExactly("#9190");
    assertThat(find("it is 10003", shapes("#9000", "#9998"))).containsExactly("#10003");
  }

  @Test
  void keepsTheSignsOfTheStoresSpelling() {
    List<NumberShape> grouped = shapes("2026-00123", "2026-00999");
    assertThat(find("my order 2026-00456", grouped)).containsExactly("2026-00456");
    assertThat(find("202600456", grouped)).containsExactly("2026-00456");
    List<NumberShape> threeGroups = shapes("123-1234567-1234567", "987-1234567-1234567");
    assertThat(find("where is 302-1234567-7654321 ?", threeGroups))
        .containsExactly("302-1234567-7654321");
    assertThat(find("1042-eu", shapes("#1041-EU"))).containsExactly("#1042-EU");
  }

  @Test
  void findsMixedCodesInCapitals() {
    List<NumberShape> codes = shapes("A7F3K9QX", "ZZ81MM2P");
    assertThat(find("still waiting for B2C4D6E8", codes)).containsExactly("B2C4D6E8");
    assertThat(find("order b2c4d6e8", codes)).containsExactly("B2C4D6E8");
    assertThat(find("they said tomorrow, password Abcdefgh", codes)).isEmpty();
  }

  @Test
  void whereSeveralStoresLettersFitTheNumberStaysBare() {
    assertThat(find("order 150", shapes("NL-100", "NL-199", "DE-100", "DE-199")))
        .containsExactly("150");
    assertThat(find("order de 150", shapes("NL-100", "NL-199", "DE-100", "DE-199")))
        .containsExactly("DE-150");
  }

  @Test
  void withoutAnyKnownNumberOnlyWhatIsCalledAnOrderCounts() {
    assertThat(find("order 4711, or was it 4712? #88", List.of())).containsExactly("4711");
  }

  @Test
  void anyTextIsReadInBoundedTime() {
    Random random = new Random(7);
    String alphabet = " \n#.,-/0123456789O+()orderEURKC@\u2116\uFF11\uD835\uDFCF";
    List<String> hostile =
        Stream.concat(
                IntStream.range(0, 300)
                    .mapToObj(n ->
                        random
                            .ints(random.nextInt(400), 0, alphabet.length())
                            .collect(
                                StringBuilder::new,
                                (text, i) -> text.append(alphabet.charAt(i)),
                                StringBuilder::append)
                            .toString()),
                Stream.of(
                    "1 ".repeat(10_000),
                    "#".repeat(20_000),
                    "order ".repeat(3_300),
                    "1042 ".repeat(4_000),
                    "0".repeat(20_000),
                    "1-".repeat(10_000),
                    " ".repeat(20_000),
                    "a.".repeat(10_000) + "@"))
            .toList();
    org.assertj.core.api.Assertions.assertThat(hostile)
        .allSatisfy(text -> {
          long began = System.nanoTime();
          assertThat(find(text, LETTERS).size()).isLessThanOrEqualTo(20);
          TrackingNumbers.in(text);
          TrackingNumbers.candidates(text);
          assertThat(System.nanoTime() - began)
              .as(text.substring(0, Math.min(20, text.length())))
              .isLessThan(20_000_000_000L);
        });
  }
}
