package deskhand.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings under `deskhand`: where this installation keeps its state.
///
/// @param data folder of the private PostgreSQL, the indexes and the key of the secrets
/// @param database of the operator's; where it has no address, a private PostgreSQL is started in
///   `data`
@ConfigurationProperties("deskhand")
record StoreSettings(@DefaultValue("data") Path data, @DefaultValue Database database) {
  StoreSettings {
    data = data.toAbsolutePath().normalize();
  }

  /// Which PostgreSQL.
  ///
  /// @param url JDBC address, such as `jdbc:postgresql://host/deskhand`; absent for the private one
  /// @param user of `url`
  /// @param password of `url`; never logged
  /// @param durable whether the private PostgreSQL syncs each commit; off only where nothing may
  ///   outlive the program
  /// @param program where the private PostgreSQL's own files are unpacked, for several data folders
  ///   to share; in `data` where it is not given
  record Database(
      @Nullable String url,
      @Nullable String user,
      @Nullable String password,
      @DefaultValue("true") boolean durable,
      @Nullable Path program) {

    @Override
    public String toString() {
      return "Database[url=" + url + ", user=" + user + ", durable=" + durable + "]";
    }
  }
}
