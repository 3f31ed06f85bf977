package deskhand.flows;

import static deskhand.flows.Shopping.part;
import static org.assertj.core.api.Assertions.assertThat;

import deskhand.orders.Order;
import deskhand.orders.Shipment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlowRunnerTest {
  private static final BuiltInFlows FLOWS = new BuiltInFlows();
  private static final Flow SHIPPING = FLOWS.find("shipping-confirmation").orElseThrow();
  private static final Flow REVIEW = FLOWS.find("review-request").orElseThrow();
  private static final QuietHours NIGHT = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0));
  private static final Instant NOON = Instant.parse("2026-06-15T10:00:00Z");

  private static final Order SHIPPED =
      Shopping.shipped(
          Shopping.order("#1", "iris@example.org", NOON), "S1", NOON, part("1", 2), part("2", 1));
  private static final Order DELIVERED =
      Shopping.now(SHIPPED, "S1", Shipment.Status.DELIVERED, NOON);

  private static Facts facts(Order order, boolean openMatter) {
    return new Facts(Shopping.store(), Optional.of(order), order.shipment("S1"), openMatter, NIGHT);
  }

  private static FlowRunner.Next advance(Flow flow, Facts facts, Instant now) {
    return FlowRunner.advance(Progress.begin(NOON), flow, facts, now);
  }

  private static Instant days(int days) {
    return NOON.plus(Duration.ofDays(days));
  }

  @Test
  void confirmsAParcelAtOnce() {
    Progress begin = Progress.begin(NOON);
    assertThat(advance(SHIPPING, facts(SHIPPED, true), NOON))
        .isEqualTo(new FlowRunner.Next.Send(begin.next(), new Step.Send("left"), begin));
    assertThat(FlowRunner.advance(begin.next(), SHIPPING, facts(SHIPPED, true), NOON))
        .isEqualTo(new FlowRunner.Next.End(Outcome.DONE, "all steps are done"));
  }

  @Test
  void waitsForTheMorning() {
    Instant night = Instant.parse("2026-06-15T22:30:00Z");
    assertThat(advance(SHIPPING, facts(SHIPPED, false), night))
        .isEqualTo(
            new FlowRunner.Next.Sleep(
                Progress.begin(NOON), Instant.parse("2026-06-16T06:00:00Z"), "quiet hours"));
  }

  @Test
  void aParcelIsNotConfirmedThatWasCancelledArrivedOrIsGone() {
    assertThat(advance(SHIPPING, facts(DELIVERED, false), NOON))
        .isInstanceOf(FlowRunner.Next.End.class);
    assertThat(advance(SHIPPING, facts(Shopping.cancelled(SHIPPED, NOON), false), NOON))
        .isEqualTo(new FlowRunner.Next.End(Outcome.OVERTAKEN, "the order was cancelled"));
    assertThat(advance(SHIPPING, facts(Shopping.with(SHIPPED, List.of(), NOON), false), NOON))
        .isEqualTo(
            new FlowRunner.Next.End(Outcome.OVERTAKEN, "the shop no longer knows the parcel"));
    Facts gone = new Facts(Shopping.store(), Optional.empty(), Optional.empty(), false, NIGHT);
    assertThat(advance(SHIPPING, gone, NOON))
        .isEqualTo(
            new FlowRunner.Next.End(Outcome.OVERTAKEN, "the shop no longer knows the order"));
  }

  @Test
  void isTooLateForAnOldParcel() {
    assertThat(advance(SHIPPING, facts(SHIPPED, false), days(3)))
        .isEqualTo(
            new FlowRunner.Next.End(
                Outcome.EXPIRED, "too late: it was to go before 2026-06-17T10:00:00Z"));
  }

  @Test
  void asksForAReviewTenDaysAfterTheLastParcel() {
    Instant due = NOON.plus(Duration.ofDays(10));
    assertThat(advance(REVIEW, facts(DELIVERED, false), NOON))
        .isEqualTo(new FlowRunner.Next.Sleep(Progress.begin(NOON), due, "waits until it is time"));
    assertThat(advance(REVIEW, facts(DELIVERED, false), due))
        .isEqualTo(
            new FlowRunner.Next.Send(
                new Progress(3, 1, NOON, due),
                new Step.Send("ask"),
                new Progress(2, 1, NOON, due)));
  }

  @Test
  void waitsForTheLastParcel() {
    Order half =
        Shopping.now(
            Shopping.shipped(
                Shopping.order("#1", "iris@example.org", NOON), "S1", NOON, part("1", 2)),
            "S1",
            Shipment.Status.DELIVERED,
            NOON);
    assertThat(advance(REVIEW, facts(half, false), days(11)))
        .isEqualTo(
            new FlowRunner.Next.Sleep(
                Progress.begin(NOON), days(12), "not every parcel has arrived"));
    Order later =
        Shopping.now(
            Shopping.shipped(half, "S2", days(8), part("2", 1)),
            "S2",
            Shipment.Status.DELIVERED,
            days(9));
    assertThat(advance(REVIEW, facts(later, false), days(11)))
        .isEqualTo(
            new FlowRunner.Next.Sleep(Progress.begin(NOON), days(19), "waits until it is time"));
    assertThat(advance(REVIEW, facts(half, false), days(60)))
        .isEqualTo(
            new FlowRunner.Next.End(Outcome.EXPIRED, "not every parcel arrived within 60 days"));
  }

  @Test
  void holdsWhileAMatterIsOpenUntilItIsTooLate() {
    Instant due = days(10);
    FlowRunner.Next held = advance(REVIEW, facts(DELIVERED, true), due);
    assertThat(held)
        .isEqualTo(
            new FlowRunner.Next.Sleep(
                new Progress(1, 1, NOON, due), days(11), Condition.OPEN_MATTER.words()));
    Progress progress = ((FlowRunner.Next.Sleep) held).progress();
    assertThat(FlowRunner.advance(progress, REVIEW, facts(DELIVERED, false), days(15)))
        .isInstanceOf(FlowRunner.Next.Send.class);
    assertThat(FlowRunner.advance(progress, REVIEW, facts(DELIVERED, true), days(31)))
        .isEqualTo(
            new FlowRunner.Next.End(
                Outcome.EXPIRED,
                "too late: the customer has an open matter with the store all the time"));
  }

  @Test
  void endsByAReturnARefundOrACancellation() {
    assertThat(advance(REVIEW, facts(Shopping.sentBack(DELIVERED, NOON), false), days(10)))
        .isEqualTo(new FlowRunner.Next.End(Outcome.OVERTAKEN, "the customer sends something back"));
    assertThat(advance(REVIEW, facts(Shopping.refunded(DELIVERED, NOON), false), days(1)))
        .isEqualTo(new FlowRunner.Next.End(Outcome.OVERTAKEN, "money of the order went back"));
    assertThat(advance(REVIEW, facts(Shopping.cancelled(DELIVERED, NOON), false), days(1)))
        .isInstanceOf(FlowRunner.Next.End.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-06-15T20:59:59+02:00, ",
        "2026-06-15T21:00:00+02:00, 2026-06-16T08:00:00+02:00",
        "2026-06-16T07:59:59+02:00, 2026-06-16T08:00:00+02:00",
        "2026-06-16T08:00:00+02:00, ",
        "2026-03-28T23:00:00+01:00, 2026-03-29T08:00:00+02:00",
        "2026-10-25T02:30:00+02:00, 2026-10-25T08:00:00+01:00"
      })
  void quietHoursEndInTheMorningOfTheStore(String row) {
    String[] parts = row.split(",", 2);
    Optional<Instant> expected =
        Optional.of(parts[1].strip())
            .filter(text -> !text.isEmpty())
            .map(text -> ZonedDateTime.parse(text).toInstant());
    assertThat(NIGHT.endAfter(ZonedDateTime.parse(parts[0]).toInstant(), Shopping.AMSTERDAM))
        .isEqualTo(expected);
  }

  @Test
  void quietHoursWithinADayEndOnTheSameDay() {
    QuietHours siesta = new QuietHours(LocalTime.of(13, 0), LocalTime.of(15, 0));
    assertThat(siesta.endAfter(Instant.parse("2026-06-15T12:00:00Z"), Shopping.AMSTERDAM))
        .contains(Instant.parse("2026-06-15T13:00:00Z"));
    assertThat(siesta.endAfter(Instant.parse("2026-06-15T14:00:00Z"), Shopping.AMSTERDAM))
        .isEmpty();
  }

  /// What may happen to an order, in any order, with any time between.
  private static Order happen(Order order, Random random, Instant now) {
    String parcel = random.nextBoolean() ? "S1" : "S2";
    Shipment.Status[] all = Shipment.Status.values();
    return switch (random.nextInt(8)) {
      case 0 ->
          order.shipment(parcel).isPresent()
              ? order
              : Shopping.shipped(order, parcel, now, part("1", 1));
      case 1 ->
          order.shipment(parcel).isPresent()
              ? order
              : Shopping.shipped(order, parcel, now, part("1", 1), part("2", 1));
      case 2, 3 -> Shopping.now(order, parcel, Shipment.Status.DELIVERED, now);
      case 4 -> Shopping.now(order, parcel, all[random.nextInt(all.length)], now);
      case 5 -> random.nextInt(6) == 0 ? Shopping.sentBack(order, now) : order;
      case 6 -> random.nextInt(6) == 0 ? Shopping.refunded(order, now) : order;
      default -> random.nextInt(8) == 0 ? Shopping.cancelled(order, now) : order;
    };
  }

  @Test
  void inAnyHistoryARunSendsOnceAtMostNeverAtNightNeverAfterAReturnAndEnds() {
    int sent = 0;
    for (int seed = 0; seed < 4_000; seed++) {
      Random random = new Random(seed);
      Flow flow = random.nextBoolean() ? SHIPPING : REVIEW;
      Instant now = NOON.plus(Duration.ofMinutes(random.nextInt(60 * 24 * 200)));
      Order order =
          Shopping.shipped(Shopping.order("#1", "iris@example.org", now), "S1", now, part("1", 1));
      Progress progress = Progress.begin(now);
      List<Instant> sends = new ArrayList<>();
      boolean ended = false;
      for (int turn = 0; turn < 400 && !ended; turn++) {
        Facts facts = facts(order, random.nextInt(3) == 0);
        Optional<Instant> lastParcel = order.completelyDeliveredAt();
        switch (FlowRunner.advance(progress, flow, facts, now)) {
          case FlowRunner.Next.Sleep(Progress next, Instant until, String reason) -> {
            assertThat(until).isAfter(now);
            assertThat(reason).isNotBlank();
            progress = next;
            // It may be woken earlier by an event, or late by a program that was down.
            long minutes = Duration.between(now, until).toMinutes();
            now =
                switch (random.nextInt(4)) {
                  case 0 -> now.plus(Duration.ofMinutes(random.nextLong(minutes + 1)));
                  case 1 -> until.plus(Duration.ofHours(random.nextInt(72)));
                  default -> until;
                };
          }
          case FlowRunner.Next.Send send -> {
            sends.add(now);
            progress = send.progress();
            LocalTime local = now.atZone(Shopping.AMSTERDAM).toLocalTime();
            assertThat(local).as("seed " + seed).isAfterOrEqualTo(LocalTime.of(8, 0));
            assertThat(local).as("seed " + seed).isBefore(LocalTime.of(21, 0));
            assertThat(order.isCancelled()).isFalse();
            if (flow.equals(REVIEW)) {
              assertThat(facts.openMatter()).isFalse();
              assertThat(order.returnsMade()).isEmpty();
              assertThat(order.contents().refunds()).isEmpty();
              assertThat(Duration.between(lastParcel.orElseThrow(), now))
                  .isGreaterThanOrEqualTo(Duration.ofDays(10));
            }
          }
          case FlowRunner.Next.End end -> {
            assertThat(end.reason()).isNotBlank();
            ended = true;
          }
        }
        order = happen(order, random, now);
      }
      assertThat(ended).as("seed " + seed).isTrue();
      assertThat(sends.size()).as("seed " + seed).isLessThanOrEqualTo(1);
      sent += sends.size();
    }
    assertThat(sent).isGreaterThan(1_000);
  }
}
