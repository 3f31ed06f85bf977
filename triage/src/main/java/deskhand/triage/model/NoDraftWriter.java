package deskhand.triage.model;

import deskhand.triage.DraftWriter;
import java.util.Optional;

/// Writes no drafts: answers go out in the program's own words.
record NoDraftWriter() implements DraftWriter {
  @Override
  public Optional<Draft> write(Brief brief) {
    return Optional.empty();
  }
}
