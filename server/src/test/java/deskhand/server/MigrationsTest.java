package deskhand.server;

import static org.assertj.core.api.Assertions.assertThat;

import deskhand.store.TestDatabase;
import java.io.IOException;
import java.util.Map;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/// The tables of all modules in one database, whichever of them was there first.
class MigrationsTest {
  private static final String[] WITHOUT_PAGES = {
    "classpath:db/migration/conversations",
    "classpath:db/migration/knowledge",
    "classpath:db/migration/orders",
    "classpath:db/migration/store",
    "classpath:db/migration/triage",
    "classpath:db/migration/flows"
  };

  @Test
  void aDatabaseThatAnEvaluationMadeTakesThoseOfThePagesLater() throws IOException {
    String url = TestDatabase.create();
    assertThat(migrate(url, false, WITHOUT_PAGES)).isPositive();

    Properties defaults =
        PropertiesLoaderUtils.loadProperties(
            new ClassPathResource("deskhand/store/defaults.properties"));
    assertThat(
            migrate(
                url,
                Boolean.parseBoolean(defaults.getProperty("spring.flyway.out-of-order")),
                defaults.getProperty("spring.flyway.locations")))
        .isPositive();

    assertThat(
            flyway(url, true, WITHOUT_PAGES)
                .ignoreMigrationPatterns("*:missing", "*:future")
                .load()
                .migrate()
                .migrationsExecuted)
        .isZero();
  }

  private static int migrate(String url, boolean outOfOrder, String... locations) {
    return flyway(url, outOfOrder, locations).load().migrate().migrationsExecuted;
  }

  private static FluentConfiguration flyway(String url, boolean outOfOrder, String... locations) {
    return Flyway.configure()
        .dataSource(url, "postgres", "")
        .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
        .outOfOrder(outOfOrder)
        .locations(locations);
  }
}
