package deskhand.conversations;

/// Which way a message came or goes.
public enum ChannelKind {
  EMAIL,
  CHAT,
  FORM
}
