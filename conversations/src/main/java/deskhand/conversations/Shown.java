package deskhand.conversations;

/// A message as a chat visitor sees it, under its number: 1, 2, 3 … without gaps, given when it
/// becomes visible, so that a reader who asks for what comes after a number misses nothing.
public record Shown(long number, Message message) {}
