package deskhand.orders;

import static deskhand.orders.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskhand.store.EmailAddress;
import deskhand.store.StoreId;
import deskhand.store.Stores;
import deskhand.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@Import(TestDatabase.class)
class OrdersTest {
  @Autowired Orders orders;
  @Autowired Stores stores;
  @Autowired Heard heard;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  StoreId store = new StoreId(1);

  @SpringBootApplication(scanBasePackages = {"deskhand.store", "deskhand.orders"})
  static class Application {
    @Bean
    Clock fixedClock() {
      return Clock.fixed(NOON, ZoneOffset.UTC);
    }

    @Bean
    Heard heard() {
      return new Heard();
    }
  }

  static class Heard {
    final List<ShopEvent> events = new CopyOnWriteArrayList<>();

    @EventListener
    void on(ShopEvent event) {
      events.add(event);
    }

    List<ShopEvent> of(StoreId store) {
      return events.stream().filter(event -> event.store().equals(store)).toList();
    }
  }

  record Fixed(List<Order> all) implements Shop {
    @Override
    public String maker() {
      return "fixed";
    }

    @Override
    public Stream<Row> orders() {
      return all.stream().map(Row.Read::new);
    }
  }

  @BeforeEach
  void aStore() {
    store = Fixtures.store(stores);
  }

  private OrdersImported importAll(Order... all) {
    return orders.importFrom(store, new Fixed(List.of(all)));
  }

  @Test
  void givesBackTheWholeOrderAsItWasRead() {
    Order shipped =
        Fixtures.with(
            Fixtures.order("#KC-1042"),
            new Order.Contents(
                Fixtures.order("#KC-1042").contents().lines(),
                List.of(
                    Fixtures.parcel(
                        "S1", Shipment.Status.IN_TRANSIT, List.of(new Order.Part("1", 2)), NOON)),
                List.of(
                    new Order.Refund(
                        NOON,
                        Fixtures.eur("5.50"),
                        "original_payment",
                        List.of(new Order.Part("2", 1)))),
                List.of(
                    new Order.Return(
                        "R1",
                        NOON,
                        Order.ReturnStatus.IN_TRANSIT,
                        List.of(new Order.Part("2", 1))))),
            NOON);
    assertThat(importAll(shipped)).isEqualTo(new OrdersImported(1, 0, 0, List.of()));
    assertThat(orders.find(store, "#KC-1042")).contains(shipped);
    assertThat(orders.ofAddress(store, new EmailAddress("Iris@example.org")))
        .containsExactly(shipped);
    assertThat(orders.byTracking(store, "3s ketl-0012342")).contains(shipped);
    assertThat(orders.newest(store, 10)).containsExactly(shipped);
  }

  @Test
  void keepsTextThatTheDatabaseRefuses() {
    Order odd = Fixtures.order("#1");
    Order.Status status =
        new Order.Status(
            odd.status().payment(),
            odd.status().fulfilment(),
            odd.status().tags(),
            "a\u0000b\uD800");
    importAll(
        new Order(odd.number(), odd.buyer(), odd.times(), odd.money(), status, odd.contents()));
    assertThat(orders.find(store, "1").orElseThrow().status().note()).startsWith("a\uFFFDb");
  }

  @Test
  void theFirstImportTellsNothing() {
    importAll(
        Fixtures.order("#1001"),
        Fixtures.with(
            Fixtures.order("#1002"),
            List.of(Fixtures.parcel("S1", Shipment.Status.DELIVERED, List.of(), NOON)),
            NOON));
    assertThat(heard.of(store)).isEmpty();
  }

  @Test
  void aFirstImportThatBrokeOffIsStillTheFirst() {
    Shop breaking =
        new Shop() {
          @Override
          public String maker() {
            return "breaking";
          }

          @Override
          public Stream<Row> orders() {
            Stream<Row> some =
                IntStream.range(0, 250).mapToObj(n -> new Row.Read(Fixtures.order("#" + n)));
            return Stream.concat(some, Stream.generate(OrdersTest::goneAway));
          }
        };
    assertThatThrownBy(() -> orders.importFrom(store, breaking)).hasMessage("the shop went away");
    assertThat(orders.newest(store, 200)).hasSize(200);
    importAll(Fixtures.order("#0"), Fixtures.order("#300"));
    assertThat(heard.of(store)).isEmpty();
  }

  private static Shop.Row goneAway() {
    throw new IllegalStateException("the shop went away");
  }

