package deskhand.store;

/// The key of a store: a positive number given by the database. Every row of every module carries
/// one.
public record StoreId(long value) {
  public StoreId {
    if (value <= 0) {
      throw new IllegalArgumentException("a store's id is positive, not " + value);
    }
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
