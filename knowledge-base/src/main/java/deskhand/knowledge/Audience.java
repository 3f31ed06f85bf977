package deskhand.knowledge;

/// Who may read an article.
public enum Audience {
  /// Everybody; may be quoted to customers.
  PUBLIC,
  /// The store's people; never quoted.
  INTERNAL
}
