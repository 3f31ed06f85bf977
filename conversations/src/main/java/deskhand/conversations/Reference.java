package deskhand.conversations;

/// What a conversation is about outside this module, such as `order` and `#1042`; opaque here.
///
/// @param kind 1 to 50 characters
/// @param id 1 to 500 characters
public record Reference(String kind, String id) {
  public Reference {
    if (kind.isBlank() || kind.length() > 50 || id.isBlank() || id.length() > 500) {
      throw new IllegalArgumentException("a reference needs a short kind and a short id");
    }
    Controls.refuse(kind);
    Controls.refuse(id);
  }

  public static Reference order(String number) {
    return new Reference("order", number);
  }
}
