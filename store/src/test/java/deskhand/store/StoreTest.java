package deskhand.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@Import(TestDatabase.class)
class StoreTest {
  @Autowired Stores stores;
  @Autowired ChangeNumbers numbers;
  @Autowired Changes changes;
  @Autowired Tasks tasks;
  @Autowired FailedTasks failedTasks;
  @Autowired TransactionTemplate transaction;
  @Autowired Secrets secrets;

  @SpringBootApplication
  static class Application {
    static final ConcurrentLinkedQueue<String> RAN = new ConcurrentLinkedQueue<>();
    static final AtomicInteger BROKEN = new AtomicInteger();

    @Bean
    Task noting() {
      return new Task(
          "noting",
          key -> {
            RAN.add(key.subject());
            return Optional.empty();
          });
    }

    @Bean
    Task breaking() {
      return new Task(
          "breaking",
          2,
          Duration.ofMillis(1),
          key -> {
            BROKEN.incrementAndGet();
            throw new IllegalStateException("broken on purpose");
          });
    }
  }

  static Store.Profile profile() {
    OpeningHours hours =
        new OpeningHours(
            Map.of(DayOfWeek.MONDAY, List.of(OpeningHours.Range.parse("09:00-17:00"))),
            Set.of(LocalDate.of(2026, 6, 22)));
    return new Store.Profile(
        "Test shop",
        "shop.example",
        new EmailAddress("Help@Shop.example"),
        "NL",
        new Store.Habits(
            ZoneId.of("Europe/Amsterdam"), Locale.ENGLISH, Currency.getInstance("EUR"), hours));
  }

  @Test
  void keepsAStoreAsItWasGiven() {
    StoreId id = stores.create(profile(), StoreMode.SUGGEST);
    assertThat(stores.find(id)).contains(new Store(id, profile(), StoreMode.SUGGEST, false));
  }

  @Test
  void stopIsSeenByTheNextReader() {
    StoreId id = stores.create(profile(), StoreMode.AUTOMATIC);
    stores.setStopped(id, true);
    assertThat(stores.get(id).stopped()).isTrue();
  }

  @Test
  void tellsListenersOfAChangeAfterItsCommit() {
    StoreId id = stores.create(profile(), StoreMode.AUTOMATIC);
    ConcurrentLinkedQueue<Long> heard = new ConcurrentLinkedQueue<>();
    try (Changes.AutoClosing listening = changes.listen(id, heard::add)) {
      assertThat(listening).isNotNull();
      transaction.executeWithoutResult(status -> numbers.next(id));
      await().untilAsserted(() -> assertThat(heard).contains(1L));
    }
  }

  @Test
  void runsATaskOnlyIfItsTransactionCommits() {
    StoreId id = stores.create(profile(), StoreMode.AUTOMATIC);
    transaction.executeWithoutResult(status -> {
      tasks.schedule("noting", new Task.Key(id, "rolled back"), Instant.EPOCH);
      status.setRollbackOnly();
    });
    transaction.executeWithoutResult(
        status -> tasks.schedule("noting", new Task.Key(id, "committed"), Instant.EPOCH));
    await().until(() -> Application.RAN.contains("committed"));
    assertThat(Application.RAN).doesNotContain("rolled back");
  }

  @Test
  void aTaskThatKeepsFailingEndsInARowThatAPersonSees() {
    StoreId id = stores.create(profile(), StoreMode.AUTOMATIC);
    tasks.schedule("breaking", Task.Key.of(id, 7), Instant.EPOCH);
    await()
        .untilAsserted(() ->
            assertThat(failedTasks.list(id))
                .singleElement()
                .satisfies(
                    failed -> assertThat(failed.reason()).isEqualTo("IllegalStateException")));
    assertThat(Application.BROKEN).hasValue(2);
  }

  @Test
  void openingHoursKnowWeekdaysClosedDaysAndSummerTime() {
    OpeningHours hours = profile().habits().hours();
    ZoneId zone = ZoneId.of("Europe/Amsterdam");
    assertThat(hours.isOpen(Instant.parse("2026-06-15T10:00:00Z"), zone)).isTrue();
    assertThat(hours.isOpen(Instant.parse("2026-06-15T15:00:00Z"), zone)).isFalse();
    assertThat(hours.nextOpening(Instant.parse("2026-06-15T15:00:00Z"), zone))
        .contains(Instant.parse("2026-06-29T07:00:00Z"));
    assertThat(OpeningHours.unknown().nextOpening(Instant.EPOCH, zone)).isEmpty();
  }

  @Test
  void aSecretIsReadOnlyInItsOwnContext() {
    String kept = secrets.encrypt("hunter2", "mailbox 1");
    assertThat(kept).doesNotContain("hunter2");
    assertThat(secrets.decrypt(kept, "mailbox 1")).isEqualTo("hunter2");
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> secrets.decrypt(kept, "mailbox 2"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void thePrivatePostgresSyncsAsksForAPasswordAndIsTakenUpAgain(
      @org.junit.jupiter.api.io.TempDir Path folder) {
    try (PrivatePostgres first = PrivatePostgres.start(folder, folder.resolve("program"), true)) {
      assertThat(first.url()).startsWith("jdbc:postgresql://127.0.0.1:");
    }
    try (ConfigurableApplicationContext program =
        new SpringApplicationBuilder(Application.class).run("--deskhand.data=" + folder)) {
      JdbcClient jdbc = program.getBean(JdbcClient.class);
      assertThat(jdbc.sql("show fsync").query((row, n) -> row.getString(1)).single())
          .isEqualTo("on");
      assertThat(
              jdbc.sql("select v from (values ('a'), ('B'), ('ä'), ('b')) t (v) order by v")
                  .query((row, n) -> row.getString(1))
                  .list())
          .containsExactly("B", "a", "b", "ä");
      StoreId id = program.getBean(Stores.class).create(profile(), StoreMode.OFF);
      assertThat(program.getBean(Stores.class).get(id).mode()).isEqualTo(StoreMode.OFF);
      org.assertj.core.api.Assertions.assertThatThrownBy(() -> DataFolder.open(folder))
          .isInstanceOf(DataFolder.InUse.class);
      String url = program.getBean(StoreConfiguration.Database.class).getJdbcUrl();
      org.assertj.core.api.Assertions.assertThatThrownBy(
              () -> java.sql.DriverManager.getConnection(url, "postgres", "wrong"))
          .hasMessageContaining("password");
    }
  }

  @Test
  void aPostgresThatIsKilledIsStartedAgainWithWhatWasCommitted(
      @org.junit.jupiter.api.io.TempDir Path folder) throws Exception {
    try (ConfigurableApplicationContext program =
        new SpringApplicationBuilder(Application.class).run("--deskhand.data=" + folder)) {
      StoreId id = program.getBean(Stores.class).create(profile(), StoreMode.OFF);
      String pid =
          java.nio.file.Files.readAllLines(folder.resolve("postgres/postmaster.pid")).getFirst();
      ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly();
      await()
          .atMost(Duration.ofSeconds(60))
          .ignoreExceptions()
          .until(() -> program.getBean(Stores.class).get(id).mode() == StoreMode.OFF);
    }
  }
}
