package deskhand.server.inbox;

import java.util.List;

/// A message, note or event of a conversation, in words.
///
/// @param kind `customer`, `agent`, `assistant`, `flow`, `note` or `event`
record Line(String id, String kind, Head head, Body body, State state) {

  /// @param role beside the name, such as `customer` or `sent by itself`
  record Head(String name, String role, String time, String machineTime, String subject) {}

  /// @param quoted folded away; empty for none
  record Body(
      List<Paragraph> paragraphs, String quoted, List<File> files, List<SourceView> sources) {
    public String plain() {
      StringBuilder text = new StringBuilder();
      for (Paragraph paragraph : paragraphs) {
        text.append(text.isEmpty() ? "" : " ");
        paragraph.phrases().forEach(phrase -> text.append(phrase.text()).append(' '));
      }
      return text.toString().strip();
    }
  }

  record Paragraph(List<Phrase> phrases) {}

  /// A run of text.
  ///
  /// @param sources numbers of what bears it; empty where nothing needs to
  /// @param newLine whether it begins one
  record Phrase(String text, List<Integer> sources, boolean newLine) {
    public boolean isProven() {
      return !sources.isEmpty();
    }
  }

  record File(String href, String name, String size) {}

  /// How far its delivery is.
  ///
  /// @param text empty where there is nothing to say
  /// @param acts what a person can do about it: `again`, `leave`, `take-back`
  record State(String text, String tone, List<String> acts, long message) {
    static State nothing() {
      return new State("", "", List.of(), 0);
    }
  }
}
