package deskhand.triage.orders;

import deskhand.orders.Order;
import java.util.List;
import java.util.Set;

/// Which of the writer's own orders a question is about.
///
/// @param lines of the one order, where certain items of it are meant; empty for all
public record OrderChoice(How how, List<Order> orders, Set<String> lines) {
  public OrderChoice {
    orders = List.copyOf(orders);
    lines = Set.copyOf(lines);
  }

  /// How it was found out.
  public enum How {
    /// By its number or a parcel's.
    NAMED,
    /// The conversation is about it.
    EARLIER,
    /// By what was bought, or when.
    DESCRIBED,
    /// There is only one that it can be.
    ONLY,
    /// Several that are still under way, or all where all are asked for.
    SEVERAL,
    /// It could be any of several.
    UNCLEAR,
    /// The writer has proven to own none.
    NONE
  }

  static OrderChoice of(How how, List<Order> orders) {
    return new OrderChoice(how, orders, Set.of());
  }

  public boolean isFound() {
    return how != How.UNCLEAR && how != How.NONE;
  }

  /// Whether the message itself points at an order.
  public boolean isPointedAt() {
    return how == How.NAMED || how == How.EARLIER || how == How.DESCRIBED;
  }
}
