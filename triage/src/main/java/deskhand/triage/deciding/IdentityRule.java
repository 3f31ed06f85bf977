package deskhand.triage.deciding;

import deskhand.conversations.Conversation;
import deskhand.conversations.Dispatch;
import deskhand.conversations.Proven;
import deskhand.conversations.SendingRule;
import deskhand.orders.Order;
import deskhand.orders.Orders;
import deskhand.store.StoreId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// An answer that tells of an order goes only to whom may hear of it: at the moment of sending, the
/// conversation's address is the order's and proven, or the writer had named its number, e-mail and
/// postcode.
@Component
class IdentityRule implements SendingRule {
  static final String NAME = "the writer may hear of the order";

  private final Orders orders;
  private final DecisionsTable decisions;

  IdentityRule(Orders orders, DecisionsTable decisions) {
    this.orders = orders;
    this.decisions = decisions;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Verdict judge(Dispatch dispatch, Instant now) {
    Optional<Long> decision = Applying.decisionOf(dispatch.message());
    if (decision.isEmpty()) {
      return Verdict.allow();
    }
    StoreId store = dispatch.message().store();
    Optional<DecisionsTable.Ground> found = decisions.ground(store, decision.get());
    if (found.isEmpty()) {
      return new Verdict.Refuse(EvidenceRule.ERASED);
    }
    DecisionsTable.Ground ground = found.get();
    Set<String> told =
        ground.facts().stream().map(DecisionsTable.Fact::order).collect(Collectors.toSet());
    if (told.isEmpty()) {
      return Verdict.allow();
    }
    return switch (ground.level()) {
      case UNKNOWN -> new Verdict.Refuse("nothing was proven");
      case MATCHED -> Verdict.allow();
      case ADDRESS, ACCOUNT -> owner(store, dispatch, told);
    };
  }

  private Verdict owner(StoreId store, Dispatch dispatch, Set<String> told) {
    Optional<Conversation.Party> party = dispatch.conversation().map(Conversation::party);
    if (party.filter(one -> one.proven() != Proven.NOTHING).isEmpty()) {
      return new Verdict.Refuse("the address is not proven any more");
    }
    for (String number : told) {
      Optional<Order> order = orders.find(store, number);
      boolean own =
          order
              .flatMap(one -> party.get().address().filter(one.buyer().email()::equals))
              .isPresent();
      if (!own) {
        return new Verdict.Refuse("order " + number + " is not of this address");
      }
    }
    return Verdict.allow();
  }
}
