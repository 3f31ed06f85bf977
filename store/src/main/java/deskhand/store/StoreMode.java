package deskhand.store;

/// What the assistant may do by itself in a store.
public enum StoreMode {
  /// Nothing is decided; every message waits for a person.
  OFF,
  /// Decides and shows what it would send; a person sends it.
  SUGGEST,
  /// Sends what it can prove.
  AUTOMATIC
}
