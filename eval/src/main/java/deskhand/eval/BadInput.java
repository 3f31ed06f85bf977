package deskhand.eval;

/// The user gave something that cannot be used: one clear sentence, and exit code 2.
final class BadInput extends RuntimeException {
  BadInput(String sentence) {
    super(sentence);
  }
}