  @Test
  void tellsWhatChangedAfterTheFirstImport() {
    Order order = Fixtures.order("#1001");
    importAll(order);
    Instant later = NOON.plus(Duration.ofHours(3));
    Shipment parcel =
        Fixtures.parcel("S1", Shipment.Status.IN_TRANSIT, List.of(new Order.Part("1", 1)), later);
    orders.mirror(store, Fixtures.with(order, List.of(parcel), later));
    orders.mirror(store, Fixtures.with(order, List.of(parcel), later));
    Instant evening = later.plus(Duration.ofHours(5));
    Shipment delivered =
        Fixtures.parcel("S1", Shipment.Status.DELIVERED, List.of(new Order.Part("1", 1)), later);
    orders.mirror(store, Fixtures.with(order, List.of(delivered), evening));
    Order.Return back = new Order.Return("R1", evening, Order.ReturnStatus.REQUESTED, List.of());
    Order.Refund refund = new Order.Refund(evening, Fixtures.eur("1.00"), "card", List.of());
    orders.mirror(
        store,
        Fixtures.with(
            order,
            new Order.Contents(
                order.contents().lines(),
                List.of(delivered),
                List.of(refund, refund),
                List.of(back)),
            evening));
    assertThat(heard.of(store))
        .containsExactly(
            new ShopEvent.ParcelShipped(store, "#1001", "S1", later),
            new ShopEvent.ParcelMoved(
                store, "#1001", "S1", Shipment.Status.IN_TRANSIT, later.plusSeconds(60)),
            new ShopEvent.ParcelDelivered(store, "#1001", "S1", later.plusSeconds(60)),
            new ShopEvent.ReturnRequested(store, "#1001", "R1", evening),
            new ShopEvent.RefundMade(store, "#1001", evening),
            new ShopEvent.RefundMade(store, "#1001", evening));
  }

  @Test
  void anOrderThatAppearsLaterIsNews() {
    importAll(Fixtures.order("#1001"));
    Order placed = Fixtures.order("#1002");
    Instant later = NOON.plus(Duration.ofHours(1));
    Order now =
        new Order(
            placed.number(),
            placed.buyer(),
            new Order.Times(later, Optional.of(later), later),
            placed.money(),
            placed.status(),
            placed.contents());
    importAll(now);
    assertThat(heard.of(store))
        .containsExactly(
            new ShopEvent.OrderPlaced(store, "#1002", later),
            new ShopEvent.OrderCancelled(store, "#1002", later));
  }

  @Test
  void whatHappenedBeforeTheStoreWasConnectedIsToldToNobody() {
    importAll();
    Instant before = NOON.minus(Duration.ofDays(2));
    Order old =
        Fixtures.with(
            Fixtures.order("#900"),
            List.of(Fixtures.parcel("S1", Shipment.Status.DELIVERED, List.of(), before)),
            NOON.plusSeconds(5));
    orders.mirror(store, old);
    assertThat(heard.of(store)).isEmpty();
    assertThat(orders.find(store, "900")).isPresent();
  }

  @Test
  void neverGoesBackwardsInTime() {
    Order order = Fixtures.order("#1001");
    Order newer = Fixtures.cancelled(order, NOON.plusSeconds(60));
    importAll(newer);
    orders.mirror(store, order);
    assertThat(orders.find(store, "1001")).contains(newer);
    assertThat(importAll(order)).isEqualTo(new OrdersImported(0, 0, 1, List.of()));
  }

  @Test
  void readingTheSameAgainOnlyMovesTheTimeOfReading() {
    Order order = Fixtures.order("#1001");
    importAll(order);
    long change = change("1001");
    Instant later = NOON.plusSeconds(90);
    orders.mirror(store, Fixtures.with(order, order.contents(), later));
    assertThat(orders.find(store, "1001").orElseThrow().times().readAt()).isEqualTo(later);
    assertThat(change("1001")).isEqualTo(change);
  }

  @Test
  void aChangeThatRollsBackTellsNobodyAndChangesNothing() {
    Order order = Fixtures.order("#1001");
    importAll(order);
    long change = change("1001");
    transaction.executeWithoutResult(status -> {
      orders.mirror(store, Fixtures.cancelled(order, NOON.plusSeconds(1)));
      status.setRollbackOnly();
    });
    assertThat(orders.find(store, "1001").orElseThrow().isCancelled()).isFalse();
    assertThat(change("1001")).isEqualTo(change);
  }

  @Test
  void theSameOrderMirroredAtTheSameTimeIsOneOrder() throws Exception {
    importAll();
    List<Future<?>> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        all.add(threads.submit(() -> orders.mirror(store, Fixtures.order("#77"))));
      }
    }
    for (Future<?> each : all) {
      each.get();
    }
    assertThat(orders.newest(store, 10)).hasSize(1);
  }

  @Test
  void mirrorsAFolderAndRefusesBrokenRowsOneByOne(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("orders.jsonl"),
        """
        {"number":"#1","email":"a@example.org","createdAt":"2026-06-01T08:00:00Z","currency":"EUR","total":"1.00",\
        "paymentStatus":"paid","fulfilmentStatus":"unfulfilled","lines":[]}

        {"number":"#2",
        """);
    OrdersImported imported = orders.importFolder(store, folder);
    assertThat(imported.added()).isEqualTo(1);
    assertThat(imported.broken()).extracting(Shop.Row.Broken::line).containsExactly(3);
    assertThat(orders.find(store, "1").orElseThrow().times().readAt()).isEqualTo(NOON);
  }

  @Test
  void importsTheDevelopmentShopWhereItLies() {
    Path shop = Path.of("../../shared/golden/lumen-paper");
    if (!Files.exists(shop)) {
      System.out.println("the folder of golden cases is absent: its orders were not imported");
      return;
    }
    OrdersImported imported = orders.importFolder(store, shop);
    assertThat(imported.broken()).isEmpty();
    assertThat(imported.added()).isGreaterThan(40);
  }

  private long change(String number) {
    return jdbc.sql(
            "select change_number from orders where store_id = :store and number_digits = :number")
        .param("store", store.value())
        .param("number", number)
        .query((row, n) -> row.getLong(1))
        .single();
  }
}
