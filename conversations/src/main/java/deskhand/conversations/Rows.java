package deskhand.conversations;

import org.springframework.stereotype.Component;

/// The tables that conversations are written to.
@Component
record Rows(
    KeysTable keys,
    CustomersTable customers,
    ConversationsTable conversations,
    MessagesTable messages,
    SentencesTable sentences) {}
