package deskhand.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What every [Shop] keeps to; a test of an implementation is one of these.
public abstract class ShopContract {
  /// The shop with at least two good orders and one broken row, as often as it is asked.
  protected abstract Shop shop();

  private List<Shop.Row> rows() {
    try (Stream<Shop.Row> rows = shop().orders()) {
      return rows.toList();
    }
  }

  private List<Order> read() {
    return rows().stream()
        .filter(Shop.Row.Read.class::isInstance)
        .map(row -> ((Shop.Row.Read) row).order())
        .toList();
  }

  @Test
  void namesItsMaker() {
    assertThat(shop().maker()).matches("[a-z][a-z0-9-]*");
  }

  @Test
  void readsEveryGoodOrderThoughOthersAreBroken() {
    assertThat(read()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(rows()).anyMatch(Shop.Row.Broken.class::isInstance);
  }

  @Test
  void readsTheSameTwice() {
    assertThat(rows()).isEqualTo(rows());
  }

  @Test
  void givesEachOrderOnce() {
    assertThat(read()).extracting(Order::number).doesNotHaveDuplicates();
  }

  @Test
  void saysWhereAndWhyARowIsBrokenWithoutTheCustomersWords() {
    for (Shop.Row row : rows()) {
      if (row instanceof Shop.Row.Broken(int line, String reason)) {
        assertThat(line).isPositive();
        assertThat(reason).isNotBlank().hasSizeLessThan(500).doesNotContain("@example.org");
      }
    }
  }

  @Test
  void partsOfParcelsRefundsAndReturnsNameLinesOfTheOrder() {
    for (Order order : read()) {
      Set<String> lines = new HashSet<>();
      order.contents().lines().forEach(line -> assertThat(lines.add(line.id())).isTrue());
      List<Order.Part> parts =
          Stream.of(
                  order.contents().shipments().stream().flatMap(each -> each.parts().stream()),
                  order.contents().refunds().stream().flatMap(each -> each.parts().stream()),
                  order.contents().returns().stream().flatMap(each -> each.parts().stream()))
              .flatMap(each -> each)
              .toList();
      assertThat(parts).allSatisfy(part -> assertThat(lines).contains(part.lineId()));
    }
  }

  @Test
  void scansStandInTheOrderOfTheirTimes() {
    for (Order order : read()) {
      for (Shipment parcel : order.contents().shipments()) {
        assertThat(parcel.events()).extracting(Shipment.TrackingEvent::at).isSorted();
      }
    }
  }

  @Test
  void whatIsLeftUnreadIsClosed() {
    try (Stream<Shop.Row> rows = shop().orders()) {
      assertThat(rows.findFirst()).isPresent();
    }
  }
}
