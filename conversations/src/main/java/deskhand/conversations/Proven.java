package deskhand.conversations;

/// What a sender has proven about themselves, weakest first.
public enum Proven {
  /// Nothing; a From line alone proves nothing.
  NOTHING,
  /// That they read the mailbox of the address (DMARC-aligned mail at our own receiving host).
  ADDRESS,
  /// That they are signed in to the customer account of the address.
  ACCOUNT
}
