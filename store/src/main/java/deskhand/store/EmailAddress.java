package deskhand.store;

import java.util.Locale;
import java.util.Optional;

/// An e-mail address (addr-spec of RFC 5322 section 3.4.1), in lower case and without a display
/// name.
///
/// Not a proof that the mailbox exists, and no full grammar: quoted local parts with white space,
/// comments and domain literals are refused.
public record EmailAddress(String value) {
  /// RFC 5321 section 4.5.3.1.3: 256 octets for a path, less the two angle brackets.
  private static final int LONGEST = 254;

  public EmailAddress {
    value = value.strip().toLowerCase(Locale.ROOT);
    if (!plausible(value)) {
      throw new IllegalArgumentException("not an e-mail address");
    }
  }

  /// The address in a text, or empty where the text is none.
  public static Optional<EmailAddress> parse(String text) {
    String bare = text.strip().toLowerCase(Locale.ROOT);
    return plausible(bare) ? Optional.of(new EmailAddress(bare)) : Optional.empty();
  }

  public String localPart() {
    return value.substring(0, value.lastIndexOf('@'));
  }

  public String domain() {
    return value.substring(value.lastIndexOf('@') + 1);
  }

  @Override
  public String toString() {
    return value;
  }

  private static boolean plausible(String text) {
    int at = text.lastIndexOf('@');
    if (at < 1 || at == text.length() - 1 || text.length() > LONGEST || text.indexOf('@') != at) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c == 127 || "<>()[],;:\\\"".indexOf(c) >= 0) {
        return false;
      }
    }
    String domain = text.substring(at + 1);
    return !domain.startsWith(".") && !domain.endsWith(".") && !domain.contains("..");
  }
}
