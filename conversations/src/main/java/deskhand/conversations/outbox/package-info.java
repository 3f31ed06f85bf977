/// The way out: writes each message once, asks every rule when it is given and again before it
/// leaves, delivers it, and records what became of it.
@NullMarked
package deskhand.conversations.outbox;

import org.jspecify.annotations.NullMarked;
