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

  /// @param further other intents; empty for none
  /// @param said how sure that is, or that a person corrected it
  /// @param correctable whether there is a message to learn from
  record Understood(String intent, String further, Said said, Why why, boolean correctable) {}

  /// @param percent of the bar; negative where no confidence is known
  record Said(String text, int percent) {
    static Said nothing() {
      return new Said("", -1);
    }
  }

  /// @param outcome what was decided, as a question; empty where nothing was
  /// @param reasons why it was decided as it was, in order
  record Why(String outcome, List<String> reasons) {
    static Why nothing() {
      return new Why("", List.of());
    }
  }

  record Other(String href, String subject, String when, String state) {}

  /// One line about the newest order, for narrow screens.
  public String strip() {
    return orders.isEmpty() ? "" : orders.getFirst().number() + " · " + orders.getFirst().summary();
  }
}
