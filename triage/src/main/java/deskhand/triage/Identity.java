package deskhand.triage;

import deskhand.orders.Order;
import java.util.List;
import java.util.Optional;

/// What the writer has proven, and the orders that they may therefore hear about.
///
/// An order that does not exist and one of somebody else look alike here: both are only a number
/// that was named.
///
/// @param own newest first
/// @param unproven numbers that were named and lead to none of `own`
public record Identity(Level level, List<Order> own, List<String> unproven) {
  public Identity {
    own = List.copyOf(own);
    unproven = List.copyOf(unproven);
  }

  /// The ladder of PRODUCT.md.
  public enum Level {
    /// Nothing: policies alone.
    UNKNOWN,
    /// Number, e-mail and postcode of one order: its status and dates.
    MATCHED,
    /// The mailbox of the address: status, items, parcel and refund amounts of its orders.
    ADDRESS,
    /// Signed in: also the city.
    ACCOUNT
  }

  public boolean maySeeItems() {
    return level.compareTo(Level.ADDRESS) >= 0;
  }

  public boolean maySeeParcelNumbers() {
    return level.compareTo(Level.ADDRESS) >= 0;
  }

  public boolean maySeeAmounts() {
    return level.compareTo(Level.ADDRESS) >= 0;
  }

  public Optional<Order> own(String number) {
    return own.stream().filter(order -> order.number().equals(number)).findFirst();
  }

  public String reason() {
    return switch (level) {
      case UNKNOWN -> "The sender has proven nothing, so nothing of an order is told";
      case MATCHED ->
          "The sender named number, e-mail and postcode of an order, so its status is told";
      case ADDRESS -> "The sender's address is proven (DMARC), so its orders are told";
      case ACCOUNT -> "The sender is signed in, so the account's orders are told";
    };
  }
}
