package deskhand.orders.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskhand.orders.Order;
import deskhand.orders.Shipment;
import deskhand.orders.Shop;
import deskhand.orders.ShopContract;
import deskhand.store.Money;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderShopTest extends ShopContract {
  private static final Instant READ_AT = Instant.parse("2026-06-15T10:00:00Z");

  private static final String GOOD =
      """
      {"number":"#NUMBER","email":"Ida@example.org","phone":"+45 12 34 56 78","customerName":"Ida Holm","locale":"da",\
      "createdAt":"2026-06-01T08:00:00Z","currency":"EUR","total":"84.90","taxTotal":"14.15","shippingTotal":"4.90",\
      "discountCodes":["HELLO"],"paymentStatus":"partially_refunded","fulfilmentStatus":"partial","cancelledAt":null,\
      "tags":["vip"],"note":null,\
      "shippingAddress":{"name":"Ida Holm","line1":"Havnegade 1","postcode":"1058","city":"København","country":"DK"},\
      "lines":[{"id":"1","sku":"MUG","title":"Blue mug","variant":null,"quantity":2,"unitPrice":"40.00","finalSale":true}],\
      "shipments":[{"id":"S1","carrier":"postnord","trackingNumber":"UZ100214012DK","trackingUrl":null,\
      "shippedAt":"2026-06-02T08:00:00Z","estimatedDelivery":"2026-06-04","lines":[{"id":"1","quantity":1}],\
      "status":"out_for_delivery","events":[\
      {"at":"2026-06-03T08:00:00Z","status":"out_for_delivery","description":"On the van","location":"Valby"},\
      {"at":"2026-06-02T18:00:00Z","status":"in_transit","description":"Sorted","location":"Taulov"}]}],\
      "refunds":[{"at":"2026-06-05T10:00:00Z","amount":"40.00","method":"original_payment","lines":[{"id":"1","quantity":1}]}],\
      "returns":[{"id":"R1","requestedAt":"2026-06-05T09:00:00Z","status":"requested","lines":[{"id":"1","quantity":1}]}]}\
      """;

  @TempDir Path folder;

  @BeforeEach
  void aShop() throws IOException {
    write(good("1"), "{\"number\":\"#2\"}", good("3"));
  }

  @Override
  protected Shop shop() {
    return new FolderShop(folder, READ_AT);
  }

  private static String good(String number) {
    return GOOD.replace("NUMBER", number);
  }

  private void write(String... lines) throws IOException {
    Files.writeString(folder.resolve("orders.jsonl"), String.join("\n", lines));
  }

  private List<Shop.Row> rows() {
    try (Stream<Shop.Row> rows = shop().orders()) {
      return rows.toList();
    }
  }

  private String reason(String line) throws IOException {
    write(line);
    return rows().stream()
        .map(row ->
            switch (row) {
              case Shop.Row.Broken(int at, String reason) -> at + " " + reason;
              case Shop.Row.Read(Order order) -> "read " + order.number();
            })
        .reduce((a, b) -> a + "; " + b)
        .orElse("nothing");
  }

  @Test
  void readsAllOfAnOrder() throws IOException {
    write(good("1042"));
    Order order = ((Shop.Row.Read) rows().getFirst()).order();
    assertThat(order.number()).isEqualTo("#1042");
    assertThat(order.buyer().email().value()).isEqualTo("ida@example.org");
    assertThat(order.buyer().shippingAddress().map(Order.Address::city)).contains("København");
    assertThat(order.times())
        .isEqualTo(
            new Order.Times(Instant.parse("2026-06-01T08:00:00Z"), Optional.empty(), READ_AT));
    assertThat(order.money().total()).isEqualTo(Money.of("84.90", "EUR"));
    assertThat(order.status().payment()).isEqualTo(Order.Payment.PARTIALLY_REFUNDED);
    assertThat(order.contents().lines())
        .containsExactly(
            new Order.Line("1", "MUG", "Blue mug", "", 2, Money.of("40.00", "EUR"), true));
    Shipment parcel = order.contents().shipments().getFirst();
    assertThat(parcel.tracking())
        .isEqualTo(
            new Shipment.Tracking(
                "postnord",
                Optional.of("UZ100214012DK"),
                Optional.empty(),
                Optional.of(LocalDate.of(2026, 6, 4))));
    assertThat(parcel.lastEvent().map(Shipment.TrackingEvent::description)).contains("On the van");
    assertThat(order.contents().refunds().getFirst().parts())
        .containsExactly(new Order.Part("1", 1));
    assertThat(order.contents().returns().getFirst().status())
        .isEqualTo(Order.ReturnStatus.REQUESTED);
  }

  @Test
  void saysWhatIsWrongWithARow() throws IOException {
    String good = good("1");
    assertThat(reason("[]")).isEqualTo("1 not a JSON object");
    assertThat(reason(good.substring(0, 300))).startsWith("1 not JSON: ");
    assertThat(reason(good.replace("\"#1\"", "null"))).isEqualTo("1 number: is missing");
    assertThat(reason(good.replace("\"#1\"", "\"#\""))).startsWith("1 number: is not an order's");
    assertThat(reason(good.replace("\"#1\"", "7"))).isEqualTo("1 number: is no string");
    assertThat(reason(good.replace("Ida@", ""))).isEqualTo("1 email: is not an e-mail address");
    assertThat(reason(good.replace("\"EUR\"", "\"EURO\"")))
        .isEqualTo("1 currency: is not a currency (ISO 4217)");
    assertThat(reason(good.replace("84.90", "84.905")))
        .isEqualTo("1 total: is not an amount in EUR");
    assertThat(reason(good.replace("\"40.00\",\"finalSale\"", "\"4o\",\"finalSale\"")))
        .isEqualTo("1 lines[0].unitPrice: is not an amount in EUR");
    assertThat(reason(good.replace("2026-06-01T08:00:00Z", "1 June")))
        .startsWith("1 createdAt: is not an instant");
    assertThat(reason(good.replace("partially_refunded", "half")))
        .isEqualTo("1 paymentStatus: is not a payment status");
    assertThat(
            reason(
                good.replace(
                    "[{\"id\":\"1\",\"quantity\":1}],\"status\"",
                    "[{\"id\":\"9\",\"quantity\":1}],\"status\"")))
        .isEqualTo("1 shipments[0].lines[0].id: the order has no such line");
    assertThat(reason(good.replace("\"quantity\":2", "\"quantity\":-2")))
        .isEqualTo("1 lines[0].quantity: is out of range");
    assertThat(reason(good.replace("\"quantity\":2", "\"quantity\":2.5")))
        .isEqualTo("1 lines[0].quantity: is no whole number");
    assertThat(reason(good.replace("\"tags\"", "\"number\""))).startsWith("1 not JSON: ");
    assertThat(reason("[".repeat(100_000))).startsWith("1 not JSON: ");
  }

  @Test
  void countsEmptyLinesAndPassesThemOver() throws IOException {
    assertThat(reason("\uFEFF" + good("1") + "\r\n\n  \nnonsense\n\n"))
        .startsWith("read #1; 4 not JSON");
  }

  @Test
  void refusesTheSecondOrderOfANumber() throws IOException {
    assertThat(reason(good("1") + "\n" + good("1")))
        .isEqualTo("read #1; 2 a second order of number #1");
  }

  @Test
  void refusesALineThatIsTooLongOrNoText() throws IOException {
    byte[] bad = {'{', (byte) 0xC3, '}', '\n'};
    byte[] all =
        Stream.of(
                bad,
                "x".repeat(3_000_000).getBytes(StandardCharsets.UTF_8),
                ("\n" + good("1")).getBytes(StandardCharsets.UTF_8))
            .reduce(new byte[0], FolderShopTest::joined);
    Files.write(folder.resolve("orders.jsonl"), all);
    assertThat(rows().subList(0, 2))
        .containsExactly(
            new Shop.Row.Broken(1, "not UTF-8"), new Shop.Row.Broken(2, "longer than 1 MB"));
    assertThat(rows().getLast()).isInstanceOf(Shop.Row.Read.class);
  }

  private static byte[] joined(byte[] a, byte[] b) {
    byte[] both = new byte[a.length + b.length];
    System.arraycopy(a, 0, both, 0, a.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  @Test
  void aFolderWithoutOrdersIsAnErrorThatNamesTheFile(@TempDir Path empty) {
    assertThatThrownBy(() -> new FolderShop(empty, READ_AT).orders())
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("cannot read orders.jsonl");
  }

  @Test
  void noRowEverThrows() throws IOException {
    Random random = new Random(11);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      StringBuilder line = new StringBuilder(good(Integer.toString(i)));
      for (int cuts = random.nextInt(4); cuts >= 0; cuts--) {
        int from = random.nextInt(line.length());
        int to = Math.min(line.length(), from + random.nextInt(30));
        String piece =
            List.of("", "null", "\"\"", "[]", "{}", "-1", "1e999", "\\u0000")
                .get(random.nextInt(8));
        line.replace(from, to, piece);
      }
      lines.add(line.toString());
    }
    write(lines.toArray(String[]::new));
    assertThat(rows()).hasSize(2_000);
  }
}
