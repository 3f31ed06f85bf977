package deskhand.flows;

import java.time.Instant;

/// How far a run is.
///
/// @param step the next one, counting from 0
/// @param attempt of that step, counting from 1; higher where what it said was no longer so when it
///   was to leave
/// @param startedAt when it happened in the shop
/// @param due when the last wait was over
record Progress(int step, int attempt, Instant startedAt, Instant due) {
  static Progress begin(Instant startedAt) {
    return new Progress(0, 1, startedAt, startedAt);
  }

  Progress next() {
    return new Progress(step + 1, 1, startedAt, due);
  }

  Progress nextDue(Instant at) {
    return new Progress(step + 1, 1, startedAt, at);
  }
}
