package deskhand.conversations;

/// A file that came with a message.
///
/// @param filename as the sender named it, without folders and control characters
/// @param type as the sender declared it, such as `application/pdf`; never trusted
public record Attachment(String filename, String type, byte[] content) {
  public int size() {
    return content.length;
  }
}
