package deskhand.server.inbox;

/// A line of the list, in words.
record RowView(long id, String href, Said said, Stand stand, boolean current) {

  /// @param about the subject; empty for none
  /// @param text the newest words
  record Said(String who, String about, String text, String time, String machineTime) {}

  /// How the conversation stands.
  ///
  /// @param tone `due`, `late`, `fine` or empty: the colour of the text
  /// @param tag the topic
  /// @param waits for the store's people
  record Stand(String text, String tone, String tag, boolean waits) {}
}
