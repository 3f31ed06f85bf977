package deskhand.conversations;

/// What a conversation is about outside this module, such as `order` and `#1042`; opaque here.
public record Reference(String kind, String id) {
  public static Reference order(String number) {
    return new Reference("order", number);
  }
}
