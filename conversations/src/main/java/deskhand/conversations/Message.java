package deskhand.conversations;

import java.time.Instant;
import java.util.List;

/// A stored line of a conversation: a message in or out, a note, or an event.
///
/// @param sentences of an outgoing message that the program wrote, with their sources
public record Message(
    MessageId id,
    Author author,
    Content content,
    Instant at,
    Delivery delivery,
    List<Sentence> sentences,
    Entry entry) {
  public Message {
    sentences = List.copyOf(sentences);
  }

  /// @param kind meaningful for incoming messages; `MESSAGE` for all others
  /// @param note seen by the store's people alone
  public record Content(
      String subject, MessageText text, Kind kind, List<File> files, boolean note) {
    public Content {
      files = List.copyOf(files);
    }
  }

  /// An attachment without its bytes.
  public record File(long id, String filename, String type, long size) {}

  /// How far an outgoing message is.
  ///
  /// @param reason why it was deferred, refused, failed or is in doubt; empty otherwise
  public record Delivery(Step step, String reason) {
    public enum Step {
      /// Came in, or is a note or an event: nothing to deliver.
      NONE,
      QUEUED,
      /// Handed to the channel; found so after a crash, it becomes in doubt.
      ATTEMPTING,
      SENT,
      DEFERRED,
      REFUSED,
      FAILED,
      IN_DOUBT
    }
  }

  public boolean incoming() {
    return entry instanceof Entry.Incoming;
  }
}
