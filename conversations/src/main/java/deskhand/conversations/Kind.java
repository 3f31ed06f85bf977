package deskhand.conversations;

/// What sort of message came in.
public enum Kind {
  /// Written by a person to the store.
  MESSAGE,
  /// Out-of-office, ticket acknowledgement, or another program's words (RFC 3834).
  AUTOMATIC,
  /// A message of ours could not be delivered (RFC 3464, or free-form).
  BOUNCE,
  /// Somebody marked a message of ours as spam (RFC 5965).
  COMPLAINT,
  /// A message of ours was delivered or delayed.
  DELIVERY_NOTICE,
  /// Sent through a mailing list (RFC 2369, RFC 2919).
  LIST,
  /// A message of ours was opened (RFC 8098).
  READ_RECEIPT;

  /// Whether it tells what became of a message of ours, and nobody of the customer's side wrote it.
  public boolean isReport() {
    return switch (this) {
      case BOUNCE, COMPLAINT, DELIVERY_NOTICE, READ_RECEIPT -> true;
      case MESSAGE, AUTOMATIC, LIST -> false;
    };
  }

  /// As evaluation files spell it: `read-receipt`.
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
