package deskhand.flows;

import deskhand.conversations.Author;
import deskhand.conversations.Conversations;
import deskhand.conversations.MessageId;
import deskhand.conversations.OutgoingMessage;
import deskhand.conversations.SendResult;
import deskhand.orders.Order;
import deskhand.store.ChangeNumbers;
import deskhand.store.StoreId;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes a run one step on: in one transaction, with its row locked, it gives at most one message
/// to the door and writes where the run stands then.
@Component
class RunStep {
  private final Books books;
  private final BuiltInFlows flows;
  private final FactsReader facts;
  private final Conversations conversations;
  private final Clock clock;

  /// What every writing part needs.
  @Component
  record Books(
      TransactionTemplate transaction,
      RunsTable runs,
      LettersTable letters,
      NotesTable notes,
      ChangeNumbers numbers) {

    void note(RunsTable.Row run, Instant at, FlowRun.What what, String detail) {
      notes.add(run.store(), run.run().id(), new FlowRun.Note(at, what, detail));
    }

    void changed(RunsTable.Row run) {
      runs.number(run.store(), run.run().id(), numbers.next(run.store()));
    }
  }

  RunStep(
      Books books,
      BuiltInFlows flows,
      FactsReader facts,
      Conversations conversations,
      Clock clock) {
    this.books = books;
    this.flows = flows;
    this.facts = facts;
    this.conversations = conversations;
    this.clock = clock;
  }

  /// When a run looks again; absent where it has ended.
  ///
  /// @param before as it was planned until now
  record Plan(Optional<Instant> before, Optional<Instant> now) {
    /// The new time, where it is sooner than the old one.
    Optional<Instant> sooner() {
      return now.filter(at -> before.map(at::isBefore).orElse(false));
    }
  }

  Plan take(StoreId store, long id) {
    Plan plan =
        books
            .transaction()
            .execute(status -> {
              Optional<RunsTable.Row> run =
                  books.runs().lock(store, id).filter(RunsTable.Row::goesOn);
              return new Plan(
                  run.flatMap(row -> row.run().state().wakesAt()), run.flatMap(this::step));
            });
    return Objects.requireNonNull(plan);
  }

  private Optional<Instant> step(RunsTable.Row run) {
    Instant now = clock.instant();
    Optional<Flow> flow = flows.find(run.run().flow());
    if (flow.isEmpty()) {
      return end(run, Outcome.OVERTAKEN, "there is no such flow any more", now);
    }
    Facts found = facts.read(run.store(), flow.get(), run.run().subject());
    return switch (FlowRunner.advance(run.progress(), flow.get(), found, now)) {
      case FlowRunner.Next.Sleep(Progress progress, Instant until, String reason) -> {
        Instant later = until.isAfter(now) ? until : now.plusSeconds(1);
        books.runs().sleeps(run, progress, later, reason);
        if (!reason.equals(run.run().state().reason())) {
          books.note(run, now, FlowRun.What.WAITS, reason);
        }
        books.changed(run);
        yield Optional.of(later);
      }
      case FlowRunner.Next.Send send -> send(run, flow.get(), found, send, now);
      case FlowRunner.Next.End(Outcome outcome, String reason) -> end(run, outcome, reason, now);
    };
  }

  private Optional<Instant> send(
      RunsTable.Row run, Flow flow, Facts found, FlowRunner.Next.Send send, Instant now) {
    Order order = found.order().orElseThrow();
    OutgoingMessage message = message(run, flow, found, send, now);
    return switch (conversations.send(message)) {
      case SendResult.Queued(MessageId id) ->
          given(run, send, id, "to the address of order " + order.number());
      case SendResult.Deferred(MessageId id, Instant until, String rule, String reason) ->
          given(run, send, id, "held back until " + until + " (" + rule + ": " + reason + ")");
      case SendResult.AlreadyGiven(MessageId id) ->
          given(run, send, id, "the same message was given before");
      case SendResult.Refused(String rule, String reason) -> {
        books.note(run, now, FlowRun.What.REFUSED, rule + ": " + reason);
        yield end(run, Outcome.REFUSED, rule + ": " + reason, now);
      }
    };
  }

  private Optional<Instant> given(
      RunsTable.Row run, FlowRunner.Next.Send send, MessageId message, String detail) {
    Instant now = clock.instant();
    books.letters().add(run, message, send.step().letter(), send.sending());
    books.runs().sleeps(run, send.progress(), now, "goes on");
    books.note(run, now, FlowRun.What.GIVEN, detail);
    books.changed(run);
    return Optional.of(now);
  }

  private static OutgoingMessage message(
      RunsTable.Row run, Flow flow, Facts found, FlowRunner.Next.Send send, Instant now) {
    Order order = found.order().orElseThrow();
    return new OutgoingMessage(
        run.store(),
        flow.limits().purpose(),
        key(run, send),
        new Author.Flow(flow.name()),
        new OutgoingMessage.Destination.ByEmail(
            order.buyer().email(), order.buyer().name().replaceAll("\\p{Cntrl}", " ").strip()),
        Letters.write(flow, send.step().letter(), found, order, now));
  }

  /// The same letter about the same thing is the same message, but for attempts that were refused
  /// because what they said was no longer so.
  private static String key(RunsTable.Row run, FlowRunner.Next.Send send) {
    return String.join(
        ":",
        "flow",
        run.run().flow(),
        send.step().letter(),
        Integer.toString(send.sending().attempt()),
        run.run().subject().toString());
  }

  private Optional<Instant> end(RunsTable.Row run, Outcome outcome, String reason, Instant now) {
    books.runs().ends(run, outcome, reason);
    books.note(run, now, FlowRun.What.ENDED, reason);
    books.changed(run);
    return Optional.empty();
  }
}
