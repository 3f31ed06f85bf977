package deskhand.store;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.PropertySource;

/// The clock, the data folder and the database that all modules use.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StoreSettings.class)
@PropertySource("classpath:deskhand/store/defaults.properties")
class StoreConfiguration {

  @Bean
  @Fallback
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean(destroyMethod = "close")
  DataFolder dataFolder(StoreSettings settings) {
    return DataFolder.open(settings.data());
  }

  @Bean(destroyMethod = "close")
  Database database(StoreSettings settings, DataFolder folder) {
    StoreSettings.Database wanted = settings.database();
    if (wanted.url() != null) {
      return new Database(wanted.url(), wanted.user(), wanted.password(), null);
    }
    Path program =
        Objects.requireNonNullElseGet(
            wanted.program(), () -> folder.path().resolve("postgres-program"));
    PrivatePostgres own = PrivatePostgres.start(folder.path(), program, wanted.durable());
    return new Database(own.url(), PrivatePostgres.USER, own.password(), own);
  }

  /// Where the database is reached, and the private server behind it where there is one.
  static final class Database implements JdbcConnectionDetails, AutoCloseable {
    private final String url;
    private final @Nullable String user;
    private final @Nullable String password;
    private final @Nullable PrivatePostgres server;

    Database(
        String url,
        @Nullable String user,
        @Nullable String password,
        @Nullable PrivatePostgres server) {
      this.url = url;
      this.user = user;
      this.password = password;
      this.server = server;
    }

    @Override
    public @Nullable String getUsername() {
      return user;
    }

    @Override
    public @Nullable String getPassword() {
      return password;
    }

    @Override
    public String getJdbcUrl() {
      return url;
    }

    @Override
    public void close() {
      if (server != null) {
        server.close();
      }
    }
  }
}
