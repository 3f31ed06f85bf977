package deskhand.conversations.inbox;

import deskhand.conversations.threads.ConversationsTable;
import deskhand.conversations.threads.DraftsTable;
import deskhand.conversations.threads.MessageReading;
import org.springframework.stereotype.Component;

/// The parts behind what is read.
@Component
record ReadingSide(
    ConversationsTable conversations,
    MessageReading messages,
    ConversationList list,
    DraftsTable drafts,
    Records records) {}
