package deskhand.conversations.outbox;

import deskhand.conversations.Channel;
import deskhand.conversations.Dispatch;
import deskhand.conversations.MessageId;
import deskhand.conversations.SendingRule;
import deskhand.conversations.threads.Workplace;
import deskhand.store.StoreId;
import deskhand.store.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Delivers one message of the outbox, in these steps: ask every rule again with facts read anew;
/// claim the row (ATTEMPTING, committed) in one statement with the store's stop; hand it to the
/// channel outside any transaction; record the outcome.
///
/// Found ATTEMPTING, the program died between the last two steps: the message is in doubt, unless
/// the channel says that repeating is safe.
@Component
class Delivery {
  private static final Logger log = LoggerFactory.getLogger(Delivery.class);
  private static final Duration LONGEST_PATIENCE = Duration.ofHours(1);
  private static final int RECORDING_TRIES = 5;

  private final Outbox.Door door;
  private final Outcomes outcomes;
  private final ObjectProvider<Channel> channels;
  private final Workplace workplace;
  private final OutboxSettings.Delivery settings;

  Delivery(
      Outbox.Door door,
      Outcomes outcomes,
      ObjectProvider<Channel> channels,
      Workplace workplace,
      OutboxSettings settings) {
    this.door = door;
    this.outcomes = outcomes;
    this.channels = channels;
    this.workplace = workplace;
    this.settings = settings.delivery();
  }

  /// When to run again; empty where it is done.
  Optional<Instant> run(Task.Key key) {
    return run(key.store(), new MessageId(key.number()));
  }

  private Optional<Instant> run(StoreId store, MessageId message) {
    Optional<OutboxTable.Row> found = door.outbox().find(store, message);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    OutboxTable.Row row = found.get();
    return switch (row.standing().step()) {
      case QUEUED, DEFERRED -> waiting(row);
      case ATTEMPTING -> foundAttempting(row);
      case NONE, SENT, REFUSED, FAILED, IN_DOUBT -> Optional.empty();
    };
  }

  private Optional<Instant> waiting(OutboxTable.Row row) {
    Instant now = workplace.clock().instant();
    if (row.standing().clock().notBefore().isAfter(now)) {
      return Optional.of(row.standing().clock().notBefore());
    }
    Dispatch dispatch = door.dispatching().of(row, now);
    Rules.Word word = door.rules().ask(dispatch, now);
    return switch (word.verdict()) {
      case SendingRule.Verdict.Allow() -> attempt(row, dispatch, word);
      case SendingRule.Verdict.Defer(Instant until, String reason) ->
          outcomes.deferred(row, word, until.isAfter(now) ? until : now.plusSeconds(1), reason);
      case SendingRule.Verdict.Refuse(String reason) -> {
        outcomes.refused(row, word, reason);
        yield Optional.empty();
      }
    };
  }

  private Optional<Instant> attempt(OutboxTable.Row row, Dispatch dispatch, Rules.Word word) {
    Optional<Channel> channel = channel(row);
    if (channel.isEmpty()) {
      return outcomes.deferred(
          row,
          word,
          workplace.clock().instant().plus(LONGEST_PATIENCE),
          "no way out: " + row.target().channel());
    }
    Optional<OutboxTable.Row> claimed = outcomes.claim(row, word);
    if (claimed.isEmpty()) {
      return door.outbox()
          .find(row.store(), row.message())
          .filter(now ->
              switch (now.standing().step()) {
                case QUEUED, DEFERRED -> true;
                case NONE, ATTEMPTING, SENT, REFUSED, FAILED, IN_DOUBT -> false;
              })
          .map(held -> workplace.clock().instant().plusSeconds(1));
    }
    return record(claimed.get(), handOver(channel.get(), dispatch));
  }

  private Optional<Channel> channel(OutboxTable.Row row) {
    return channels
        .orderedStream()
        .filter(each -> each.kind() == row.target().channel())
        .findFirst();
  }

  private static Channel.Delivered handOver(Channel channel, Dispatch dispatch) {
    try {
      return channel.deliver(dispatch);
    } catch (RuntimeException unknown) {
      log.warn(
          "channel={} broke while delivering message={}",
          channel.kind(),
          dispatch.stored(),
          unknown);
      return new Channel.Delivered.InDoubt(
          "the channel broke: " + unknown.getClass().getSimpleName());
    }
  }

  private Optional<Instant> foundAttempting(OutboxTable.Row row) {
    boolean repeatable = channel(row).map(Channel::safeToRepeat).orElse(false);
    return record(
        row,
        repeatable
            ? new Channel.Delivered.Postponed("the program ended during the attempt")
            : new Channel.Delivered.InDoubt("the program ended during the attempt"));
  }

  private Optional<Instant> record(OutboxTable.Row attempt, Channel.Delivered delivered) {
    return switch (delivered) {
      case Channel.Delivered.Sent() -> {
        surely(() -> outcomes.sent(attempt));
        yield Optional.empty();
      }
      case Channel.Delivered.Failed(String reason) -> {
        surely(() -> outcomes.failed(attempt, reason, false));
        yield Optional.empty();
      }
      case Channel.Delivered.InDoubt(String reason) -> {
        surely(() -> outcomes.failed(attempt, reason, true));
        yield Optional.empty();
      }
      case Channel.Delivered.Postponed(String reason) -> postponed(attempt, reason);
    };
  }

  private Optional<Instant> postponed(OutboxTable.Row attempt, String reason) {
    int tried = attempt.standing().attempts().since();
    if (tried >= settings.tries()) {
      surely(() -> outcomes.failed(attempt, "gave up after " + tried + " tries: " + reason, false));
      return Optional.empty();
    }
    Duration wait = settings.patience().multipliedBy(1L << Math.min(tried - 1, 20));
    Instant again =
        workplace
            .clock()
            .instant()
            .plus(wait.compareTo(LONGEST_PATIENCE) > 0 ? LONGEST_PATIENCE : wait);
    surely(() -> outcomes.postponed(attempt, again, reason));
    return Optional.of(again);
  }

  /// An outcome that is known must not become a doubt because the database was away for some
  /// seconds.
  private static void surely(Runnable recording) {
    for (int tried = 1; ; tried++) {
      try {
        recording.run();
        return;
      } catch (DataAccessException | TransactionException away) {
        if (tried == RECORDING_TRIES) {
          throw away;
        }
        log.warn("outcome not recorded, tried={}", tried, away);
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(tried));
      }
    }
  }
}
