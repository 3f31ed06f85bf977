package deskhand.flows;

import deskhand.conversations.MessageId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A flow's way with one order or parcel: why somebody got a message, or got none.
///
/// @param state how it stands
public record FlowRun(long id, String flow, Subject subject, State state, History history) {

  /// @param notes what happened, oldest first
  /// @param messages what it gave to the door, oldest first
  public record History(List<Note> notes, List<MessageId> messages) {
    public History {
      notes = List.copyOf(notes);
      messages = List.copyOf(messages);
    }

    static History none() {
      return new History(List.of(), List.of());
    }
  }

  /// What a run is about.
  ///
  /// @param shipment of the order; empty where it is about the whole order
  public record Subject(String order, Optional<String> shipment) {
    @Override
    public String toString() {
      return shipment.map(parcel -> order + "/" + parcel).orElse(order);
    }
  }

  /// @param startedAt when it happened in the shop
  /// @param wakesAt when it looks again; absent where it has ended
  /// @param outcome how it ended; absent where it goes on
  /// @param reason why it waits, or ended
  public record State(
      Instant startedAt, Optional<Instant> wakesAt, Optional<Outcome> outcome, String reason) {}

  /// Something that happened.
  public record Note(Instant at, What what, String detail) {}

  public enum What {
    BEGAN,
    WAITS,
    /// Given to the door.
    GIVEN,
    SENT,
    /// Refused by a rule at the door.
    REFUSED,
    /// Not delivered, or nobody knows whether it was.
    FAILED,
    /// What it said was no longer so when it was to leave; it is written anew.
    DECIDED_ANEW,
    ENDED
  }
}
