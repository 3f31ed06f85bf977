package deskhand.conversations;

/// Who of the store's people: opaque here, given by the program that knows log-ins.
public record AgentId(long value) {}
