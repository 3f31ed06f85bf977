package deskhand.knowledge;

import java.time.LocalDate;
import java.util.Optional;

/// The days on which a version of an article holds; at least one.
///
/// @param from the first; absent where it always did
/// @param to the last; absent where it holds on
record Days(Optional<LocalDate> from, Optional<LocalDate> to) {

  /// A version holds as long as it says, but no longer than until a later version begins: one
  /// without a first day replaces all before it, one that begins in July leaves June to them.
  static Optional<Days> of(
      Optional<LocalDate> from, Optional<LocalDate> to, Optional<LocalDate> replacedFrom) {
    if (replacedFrom.filter(LocalDate.MIN::equals).isPresent()) {
      return Optional.empty();
    }
    Optional<LocalDate> before = replacedFrom.map(day -> day.minusDays(1));
    Optional<LocalDate> last =
        to.isPresent() && (before.isEmpty() || to.get().isBefore(before.get())) ? to : before;
    boolean none = from.isPresent() && last.isPresent() && last.get().isBefore(from.get());
    return none ? Optional.empty() : Optional.of(new Days(from, last));
  }

  boolean hold(LocalDate day) {
    return from.filter(day::isBefore).isEmpty() && to.filter(day::isAfter).isEmpty();
  }
}
