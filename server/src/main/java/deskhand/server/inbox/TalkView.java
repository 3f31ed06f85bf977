package deskhand.server.inbox;

import deskhand.conversations.ConversationId;
import java.util.List;

/// The open conversation, in words.
record TalkView(
    ConversationId id, Heading heading, List<Line> lines, Compose compose, FactsView facts) {

  /// @param acts what can be done with it now, in order: `assign`, `close`, `reopen` …
  /// @param more what is done seldom: `hand-back`, `spam`
  record Heading(String subject, String summary, List<String> acts, List<String> more) {}

  /// Where the reply is written.
  ///
  /// @param draft what the assistant would say; null-free: empty paragraphs for none
  /// @param text what the field holds at first
  /// @param last the newest line when this was shown
  /// @param to an invitation to write, with the customer's name
  /// @param note why nothing can be sent, or what happens to it; empty for nothing to say
  record Compose(DraftView draft, String text, long last, String to, String note) {}

  /// @param title what it was made of, in a sentence
  /// @param at when it was made, for the way back
  record DraftView(
      String title,
      List<String> reasons,
      List<Line.Paragraph> paragraphs,
      List<SourceView> sources,
      String at) {
    static DraftView none() {
      return new DraftView("", List.of(), List.of(), List.of(), "");
    }

    public boolean exists() {
      return !at.isEmpty();
    }
  }
}
