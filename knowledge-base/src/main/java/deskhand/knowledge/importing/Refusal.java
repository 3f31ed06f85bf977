package deskhand.knowledge.importing;

/// A file can't be taken; the message tells the merchant why and what to do.
final class Refusal extends RuntimeException {
  Refusal(String reason) {
    super(reason, null, false, false);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
