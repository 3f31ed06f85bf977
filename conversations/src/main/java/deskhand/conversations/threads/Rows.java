package deskhand.conversations.threads;

import org.springframework.stereotype.Component;

/// The tables that conversations are written to.
@Component
public record Rows(
    KeysTable keys,
    CustomersTable customers,
    ConversationsTable conversations,
    ConversationMarks marks,
    MessagesTable messages,
    SentencesTable sentences) {}
