package deskhand.triage.understanding;

import deskhand.conversations.Proven;
import deskhand.orders.Order;
import deskhand.orders.Orders;
import deskhand.triage.Case;
import deskhand.triage.Understanding.Entities;
import deskhand.triage.understanding.Occasion.Named;
import deskhand.triage.understanding.Occasion.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/// Finds out on what occasion a message was written. An address that is not proven says nothing.
@Component
class Occasions {
  /// So long after its delivery people still write of an order.
  private static final Duration RECENT = Duration.ofDays(14);

  private final Orders orders;

  Occasions(Orders orders) {
    this.orders = orders;
  }

  Occasion of(Case given, CaseText words, Entities entities) {
    return new Occasion(named(given, words, entities), standing(given));
  }

  private Named named(Case given, CaseText words, Entities entities) {
    if (entities.orderNumbers().isEmpty() && entities.trackingNumbers().isEmpty()) {
      return Named.NOWHERE;
    }
    String now = words.subject() + "\n" + words.text();
    boolean here =
        !orders.numbersIn(given.store().id(), now).isEmpty()
            || !orders.trackingNumbersIn(now).isEmpty();
    return here ? Named.HERE : Named.BEFORE;
  }

  private Standing standing(Case given) {
    if (given.writer().proven() == Proven.NOTHING || given.writer().address().isEmpty()) {
      return Standing.UNKNOWN;
    }
    List<Order> own = orders.ofAddress(given.store().id(), given.writer().address().get());
    if (own.isEmpty()) {
      return Standing.NEVER;
    }
    Instant since = given.now().minus(RECENT);
    return own.stream().anyMatch(order -> order.isUnderWay(since))
        ? Standing.UNDER_WAY
        : Standing.LONG_AGO;
  }
}
