package deskhand.orders;

import static org.assertj.core.api.Assertions.assertThat;

import deskhand.store.EmailAddress;
import deskhand.store.StoreId;
import deskhand.store.Stores;
import deskhand.store.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

@SpringBootTest(classes = OrdersTest.Application.class)
@Import(TestDatabase.class)
class OrderSearchTest {
  @Autowired Orders orders;
  @Autowired Stores stores;

  StoreId store = new StoreId(1);

  @BeforeEach
  void aStore() {
    store = Fixtures.store(stores);
  }

  private void importAll(Order... all) {
    orders.importFrom(store, new OrdersTest.Fixed(List.of(all)));
  }

  @Test
  void anotherStoresOrdersAreNotFound() {
    importAll(Fixtures.order("#1001"));
    StoreId other = Fixtures.store(stores);
    assertThat(orders.find(other, "1001")).isEmpty();
    assertThat(orders.ofAddress(other, new EmailAddress("iris@example.org"))).isEmpty();
    assertThat(orders.byTracking(other, "3SKETL0012342")).isEmpty();
    assertThat(orders.newest(other, 5)).isEmpty();
  }

  @Test
  void findsANumberInAnySpelling() {
    importAll(Fixtures.order("#KC-2040"), Fixtures.order("#KC-2041"));
    for (String spelled :
        List.of(
            "#KC-2040",
            "KC2040",
            "kc 2040",
            "no. kc-2040",
            "2040",
            "#2040",
            "order 2040",
            "Order no. KC-2040",
            "\uFF12\uFF10\uFF14\uFF10",
            "KC-2O4O",
            "02040",
            " KC\u20112040 ",
            "nr 2040",
            "\u2116 2040")) {
      assertThat(orders.find(store, spelled).map(Order::number)).as(spelled).contains("#KC-2040");
    }
    for (String spelled :
        List.of("", "#", "204", "20400", "XX-2040", "KC", "OOOO", "x".repeat(10_000))) {
      assertThat(orders.find(store, spelled)).as(spelled).isEmpty();
    }
  }

  @Test
  void aNumberThatCouldBeTwoOrdersIsNone() {
    importAll(Fixtures.order("NL-100"), Fixtures.order("DE-100"));
    assertThat(orders.find(store, "100")).isEmpty();
    assertThat(orders.find(store, "de 100").map(Order::number)).contains("DE-100");
  }

  @Test
  void findsNumbersThatAreNoSerialNumbers() {
    importAll(Fixtures.order("A7F3-K9QX"), Fixtures.order("2026-00123"));
    assertThat(orders.find(store, "a7f3k9qx").map(Order::number)).contains("A7F3-K9QX");
    assertThat(orders.find(store, "2026 00123").map(Order::number)).contains("2026-00123");
  }
}
