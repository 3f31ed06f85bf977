package deskhand.conversations;

/// Why a message is sent; consent, quiet hours and budgets depend on it.
public enum Purpose {
  /// Answers a customer's message.
  REPLY,
  /// Says once that a person will look into it, and when.
  NOTICE,
  /// Belongs to an order: confirmation, shipping, refund.
  TRANSACTIONAL,
  /// Asks for a review or a rating.
  FEEDBACK,
  /// Advertises.
  MARKETING,
  /// Goes to the store's own people.
  STAFF,
  /// Goes to a carrier or supplier.
  SUPPLIER
}
