package deskhand.flows;

import deskhand.conversations.DeliveryFailed;
import deskhand.conversations.MessageId;
import deskhand.conversations.MessageRefused;
import deskhand.conversations.MessageSent;
import deskhand.store.StoreId;
import deskhand.store.Tasks;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Notes in a run what became of its letters; has one written anew where what it said is no longer
/// so. Only inserts and schedules, in the transaction of the outcome.
@Component
class FlowsOnDelivery {
  private static final int MOST_ATTEMPTS = 3;

  private final RunStep.Books books;
  private final Tasks tasks;
  private final Clock clock;

  FlowsOnDelivery(RunStep.Books books, Tasks tasks, Clock clock) {
    this.books = books;
    this.tasks = tasks;
    this.clock = clock;
  }

  @FunctionalInterface
  private interface Consequence {
    void of(RunsTable.Row run, LettersTable.Row letter, Instant now);
  }

  @EventListener
  void on(MessageSent sent) {
    withRun(
        sent.store(),
        sent.message(),
        (run, letter, now) -> books.note(run, now, FlowRun.What.SENT, ""));
  }

  @EventListener
  void on(DeliveryFailed failed) {
    withRun(
        failed.store(),
        failed.message(),
        (run, letter, now) ->
            books.note(
                run,
                now,
                FlowRun.What.FAILED,
                failed.inDoubt() ? "nobody knows whether it arrived" : failed.reason()));
  }

  @EventListener
  void on(MessageRefused refused) {
    withRun(
        refused.store(),
        refused.message(),
        (run, letter, now) -> {
          if (refused.rule().equals(OrderRules.STILL_SO) && letter.attempt() < MOST_ATTEMPTS) {
            books.note(run, now, FlowRun.What.DECIDED_ANEW, refused.reason());
            Progress again =
                new Progress(
                    letter.step(),
                    letter.attempt() + 1,
                    run.progress().startedAt(),
                    run.progress().due());
            books.runs().sleeps(run, again, now, refused.reason());
            tasks.schedule(RunTasks.LOOK, RunTasks.look(run.store(), run.run().id()), now);
          } else {
            books.note(run, now, FlowRun.What.REFUSED, refused.rule() + ": " + refused.reason());
            books.runs().ends(run, Outcome.REFUSED, refused.rule() + ": " + refused.reason());
          }
        });
  }

  private void withRun(StoreId store, MessageId message, Consequence consequence) {
    books
        .letters()
        .find(store, message)
        .ifPresent(letter ->
            books
                .runs()
                .lock(store, letter.run())
                .ifPresent(run -> {
                  consequence.of(run, letter, clock.instant());
                  books.changed(run);
                }));
  }
}
