package deskhand.flows;

import deskhand.conversations.Conversations;
import deskhand.conversations.Reference;
import deskhand.orders.Order;
import deskhand.orders.Orders;
import deskhand.store.StoreId;
import deskhand.store.Stores;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Reads how things stand for a flow.
@Component
class FactsReader {
  private final Stores stores;
  private final Orders orders;
  private final ObjectProvider<Conversations> conversations;
  private final FlowsSettings settings;

  FactsReader(
      Stores stores,
      Orders orders,
      ObjectProvider<Conversations> conversations,
      FlowsSettings settings) {
    this.stores = stores;
    this.orders = orders;
    this.conversations = conversations;
    this.settings = settings;
  }

  Facts read(StoreId store, Flow flow, FlowRun.Subject subject) {
    Optional<Order> order = orders.find(store, subject.order());
    return new Facts(
        stores.get(store),
        order,
        subject.shipment().flatMap(id -> order.flatMap(found -> found.shipment(id))),
        flow.holdsOn(Condition.OPEN_MATTER)
            && order.map(found -> hasOpenMatter(store, found)).orElse(false),
        settings.quietHours());
  }

  private boolean hasOpenMatter(StoreId store, Order order) {
    return !conversations
        .getObject()
        .openMatters(store, order.buyer().email(), Optional.of(Reference.order(order.number())))
        .isEmpty();
  }
}
