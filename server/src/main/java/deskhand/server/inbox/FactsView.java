package deskhand.server.inbox;

import java.util.List;

/// What stands beside a conversation.
///
/// @param understood what the customer wants, as far as it was understood
record FactsView(
    CustomerView customer, List<OrderView> orders, Understood understood, List<Other> others) {

  /// @param proven a message key; `tone` is its colour
  record CustomerView(
      String name, String address, String proven, String tone, String orders, String channel) {}

  /// @param open whether its lines are shown from the start
  record OrderView(
      String number, boolean open, String summary, List<Pair> pairs, List<Parcel> parcels) {}

  record Pair(String name, String value) {}

  record Parcel(String name, String tracking, List<Scan> scans) {}

  record Scan(String text, String time, boolean newest) {}

  /// @param percent of the bar; negative where no confidence is known
  /// @param reasons why it was decided as it was, in order
  record Understood(
      String intent,
      String further,
      String confidence,
      int percent,
      List<String> reasons,
      String outcome) {
    static Understood nothing() {
      return new Understood("", "", "", -1, List.of(), "");
    }
  }

  record Other(String href, String subject, String when, String state) {}

  /// One line about the newest order, for narrow screens.
  public String strip() {
    return orders.isEmpty() ? "" : orders.getFirst().number() + " · " + orders.getFirst().summary();
  }
}
