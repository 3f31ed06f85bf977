package deskhand.triage.deciding;

import deskhand.conversations.Dispatch;
import deskhand.conversations.SendingRule;
import deskhand.conversations.Sentence;
import deskhand.conversations.Source;
import deskhand.knowledge.ArticleVersion;
import deskhand.knowledge.KnowledgeBase;
import deskhand.orders.Order;
import deskhand.orders.Orders;
import deskhand.store.StoreId;
import deskhand.triage.orders.OrderFacts;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// An answer goes out only while what it rests on is still so: each article's version in force,
/// each field of an order the same.
@Component
class EvidenceRule implements SendingRule {
  static final String NAME = "the evidence still holds";

  /// A customer who is erased takes what was decided along.
  static final String ERASED = "what it rests on was erased";

  private final KnowledgeBase knowledge;
  private final Orders orders;
  private final DecisionsTable decisions;

  EvidenceRule(KnowledgeBase knowledge, Orders orders, DecisionsTable decisions) {
    this.knowledge = knowledge;
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
    for (Sentence sentence : dispatch.message().content().sentences()) {
      for (Source source : sentence.sources()) {
        if (source.kind().equals("article")
            && !knowledge.isCurrent(store, new ArticleVersion(source.id(), source.version()))) {
          return new Verdict.Refuse("the article " + source.id() + " has changed");
        }
      }
    }
    Optional<DecisionsTable.Ground> ground = decisions.ground(store, decision.get());
    if (ground.isEmpty()) {
      return new Verdict.Refuse(ERASED);
    }
    Map<String, Optional<OrderFacts>> read = new HashMap<>();
    for (DecisionsTable.Fact fact : ground.get().facts()) {
      Optional<OrderFacts> facts =
          read.computeIfAbsent(fact.order(), number -> facts(store, number));
      if (facts.filter(one -> one.stillHolds(fact.field(), fact.value())).isEmpty()) {
        return new Verdict.Refuse("order " + fact.order() + " has changed: " + fact.field());
      }
    }
    return Verdict.allow();
  }

  private Optional<OrderFacts> facts(StoreId store, String number) {
    Optional<Order> order = orders.find(store, number).filter(one -> one.number().equals(number));
    return order.map(OrderFacts::of);
  }
}
