package deskhand.conversations.chat;

import static java.time.ZoneOffset.UTC;

import deskhand.store.Secrets;
import deskhand.store.StoreId;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `chat_limits`: counts in windows of time, which every replica shares. Who is counted
/// stands there signed, not in clear.
@Component
class LimitsTable {
  private static final Duration KEPT = Duration.ofDays(1);

  private final JdbcClient jdbc;
  private final Secrets secrets;

  LimitsTable(JdbcClient jdbc, Secrets secrets) {
    this.jdbc = jdbc;
    this.secrets = secrets;
  }

  /// What is counted, and how much of it is allowed.
  record Limit(String what, Duration window, int most) {}

  /// Counts one more; false where it is one too many.
  boolean allows(StoreId store, Limit limit, String who, Instant now) {
    long window = limit.window().toMillis();
    Instant start = Instant.ofEpochMilli(Math.floorDiv(now.toEpochMilli(), window) * window);
    return jdbc.sql(
                """
                insert into chat_limits (store_id, what, who, window_start, count)
                values (:store, :what, :who, :start, 1)
                on conflict (store_id, what, who, window_start) do update
                set count = least(chat_limits.count + 1, 1000000)
                returning count
                """)
            .param("store", store.value())
            .param("what", limit.what())
            .param("who", secrets.sign("chat limit", who))
            .param("start", start.atOffset(UTC))
            .query((row, n) -> row.getInt("count"))
            .single()
        <= limit.most();
  }

  /// Forgets windows that are over, some at a time.
  void forget(Instant now) {
    jdbc.sql(
            """
            delete from chat_limits
            where (store_id, what, who, window_start) in (
              select store_id, what, who, window_start
              from chat_limits
              where window_start < :before
              limit 500
              for update skip locked)
            """)
        .param("before", now.minus(KEPT).atOffset(UTC))
        .update();
  }

  /// One name for everybody who shares an address: of IPv6 the first 64 bits, since a household has
  /// all the rest (RFC 6177).
  static String network(String address) {
    try {
      byte[] bytes = InetAddress.ofLiteral(address).getAddress();
      if (bytes.length == 16) {
        return java.util.HexFormat.of().formatHex(bytes, 0, 8);
      }
      return java.util.HexFormat.of().formatHex(bytes);
    } catch (IllegalArgumentException none) {
      return "unknown";
    }
  }
}
