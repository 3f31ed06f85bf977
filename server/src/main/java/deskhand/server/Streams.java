package deskhand.server;

import deskhand.store.Changes;
import deskhand.store.StoreId;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// All open event streams of this program, each on a thread of its own: fed once at the beginning
/// and after each change of its store, with a comment every 15 seconds between. They end first when
/// the program stops, so that nobody waits for them.
@Component
public class Streams implements SmartLifecycle {
  private static final int MOST = 4_000;
  private static final int MOST_A_HOLDER = 20;
  private static final long HEARTBEAT_SECONDS = 15;

  private final Changes changes;
  private final Set<Stream> open = ConcurrentHashMap.newKeySet();
  private volatile boolean running;

  Streams(Changes changes) {
    this.changes = changes;
  }

  /// What one stream says.
  @FunctionalInterface
  public interface Feed {
    /// @param number of the change that is the cause; 0 at the beginning
    void feed(SseEmitter emitter, long number) throws IOException;
  }

  private record Stream(String holder, SseEmitter emitter, BlockingQueue<Long> numbers, Feed feed) {
    /// Only the newest number matters.
    void offer(long number) {
      numbers.clear();
      numbers.offer(number);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }

  /// Opens a stream; empty where there are too many.
  ///
  /// @param holder who holds it, such as a person's log-in: each holds a few alone
  public Optional<SseEmitter> open(StoreId store, String holder, Feed feed) {
    long theirs = open.stream().filter(stream -> stream.holder().equals(holder)).count();
    if (open.size() >= MOST || theirs >= MOST_A_HOLDER || !running) {
      return Optional.empty();
    }
    Stream stream = new Stream(holder, new SseEmitter(0L), new ArrayBlockingQueue<>(1), feed);
    open.add(stream);
    Changes.AutoClosing listening = changes.listen(store, stream::offer);
    Runnable end =
        () -> {
          listening.close();
          open.remove(stream);
        };
    stream.emitter().onCompletion(end);
    stream.emitter().onError(broken -> end.run());
    Thread.ofVirtual().name("stream").start(() -> follow(stream));
    return Optional.of(stream.emitter());
  }

  private void follow(Stream stream) {
    try {
      stream.emitter().send(SseEmitter.event().reconnectTime(2_000).comment("here"));
      stream.feed().feed(stream.emitter(), 0);
      while (running && open.contains(stream)) {
        Long number = stream.numbers().poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
        if (number == null) {
          stream.emitter().send(SseEmitter.event().comment("still here"));
        } else {
          stream.feed().feed(stream.emitter(), number);
        }
      }
      stream.emitter().complete();
    } catch (IOException | RuntimeException gone) {
      stream.emitter().completeWithError(gone);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    open.forEach(stream -> stream.emitter().complete());
    open.clear();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
