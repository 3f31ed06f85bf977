package deskhand.flows;

import deskhand.orders.Order;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// The engine: what a run does next, from how things stand. A pure function; it sends nothing.
final class FlowRunner {
  private static final Duration LOOK_FOR_DELIVERY = Duration.ofDays(1);

  private FlowRunner() {}

  /// What a run does next.
  sealed interface Next {
    /// Looks again at that time.
    record Sleep(Progress progress, Instant until, String reason) implements Next {}

    /// Gives a letter to the door, and goes on.
    ///
    /// @param sending where it stands while it does; `progress` is where it stands afterwards
    record Send(Progress progress, Step.Send step, Progress sending) implements Next {}

    record End(Outcome outcome, String reason) implements Next {}
  }

  static Next advance(Progress progress, Flow flow, Facts facts, Instant now) {
    if (progress.step() >= flow.steps().size()) {
      return new Next.End(Outcome.DONE, "all steps are done");
    }
    Optional<Next> end =
        whyItEnds(flow, facts).map(reason -> new Next.End(Outcome.OVERTAKEN, reason));
    return end.orElseGet(() ->
        switch (flow.steps().get(progress.step())) {
          case Step.Wait wait -> waiting(progress, wait, flow, facts, now);
          case Step.Hold hold -> holding(progress, hold, flow, facts, now);
          case Step.Send send -> sending(progress, send, flow, facts, now);
        });
  }

  /// The first thing by which the flow no longer makes sense.
  static Optional<String> whyItEnds(Flow flow, Facts facts) {
    if (facts.order().isEmpty()) {
      return Optional.of("the shop no longer knows the order");
    }
    Order order = facts.order().get();
    return flow.limits().ends().stream()
        .sorted()
        .filter(condition -> condition.holds(order, facts))
        .map(Condition::words)
        .findFirst();
  }

  private static Next waiting(
      Progress progress, Step.Wait wait, Flow flow, Facts facts, Instant now) {
    Optional<Instant> anchor = facts.anchor(wait.anchor(), progress.startedAt());
    if (anchor.isEmpty()) {
      Instant giveUp = progress.startedAt().plus(wait.giveUpAfter());
      return now.isBefore(giveUp)
          ? new Next.Sleep(
              progress,
              earlier(now.plus(LOOK_FOR_DELIVERY), giveUp),
              "not every parcel has arrived")
          : new Next.End(
              Outcome.EXPIRED,
              "not every parcel arrived within " + wait.giveUpAfter().toDays() + " days");
    }
    Instant due = anchor.get().plus(wait.length());
    return now.isBefore(due)
        ? new Next.Sleep(progress, due, "waits until it is time")
        : advance(progress.nextDue(due), flow, facts, now);
  }

  private static Next holding(
      Progress progress, Step.Hold hold, Flow flow, Facts facts, Instant now) {
    boolean holds = facts.order().filter(order -> hold.condition().holds(order, facts)).isPresent();
    if (!holds) {
      return advance(progress.next(), flow, facts, now);
    }
    Instant last = progress.due().plus(flow.limits().tooLateAfter());
    return now.isBefore(last)
        ? new Next.Sleep(
            progress, earlier(now.plus(hold.lookAgainAfter()), last), hold.condition().words())
        : new Next.End(Outcome.EXPIRED, "too late: " + hold.condition().words() + " all the time");
  }

  private static Next sending(
      Progress progress, Step.Send send, Flow flow, Facts facts, Instant now) {
    Instant last = progress.due().plus(flow.limits().tooLateAfter());
    if (now.isAfter(last)) {
      return new Next.End(
          Outcome.EXPIRED, "too late: it was to go before " + last.truncatedTo(ChronoUnit.MINUTES));
    }
    Optional<Instant> quietUntil = facts.quietUntil(now);
    return quietUntil.isPresent()
        ? new Next.Sleep(progress, quietUntil.get(), "quiet hours")
        : new Next.Send(progress.next(), send, progress);
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
