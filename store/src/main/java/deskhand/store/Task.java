package deskhand.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Work that is queued or timed: a name, what to do for one key, and how often it is tried. A bean
/// of this type is known to the scheduler.
///
/// A task may run twice (its machine can die after the work and before the note of it): the work
/// must be safe to repeat. It runs outside any transaction.
///
/// @param name stable; rows outlive a release
/// @param tries in all, before the task ends in a row that a person sees
/// @param patience the wait before the second try; doubled each time
public record Task(String name, int tries, Duration patience, Work work) {
  public Task {
    if (tries < 1) {
      throw new IllegalArgumentException("a task is tried at least once");
    }
  }

  public Task(String name, Work work) {
    this(name, 8, Duration.ofSeconds(2), work);
  }

  /// What is done for one key; answers when to run again, or empty when it is done.
  @FunctionalInterface
  public interface Work {
    Optional<Instant> run(Key key);
  }

  /// What a task is about: a store and a text that the task's owner understands, such as a
  /// message's id.
  public record Key(StoreId store, String subject) {
    public static Key of(StoreId store, long number) {
      return new Key(store, Long.toString(number));
    }

    /// @throws IllegalArgumentException where the text is not `store/subject`
    public static Key parse(String text) {
      int slash = text.indexOf('/');
      if (slash < 1) {
        throw new IllegalArgumentException("not a task's key: " + text);
      }
      return new Key(
          new StoreId(Long.parseLong(text.substring(0, slash))), text.substring(slash + 1));
    }

    /// The subject as a number.
    public long number() {
      return Long.parseLong(subject);
    }

    @Override
    public String toString() {
      return store + "/" + subject;
    }
  }
}
