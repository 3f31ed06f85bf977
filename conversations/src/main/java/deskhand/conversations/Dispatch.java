package deskhand.conversations;

import java.util.Optional;

/// A message on its way out, with the conversation it belongs to where there is one.
///
/// @param message as it was given to the door
/// @param stored the row of the message
/// @param conversation as it stands now
public record Dispatch(
    OutgoingMessage message, MessageId stored, Optional<Conversation> conversation) {}
