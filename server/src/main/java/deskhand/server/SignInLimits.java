package deskhand.server;

import static java.time.ZoneOffset.UTC;

import deskhand.store.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Slows down guessing of passwords: counts failures of the last minutes by log-in, by address and
/// by both together. A row per failure, so that all replicas count alike.
@Component
class SignInLimits {
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int TOGETHER = 5;
  private static final int ADDRESS = 30;

  /// High, because it locks out the person too.
  private static final int LOGIN = 100;

  private final JdbcClient jdbc;
  private final Secrets secrets;
  private final Clock clock;

  SignInLimits(JdbcClient jdbc, Secrets secrets, Clock clock) {
    this.jdbc = jdbc;
    this.secrets = secrets;
    this.clock = clock;
  }

  boolean allows(String login, String address) {
    return failures("both " + login + " " + address) < TOGETHER
        && failures("address " + address) < ADDRESS
        && failures("login " + login) < LOGIN;
  }

  void failed(String login, String address) {
    Instant now = clock.instant();
    jdbc.sql("delete from login_attempts where at < :before")
        .param("before", now.minus(WINDOW).atOffset(UTC))
        .update();
    for (String subject :
        List.of("both " + login + " " + address, "address " + address, "login " + login)) {
      jdbc.sql("insert into login_attempts (subject_hash, at) values (:hash, :at)")
          .param("hash", hash(subject))
          .param("at", now.atOffset(UTC))
          .update();
    }
  }

  void succeeded(String login, String address) {
    jdbc.sql("delete from login_attempts where subject_hash = :hash")
        .param("hash", hash("both " + login + " " + address))
        .update();
  }

  private long failures(String subject) {
    return jdbc.sql(
            """
            select count(*) from login_attempts
            where subject_hash = :hash and at > :after
            """)
        .param("hash", hash(subject))
        .param("after", clock.instant().minus(WINDOW).atOffset(UTC))
        .query((row, n) -> row.getLong(1))
        .single();
  }

  private String hash(String subject) {
    return HexFormat.of().formatHex(secrets.sign("sign-in", subject));
  }
}
