package deskhand.conversations;

import deskhand.store.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;

/// This module and the store's, with a mail channel that keeps what it is given, and a clock that
/// runs and can be moved on.
@SpringBootApplication(scanBasePackages = {"deskhand.store", "deskhand.conversations"})
@Import(TestDatabase.class)
public class TestApplication {

  /// A clock that runs like the machine's, moved on by what a test says.
  public static final class MovedClock extends Clock {
    private volatile Duration moved = Duration.ZERO;

    public void moveOn(Duration by) {
      moved = moved.plus(by);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return Clock.systemUTC().instant().plus(moved);
    }
  }

  /// The other side: says what a test tells it to say.
  public static final class Postbox implements Channel, Ordered {
    public final List<Dispatch> got = new CopyOnWriteArrayList<>();
    private volatile Function<Dispatch, Delivered> answer = dispatch -> new Delivered.Sent();

    public void answers(Function<Dispatch, Delivered> other) {
      answer = other;
    }

    /// Before the real one.
    @Override
    public int getOrder() {
      return HIGHEST_PRECEDENCE;
    }

    @Override
    public ChannelKind kind() {
      return ChannelKind.EMAIL;
    }

    @Override
    public Delivered deliver(Dispatch dispatch) {
      got.add(dispatch);
      return answer.apply(dispatch);
    }

    public List<String> textsTo(String address) {
      return got.stream()
          .filter(dispatch -> dispatch.mail().orElseThrow().to().value().equals(address))
          .map(dispatch -> dispatch.message().content().text())
          .toList();
    }
  }

  /// All events of this module.
  public static final class Heard {
    public final ConcurrentLinkedQueue<Object> events = new ConcurrentLinkedQueue<>();

    @EventListener
    void received(MessageReceived event) {
      events.add(event);
    }

    @EventListener
    void sent(MessageSent event) {
      events.add(event);
    }

    @EventListener
    void refused(MessageRefused event) {
      events.add(event);
    }

    @EventListener
    void failed(DeliveryFailed event) {
      events.add(event);
    }

    @EventListener
    void closed(ConversationClosed event) {
      events.add(event);
    }
  }

  @Bean
  MovedClock movedClock() {
    return new MovedClock();
  }

  @Bean
  Postbox postbox() {
    return new Postbox();
  }

  @Bean
  Heard heard() {
    return new Heard();
  }
}
