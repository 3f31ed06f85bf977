package deskhand.conversations.outbox;

import deskhand.conversations.Conversation;
import deskhand.conversations.MessageId;
import deskhand.conversations.OutgoingMessage;
import deskhand.conversations.SendResult;
import deskhand.conversations.threads.DraftsTable;
import deskhand.conversations.threads.Rows;
import deskhand.conversations.threads.Touched;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// What a message that was given to the door changes in its conversation, which is locked.
@Component
class AfterSending {
  private final Rows rows;
  private final DraftsTable drafts;
  private final Touched touched;

  AfterSending(Rows rows, DraftsTable drafts, Touched touched) {
    this.rows = rows;
    this.drafts = drafts;
    this.touched = touched;
  }

  void apply(Conversation conversation, Given given, Instant now) {
    rows.conversations()
        .refer(conversation.store(), conversation.id(), given.message().content().references());
    if (!(given.result() instanceof SendResult.Refused)) {
      rows.marks().wrote(conversation, given.message().content().text(), false, now);
      if (given.message().author().isPerson()) {
        personReplied(conversation, given.stored());
      }
      rows.marks().answered(conversation, given.message().author(), given.message().purpose());
    }
    rows.marks().flag(conversation.store(), conversation.id());
    touched.conversation(conversation.store(), conversation.id());
  }

  /// @param stored the message's row
  record Given(OutgoingMessage message, MessageId stored, SendResult result) {}

  private void personReplied(Conversation conversation, MessageId reply) {
    Conversation.Handling before = conversation.handling();
    rows.conversations()
        .setHandling(
            conversation,
            new Conversation.Handling(Conversation.State.WAITING, before.assignee(), false, true));
    boolean more = rows.messages().decide(conversation.store(), conversation.id(), reply);
    rows.conversations().decided(conversation.store(), conversation.id(), "", more);
    drafts.drop(conversation.store(), conversation.id());
  }
}
