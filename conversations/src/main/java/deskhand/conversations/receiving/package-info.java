/// The way in: has each kept mail read, finds the conversation that a message belongs to, and
/// stores it there once.
@NullMarked
package deskhand.conversations.receiving;

import org.jspecify.annotations.NullMarked;
