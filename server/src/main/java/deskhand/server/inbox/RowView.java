package deskhand.server.inbox;

/// A line of the list, in words.
record RowView(long id, String href, String who, Said said, boolean unread, boolean current) {

  /// @param state what the row says below the text, in the colour `tone`
  /// @param tag the topic
  /// @param tone `due`, `late`, `fine` or empty
  record Said(
      String time, String machineTime, String text, String state, String tone, String tag) {}
}
