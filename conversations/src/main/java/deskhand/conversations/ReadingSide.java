package deskhand.conversations;

import org.springframework.stereotype.Component;

/// The parts behind what is read.
@Component
record ReadingSide(
    ConversationsTable conversations,
    MessageReading messages,
    ConversationList list,
    DraftsTable drafts,
    Records records) {}
