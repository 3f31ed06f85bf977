package deskhand.triage.understanding;

/// A row of numbers of which most are zero.
///
/// @param at positions, each once
/// @param values beside them
record SparseVector(int[] at, float[] values) {
  int size() {
    return at.length;
  }
}
