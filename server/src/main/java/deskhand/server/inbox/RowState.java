package deskhand.server.inbox;

import deskhand.conversations.AgentId;
import deskhand.conversations.Conversation;
import deskhand.conversations.Conversations;
import deskhand.server.Texts;
import deskhand.server.Times;
import java.util.Map;

/// What a row of the list says about how its conversation stands: the one thing that matters most.
record RowState(String text, String tone) {

  static RowState of(Conversations.Row row, Times.In in, Map<AgentId, String> names, Texts texts) {
    Conversation conversation = row.conversation();
    Conversation.Handling handling = conversation.handling();
    String assigned =
        handling
            .assignee()
            .map(agent -> texts.of("inbox.assigned", names.getOrDefault(agent, agent.toString())))
            .orElse("");
    return switch (handling.state()) {
      case SPAM, CLOSED -> new RowState(state(handling, texts), "");
      case SNOOZED ->
          new RowState(
              conversation
                  .times()
                  .snoozedUntil()
                  .map(until -> texts.of("inbox.snoozed", in.full(until)))
                  .orElse(state(handling, texts)),
              "");
      case WAITING -> new RowState(assigned.isEmpty() ? state(handling, texts) : assigned, "");
      case OPEN -> open(row, assigned, texts);
    };
  }

  private static RowState open(Conversations.Row row, String assigned, Texts texts) {
    if (!assigned.isEmpty()) {
      return new RowState(assigned, row.lastFromCustomer() ? "due" : "");
    }
    if (row.draftReady()) {
      return new RowState(texts.of("inbox.draft-ready"), "fine");
    }
    if (row.conversation().handling().escalated()) {
      return new RowState(texts.of("inbox.for-a-person"), "due");
    }
    return new RowState(texts.of("state.open"), "");
  }

  private static String state(Conversation.Handling handling, Texts texts) {
    return texts.of("state." + handling.state().name().toLowerCase(java.util.Locale.ROOT));
  }
}
