package deskhand.conversations.chat;

import static java.time.ZoneOffset.UTC;

import deskhand.conversations.Chats;
import deskhand.store.Secrets;
import deskhand.store.StoreId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The secrets under which stores sign who their signed-in customers are, one a store; kept
/// encrypted in `chat_identities`.
@Component
class Identities {
  private static final Duration PREVIOUS_IS_GOOD = Duration.ofDays(1);
  private static final int SECRET_BYTES = 32;
  private static final int SIGNATURE_CHARACTERS = 64;

  private final JdbcClient jdbc;
  private final Secrets secrets;
  private final SecureRandom random = new SecureRandom();

  Identities(JdbcClient jdbc, Secrets secrets) {
    this.jdbc = jdbc;
    this.secrets = secrets;
  }

  String renew(StoreId store, Instant at) {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    String secret = HexFormat.of().formatHex(bytes);
    jdbc.sql(
            """
            insert into chat_identities (store_id, secret, rotated_at)
            values (:store, :secret, :at)
            on conflict (store_id) do update
            set previous = chat_identities.secret, secret = excluded.secret,
              rotated_at = excluded.rotated_at
            """)
        .param("store", store.value())
        .param("secret", secrets.encrypt(secret, context(store)))
        .param("at", at.atOffset(UTC))
        .update();
    return secret;
  }

  /// Whether the store signed that identity; takes the same time for every wrong signature.
  boolean proves(StoreId store, Chats.Identity identity, Instant now) {
    String claimed = identity.signature().strip().toLowerCase(Locale.ROOT);
    if (claimed.length() != SIGNATURE_CHARACTERS) {
      return false;
    }
    boolean proven = false;
    for (String secret : secrets(store, now)) {
      byte[] right = signature(secret, identity.address().value()).getBytes(StandardCharsets.UTF_8);
      proven |= MessageDigest.isEqual(right, claimed.getBytes(StandardCharsets.UTF_8));
    }
    return proven;
  }

  static String signature(String secret, String address) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(address.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("this Java cannot sign", broken);
    }
  }

  private List<String> secrets(StoreId store, Instant now) {
    Optional<Kept> found =
        jdbc.sql("select secret, previous, rotated_at from chat_identities where store_id = :store")
            .param("store", store.value())
            .query((row, n) ->
                new Kept(
                    row.getString("secret"),
                    row.getString("previous"),
                    row.getTimestamp("rotated_at").toInstant()))
            .optional();
    return found.stream()
        .flatMap(kept -> kept.good(now))
        .map(encrypted -> secrets.decrypt(encrypted, context(store)))
        .toList();
  }

  private record Kept(String secret, @Nullable String previous, Instant rotatedAt) {
    Stream<String> good(Instant now) {
      return previous != null && now.isBefore(rotatedAt.plus(PREVIOUS_IS_GOOD))
          ? Stream.of(secret, previous)
          : Stream.of(secret);
    }
  }

  private static String context(StoreId store) {
    return "chat identity " + store;
  }
}
