package deskhand.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/// Encrypts what people type as secrets (a mailbox's password, say) and signs what comes back from
/// outside, with a key that stands in the data folder: outside the database and its backups.
///
/// AES-256-GCM with a random 96-bit nonce a text (NIST SP 800-38D); HMAC-SHA256 (RFC 2104) for
/// signatures.
@Component
public class Secrets {
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final byte[] key;
  private final SecureRandom random = new SecureRandom();

  Secrets(StoreSettings settings) {
    this.key = key(settings.data().resolve("secret.key"));
  }

  /// The text, encrypted and in Base64; `context` (a row's own name, say) must be the same when it
  /// is read.
  public String encrypt(String text, String context) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, context);
      byte[] encrypted = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
      byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + encrypted.length);
      System.arraycopy(encrypted, 0, all, NONCE_BYTES, encrypted.length);
      return Base64.getEncoder().encodeToString(all);
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("this Java cannot encrypt", broken);
    }
  }

  /// @throws IllegalArgumentException where the text was not made by `encrypt` with this key and
  ///   context
  public String decrypt(String encrypted, String context) {
    byte[] all = Base64.getDecoder().decode(encrypted);
    if (all.length < NONCE_BYTES) {
      throw new IllegalArgumentException("not an encrypted text");
    }
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(all, NONCE_BYTES), context);
      return new String(
          cipher.doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException broken) {
      throw new IllegalArgumentException("the secret cannot be read with this key", broken);
    }
  }

  /// A signature over the text, for this purpose alone; compare with `MessageDigest.isEqual`.
  public byte[] sign(String purpose, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update(purpose.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("this Java cannot sign", broken);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static byte[] key(Path file) {
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(file.getParent());
        byte[] fresh = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(fresh);
        OwnerOnly.write(file, Base64.getEncoder().encodeToString(fresh));
      }
      byte[] key = Base64.getDecoder().decode(Files.readString(file).strip());
      if (key.length != KEY_BYTES) {
        throw new IllegalStateException(
            "the key in " + file + " is not " + KEY_BYTES + " bytes long");
      }
      return key;
    } catch (IOException broken) {
      throw new UncheckedIOException("the key of the secrets cannot be read", broken);
    }
  }
}
