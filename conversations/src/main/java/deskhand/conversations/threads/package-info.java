/// Conversations as they are kept: their rows, how each is locked and gets its change number, and
/// the tags by which an answer finds back to its own.
@NullMarked
package deskhand.conversations.threads;

import org.jspecify.annotations.NullMarked;
