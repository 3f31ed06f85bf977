package deskhand.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/// A link that lets one person in once. Only the hash of its token is kept.
///
/// @param token 256 random bits, in Base64 for addresses
public record OneTimeLink(String token) {
  private static final int TOKEN_BYTES = 32;
  private static final int LONGEST_TOKEN = 100;

  /// What a link leads to.
  public enum Leads {
    /// A new password is chosen.
    TO_A_PASSWORD,
    /// The person is signed in at once; only the demo makes such links.
    STRAIGHT_IN
  }

  static OneTimeLink fresh() {
    byte[] random = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(random);
    return new OneTimeLink(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
  }

  public String path() {
    return "/link/" + token;
  }

  String hash() {
    try {
      String bounded = token.substring(0, Math.min(token.length(), LONGEST_TOKEN));
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(bounded.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sum);
    } catch (NoSuchAlgorithmException broken) {
      throw new IllegalStateException("this Java cannot hash", broken);
    }
  }

  @Override
  public String toString() {
    return "OneTimeLink";
  }
}
