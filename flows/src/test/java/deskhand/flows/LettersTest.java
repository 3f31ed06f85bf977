package deskhand.flows;

import static deskhand.flows.Shopping.part;
import static org.assertj.core.api.Assertions.assertThat;

import deskhand.conversations.OutgoingMessage;
import deskhand.conversations.Reference;
import deskhand.conversations.Sentence;
import deskhand.conversations.Source;
import deskhand.orders.Order;
import deskhand.orders.Shipment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LettersTest {
  private static final Instant NOON = Instant.parse("2026-06-15T10:00:00Z");
  private static final BuiltInFlows FLOWS = new BuiltInFlows();
  private static final Order ORDER = Shopping.order("#1042", "iris@example.org", NOON);
  private static final Order SHIPPED = Shopping.shipped(ORDER, "S1", NOON, part("1", 2));

  private static OutgoingMessage.Content write(
      String flow, String letter, Order order, Instant now) {
    Facts facts =
        new Facts(
            Shopping.store(),
            Optional.of(order),
            order.shipment("S1"),
            false,
            new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0)));
    return Letters.write(FLOWS.find(flow).orElseThrow(), letter, facts, order, now);
  }

  private static Order of(Order order, String name, Optional<Locale> locale, String title) {
    return new Order(
        order.number(),
        new Order.Buyer(order.buyer().email(), Optional.empty(), name, locale, Optional.empty()),
        order.times(),
        order.money(),
        order.status(),
        new Order.Contents(
            order.contents().lines().stream()
                .map(line ->
                    new Order.Line(
                        line.id(),
                        line.sku(),
                        title.isEmpty() ? line.title() : title,
                        line.variant(),
                        line.quantity(),
                        line.unitPrice(),
                        line.finalSale()))
                .toList(),
            order.contents().shipments(),
            List.of(),
            List.of()));
  }

  @Test
  void saysExactlyWhatIsInTheParcel() {
    OutgoingMessage.Content letter = write("shipping-confirmation", "left", SHIPPED, NOON);
    assertThat(letter.subject()).isEqualTo("Your order #1042 is on its way");
    assertThat(letter.text())
        .isEqualTo(
            """
            Hello Iris,

            good news: a parcel of your order #1042 has left us with DPD. In it:

            2 × Kettle (red)

            DPD expects to deliver it on 17 June. The tracking number is 01500000001234. You can follow it here: https://track.example/01500000001234

            This is not all of your order: 1 × Whisk will follow in another parcel.

            If anything is not as it should be, simply answer this mail.

            Kettle & Co

            This message was sent automatically; what you answer is read.\
            """);
    assertThat(letter.references()).containsExactly(Reference.order("#1042"));
  }

  @Test
  void everySentenceIsBorneByItsFieldsAndAllMakeTheText() {
    OutgoingMessage.Content letter = write("shipping-confirmation", "left", SHIPPED, NOON);
    StringBuilder whole = new StringBuilder();
    letter.sentences().forEach(sentence -> whole.append(sentence.text()));
    assertThat(whole.toString()).isEqualTo(letter.text());
    assertThat(letter.sentences())
        .allSatisfy(sentence -> assertThat(sentence.sources()).isNotEmpty());
    assertThat(letter.sentences())
        .contains(
            new Sentence(
                "2 × Kettle (red)\n\n",
                List.of(new Source("order", "#1042", 0, "shipment.lines", NOON))),
            new Sentence(
                "DPD expects to deliver it on 17 June. ",
                List.of(
                    new Source("order", "#1042", 0, "shipment.carrier", NOON),
                    new Source("order", "#1042", 0, "shipment.estimatedDelivery", NOON))),
            new Sentence(
                "If anything is not as it should be, simply answer this mail.\n\n",
                List.of(new Source("template", "shipping-confirmation", 0, "left", null))));
  }

  @Test
  void leavesOutWhatIsNotKnown() {
    Shipment bare =
        new Shipment(
            "S1",
            new Shipment.Tracking("", Optional.empty(), Optional.empty(), Optional.empty()),
            Optional.of(NOON),
            List.of(part("1", 2), part("2", 1)),
            Shipment.Status.UNKNOWN,
            List.of());
    String text =
        write("shipping-confirmation", "left", Shopping.with(ORDER, List.of(bare), NOON), NOON)
            .text();
    assertThat(text)
        .contains("good news: a parcel of your order #1042 has left us. In it:")
        .contains("2 × Kettle (red)\n1 × Whisk")
        .doesNotContain("racking", "expects", "should reach", "not all", "{", "|");
  }

  @Test
  void anEstimateThatIsOverIsNotRepeated() {
    String text =
        write("shipping-confirmation", "left", SHIPPED, NOON.plus(Duration.ofDays(3))).text();
    assertThat(text).doesNotContain("17 June");
  }

  @Test
  void speaksTheCustomersLanguageWhereItCan() {
    Order german = of(SHIPPED, "Jörg Weiß", Optional.of(Locale.GERMANY), "");
    assertThat(write("shipping-confirmation", "left", german, NOON).text())
        .startsWith("Guten Tag Jörg,")
        .contains("am 17. Juni");
    Order polish = of(SHIPPED, "Ewa", Optional.of(Locale.of("pl")), "");
    assertThat(write("shipping-confirmation", "left", polish, NOON).text())
        .startsWith("Hello Ewa,");
    for (String language : List.of("en", "nl", "de", "fr")) {
      Order delivered =
          Shopping.now(
              of(
                  Shopping.shipped(ORDER, "S1", NOON, part("1", 2), part("2", 1)),
                  "Ann",
                  Optional.of(Locale.of(language)),
                  ""),
              "S1",
              Shipment.Status.DELIVERED,
              NOON);
      assertThat(write("review-request", "ask", delivered, NOON).text())
          .contains("15", "2 × Kettle (red)", "1 × Whisk", "#1042", "Kettle & Co")
          .doesNotContain("{", "|");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "http://evil.example",
        "www.evil.example",
        "12345",
        "a\u0000b",
        "{order}",
        "<b>"
      })
  void aNameThatIsNoneIsLeftOut(String name) {
    assertThat(
            write("shipping-confirmation", "left", of(SHIPPED, name, Optional.empty(), ""), NOON)
                .text())
        .startsWith("Hello,\n");
  }

  @Test
  void aTitleIsOneLineAndNoTemplate() {
    Order odd =
        of(SHIPPED, "Iris", Optional.empty(), "Kettle\n\n{link} | $1 \\ " + "x".repeat(500));
    String text = write("shipping-confirmation", "left", odd, NOON).text();
    assertThat(text).contains("2 × Kettle {link} | $1 \\ xxx").doesNotContain("x".repeat(200));
  }
}
