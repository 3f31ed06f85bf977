package deskhand.knowledge;

/// Which side of the hybrid search is asked.
public enum SearchMode {
  HYBRID,
  LEXICAL,
  DENSE
}
