package deskhand.conversations;

/// The key of a customer; means something only together with its store.
public record CustomerId(long value) {
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
