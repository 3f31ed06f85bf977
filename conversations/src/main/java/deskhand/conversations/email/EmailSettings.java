package deskhand.conversations.email;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings under `deskhand.conversations.email`.
///
/// @param enabled whether mailboxes are read and mail is sent at all
/// @param plusAddresses whether the mailboxes' host delivers `help+tag@` to `help@`: then answers
///   come to such an address, and are recognised even without In-Reply-To
/// @param polling how mailboxes are read
/// @param patience how long a mail server is waited for
@ConfigurationProperties("deskhand.conversations.email")
record EmailSettings(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("false") boolean plusAddresses,
    @DefaultValue Polling polling,
    @DefaultValue Patience patience) {

  /// How mailboxes are read.
  ///
  /// @param look how often it is looked which mailboxes there are and whose they are
  /// @param every how often a mailbox is asked for new mail, where IDLE (RFC 2177) does not tell
  /// @param lease how long a replica that died keeps others away from its mailboxes
  /// @param longestBackOff between two attempts to reach a mailbox that cannot be reached
  record Polling(
      @DefaultValue("2s") Duration look,
      @DefaultValue("45s") Duration every,
      @DefaultValue("20s") Duration lease,
      @DefaultValue("1m") Duration longestBackOff) {
    Polling {
      positive(look);
      positive(every);
      positive(lease);
      positive(longestBackOff);
      if (look.multipliedBy(3).compareTo(lease) > 0) {
        throw new IllegalArgumentException("a lease is renewed at least three times: look");
      }
    }
  }

  /// How long a mail server is waited for.
  ///
  /// @param connect to reach it
  /// @param answer for each of its answers; RFC 5321 section 4.5.3.2 asks for minutes
  record Patience(@DefaultValue("15s") Duration connect, @DefaultValue("2m") Duration answer) {
    Patience {
      positive(connect);
      positive(answer);
    }
  }

  private static void positive(Duration duration) {
    if (duration.isZero() || duration.isNegative()) {
      throw new IllegalArgumentException("a duration must be positive");
    }
  }
}
