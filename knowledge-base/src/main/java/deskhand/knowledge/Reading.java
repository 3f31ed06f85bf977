package deskhand.knowledge;

/// What became of the attempt to read an uploaded file.
public sealed interface Reading {

  /// It could be read.
  record Read(Draft draft) implements Reading {}

  /// It could not, and why, in words for the merchant.
  record Unreadable(String reason) implements Reading {}
}
