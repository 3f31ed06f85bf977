package deskhand.knowledge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/// The SHA-256 of a text: equal where the text is equal.
final class ContentHash {
  private final byte[] bytes;

  ContentHash(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  /// Of several texts; where one ends and the next begins counts too.
  static ContentHash of(List<String> texts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String text : texts) {
        byte[] encoded = text.getBytes(UTF_8);
        digest.update((encoded.length + ":").getBytes(UTF_8));
        digest.update(encoded);
      }
      return new ContentHash(digest.digest());
    } catch (NoSuchAlgorithmException broken) {
      throw new IllegalStateException(broken);
    }
  }

  byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ContentHash hash && Arrays.equals(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
